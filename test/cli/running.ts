import type { Invocation } from '../../cli/command.ts';
import { openTerminal } from '../../cli/terminal.ts';

/** What a command is called with, beside its positional arguments: values of options, flags, `--json`. */
export interface Called {
  readonly values?: Readonly<Record<string, string>>;
  readonly json?: boolean;
  readonly flags?: readonly string[];
}

/** The exit code of a command, and what it has written. */
export async function running(
  command: (invocation: Invocation) => Promise<number>,
  positionals: readonly string[],
  { values = {}, json = false, flags = [] }: Called = {},
) {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const terminal = openTerminal(json, {
    stdout: { write: (text) => stdout.push(text) },
    stderr: { write: (text) => stderr.push(text) },
  });
  const code = await command({
    positionals,
    terminal,
    flag: (name) => flags.includes(name),
    value: (name) => new Map(Object.entries(values)).get(name),
  });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}
