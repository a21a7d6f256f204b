import { settingsTable } from './settings.ts';

/** The text of docs/settings.md: one section a setting, made from the table that the stack reads (Markdown). */
export function settingsPage(): string {
  const sections = Object.entries(settingsTable).map(([key, { kind, fallback, effect }]) =>
    [`## ${key}`, effect, `- Takes: ${kind.takes}`, `- Default: \`${JSON.stringify(fallback)}\``]
      .join('\n\n')
      .replace('\n\n- Def', '\n- Def'),
  );
  return `${[opening, ...sections].join('\n\n')}\n`;
}

const opening = `# Settings of a deployment

What an operator may change stands in \`cdk.json\` under \`context\`. Change it there, or for one command with
\`-c\`, as in \`npx cdk deploy -c removalPolicy=destroy -c alarmEmail=ops@example.org\`. A value that is not one its
setting takes, and a key that is no setting, stop the synthesis with a message that says how to mend it.
\`npm start\` runs the same template with the same settings on this machine.

This page is made from the table in \`infra/settings/settings.ts\`; after a change there, \`npx vitest run test/infra -u\` writes it anew.`;
