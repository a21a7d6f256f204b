import { parseArgs } from 'node:util';

/** An option of a command; one with a `value` takes an argument, which the help shows under that name. */
export interface OptionSpec {
  readonly name: string;
  readonly value?: string;
  readonly help: string;
}

/** What a command is called with. */
export interface Invocation {
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
  readonly terminal: Terminal;
}

/** What a line is: a terminal that has colours shows it. */
export type Style = 'error' | 'warning' | 'success' | 'faint';

/** A line for people, and what it is. */
export interface Line {
  readonly text: string;
  readonly style?: Style;
}

/** Where a command writes: results on standard output, everything else on standard error when JSON is asked for. */
export interface Terminal {
  readonly json: boolean;
  /** A line for people; with --json it goes to standard error. Its style shows on a terminal that has colours. */
  readonly line: (text?: string, style?: Style) => void;
  /** The one JSON document of the command; nothing without --json. */
  readonly document: (value: unknown) => void;
  /** The same in pieces, for a document that is too long to be held whole. */
  readonly documentPieces: (pieces: Iterable<string>) => void;
  readonly progress: Progress;
}

/** How far long work has come: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  readonly update: (done: number, total: number, what: string) => void;
  readonly end: () => void;
}

/** A command of `sailau`: what its help says, and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Arguments after the name, as `<folder|file…>`. */
  readonly usage: string;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
  /** Gives the exit code. */
  readonly run: (invocation: Invocation) => Promise<number>;
}

/** What the user did wrong, or what must be done first: printed without a stack trace, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Options that every command has. */
export const commonOptions: readonly OptionSpec[] = [
  { name: 'json', help: 'One JSON document on standard output, everything else on standard error' },
  { name: 'help', help: 'Show this help' },
];

/** Reads the arguments of a command. Throws UsageError for an option or an argument that it does not have. */
export function parseInvocation(
  command: Command,
  args: readonly string[],
): Omit<Invocation, 'terminal'> & { json: boolean; help: boolean } {
  const specs = [...command.options, ...commonOptions];
  const options = Object.fromEntries(
    specs.map(({ name, value }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(name === 'help' && { short: 'h' }),
      },
    ]),
  );
  const { values, positionals } = parse(command, args, options);
  const [first] = positionals;
  if (command.usage === '' && first !== undefined)
    throw new UsageError(`${command.name} takes no "${first}". See \`sailau ${command.name} --help\`.`);
  const flag = (name: string) => values[name] === true;
  const value = (name: string) => {
    const given = values[name];
    return typeof given === 'string' ? given : undefined;
  };
  return { positionals, flag, value, json: flag('json'), help: flag('help') };
}

/** The value of an option that must be a whole number from `minimum` to `maximum`. */
export function wholeNumber(
  name: string,
  text: string | undefined,
  fallback: number,
  minimum = 0,
  maximum = Number.MAX_SAFE_INTEGER,
): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (/^[0-9]{1,15}$/.test(text) && number >= minimum && number <= maximum) return number;
  const range =
    maximum === Number.MAX_SAFE_INTEGER ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`;
  throw new UsageError(`--${name} takes a whole number ${range}, not "${text}".`);
}

function parse(
  command: Command,
  args: readonly string[],
  options: Record<string, { type: 'boolean' | 'string'; short?: string }>,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('. To specify') : [];
    throw new UsageError(`${reason}. See \`sailau ${command.name} --help\`.`);
  }
}
