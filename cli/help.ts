import { type Command, commonOptions, type OptionSpec } from './command.ts';

/** What `sailau --help` prints. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    'Sailau: election results, from upload to verifiable open data.',
    '',
    'Usage: sailau <command> [options]',
    '',
    ...table(rows),
    '',
    'Help for a command: sailau <command> --help. From a checkout: npm run sailau -- <command>.',
  ].join('\n');
}

/** What `sailau <command> --help` prints. */
export function commandHelp(command: Command): string {
  const rows = [...command.options, ...commonOptions].map((option) => [flagOf(option), option.help] as const);
  return [
    `${command.summary}.`,
    '',
    `Usage: sailau ${[command.name, command.usage, '[options]'].filter(Boolean).join(' ')}`,
    '',
    ...table(rows),
    ...(command.examples.length > 0
      ? ['', 'Examples:', ...command.examples.map((example) => `  ${example}`)]
      : []),
  ].join('\n');
}

function flagOf({ name, value }: OptionSpec): string {
  if (name === 'help') return '-h, --help';
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
