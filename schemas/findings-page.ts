import type { Catalogue, CatalogueFinding } from './findings.ts';

const families: readonly (readonly [family: string, title: string])[] = [
  ['decoding', 'Decoding: bytes, archives, workbooks, JSON'],
  ['structure', 'Structure: header, rows, cells'],
  ['definition', 'Definition and status'],
  ['references', 'References: contests, areas, stations, options, sources'],
  ['counts', 'Values of cells'],
  ['station', 'Arithmetic of one protocol'],
  ['contests', 'Across the contests of a station'],
  ['files', 'Across files'],
  ['versions', 'Across versions of a file'],
  ['totals', 'Totals and declared results'],
  ['turnout', 'Turnout'],
  ['register', 'Register of stations'],
  ['candidates', 'Candidates and lists'],
];

/** docs/findings.md: every code by what it looks at, with what it says, how to mend it, its parameters and its basis. */
export function findingsPage({ findings }: Catalogue): string {
  const unlisted = findings.filter(({ family }) => !families.some(([name]) => name === family));
  if (unlisted.length > 0) throw new Error(`no section for ${unlisted.map(({ code }) => code).join(', ')}`);
  return [
    '<!-- Generated from schemas/findings.json by `npm run generate`. -->',
    '',
    '# Findings',
    '',
    'What the validator says, by code. An **error** rejects the whole file and changes nothing. A **warning** is kept and published',
    'with the release. Words in braces are filled in from the file. An election may raise a warning to an error (`severity` in its',
    'definition) and set the parameters of rules (`limits`). `sailau check --explain CODE` shows an entry on the command line.',
    '',
    ...families.flatMap(([family, title]) =>
      section(
        title,
        findings.filter((one) => one.family === family),
      ),
    ),
  ].join('\n');
}

function section(title: string, findings: readonly CatalogueFinding[]): string[] {
  return [
    `## ${title}`,
    '',
    '| Code | Level | What |',
    '|---|---|---|',
    ...findings.map(
      ({ code, level, title: what }) => `| [${code}](#${code}) | ${level} | ${plain(what.en ?? '')} |`,
    ),
    '',
    ...findings.flatMap(entry),
  ];
}

function entry({ code, level, title, message, remedy, parameters = [], basis }: CatalogueFinding): string[] {
  const texts = ['en', 'kk', 'ru'].map(
    (language) => `- ${language}: ${plain(message[language] ?? '')} *${plain(remedy[language] ?? '')}*`,
  );
  const limits = parameters.map(
    ({ name, default: value, description }) =>
      `- \`${name}\`: ${plain(description)} ${value === null ? 'Not checked unless given.' : `Default: ${value}.`}`,
  );
  return [
    `### ${code}`,
    '',
    `${level} · ${title.en} · ${title.kk} · ${title.ru}`,
    '',
    ...texts,
    ...(limits.length > 0 ? ['', 'Parameters:', '', ...limits] : []),
    ...(basis === '' ? [] : ['', `Basis: ${basis}`]),
    '',
  ];
}

/** Text as Markdown shows it: `<election>` in a remedy is no tag. */
function plain(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
