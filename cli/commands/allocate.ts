import { readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import {
  type AllocationInput,
  explain,
  type Fault,
  isAnswered,
  type Language,
  languages,
  readProblem,
  type Solution,
  solutionOf,
  allocate as solve,
} from '../../functions/allocate/index.ts';
import { allocateRelease, releaseExamples, releaseOptions } from '../allocate/release.ts';
import { type Command, type Invocation, type OptionSpec, type Terminal, UsageError } from '../command.ts';

/** How many faults of a problem file are shown. */
const shownFaults = 20;

const problemOptions: readonly OptionSpec[] = [
  {
    name: 'language',
    value: 'CODE',
    help: `Language of the explanation of a problem: ${languages.join(', ')} (default en)`,
  },
  { name: 'brief', help: 'Leave the steps of a problem out' },
];

/** `sailau allocate`: the allocation engine on its own, and what if a release or an election had other rules. */
export const allocate: Command = {
  name: 'allocate',
  summary: 'Allocate the seats of a problem file, every step told; or those of a release under another rule',
  usage: '<problem.json|-|release|election folder>',
  options: [...problemOptions, ...releaseOptions],
  examples: [
    'sailau allocate problem.json',
    'sailau allocate problem.json --language kk > explanation.md',
    'sailau allocate - --json --brief < problems.json',
    ...releaseExamples,
  ],
  run: runAllocate,
};

async function runAllocate(invocation: Invocation): Promise<number> {
  const { positionals, terminal, value, flag } = invocation;
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0)
    throw new UsageError(
      'Name one problem file, - for standard input, or one release or election folder. See `sailau allocate --help`.',
    );
  if (!(await isProblem(source))) {
    refuseOptions(invocation, problemOptions, 'a problem file');
    return allocateRelease(invocation);
  }
  refuseOptions(invocation, releaseOptions, 'a release or an election folder');
  const language = languageOf(value('language'));
  const reading = await readProblem(
    source === '-' ? await text(process.stdin) : await readFile(source, 'utf8'),
  );
  if ('faults' in reading) throw new UsageError(faultLines(source, reading.faults));
  const { inputs, several } = reading;
  const solved = inputs.map((input) => ({ input, solution: solutionWith(input, flag('brief')) }));
  if (terminal.json)
    terminal.documentPieces(
      documentPieces(
        solved.map(({ solution }) => solution),
        several,
      ),
    );
  else for (const { input, solution } of solved) print(input, solution, language, terminal);
  return solved.every(({ solution }) => isAnswered(solution)) ? 0 : 1;
}

/** An option that would change nothing is refused: who gives it expects otherwise. */
function refuseOptions({ flag, value }: Invocation, options: readonly OptionSpec[], of: string): void {
  const given = options.find((option) =>
    option.value ? value(option.name) !== undefined : flag(option.name),
  );
  if (given) throw new UsageError(`--${given.name} is for ${of}.`);
}

function languageOf(code = 'en'): Language {
  const language = languages.find((one) => one === code);
  if (language) return language;
  throw new UsageError(`--language takes ${languages.join(', ')}, not "${code}".`);
}

/** A problem is a file or standard input; a folder or an address is none. */
async function isProblem(source: string): Promise<boolean> {
  if (source === '-') return true;
  if (/^https?:\/\//.test(source)) return false;
  const entry = await stat(source).catch(() => null);
  if (entry) return entry.isFile();
  throw new UsageError(
    `There is no file or folder ${source}. docs/allocation.md shows how to write a problem file.`,
  );
}

type Solved = Omit<Solution, 'trace'> & { readonly trace: Solution['trace'] | null };

function solutionWith(input: AllocationInput, brief: boolean): Solved {
  const solution = solutionOf(input.contest, solve(input));
  return brief ? { ...solution, trace: null } : solution;
}

function print(input: AllocationInput, solved: Solved, language: Language, terminal: Terminal): void {
  const { contest, outcome, provisional, trace } = solved;
  const allocation = { contest, outcome, steps: trace ?? [], provisional };
  for (const line of explain(input, { ...allocation, expected: null, reported: 0 }, language))
    terminal.line(line);
  terminal.line();
}

/** The solutions as JSON: an array where the file holds one. A trace may be longer than memory, so it is written as it is made. */
function* documentPieces(solutions: readonly Solved[], several: boolean): Generator<string> {
  if (several) yield '[\n';
  for (const [index, solution] of solutions.entries()) {
    if (index > 0) yield ',\n';
    yield* solutionPieces(solution);
  }
  yield several ? '\n]\n' : '\n';
}

function* solutionPieces({ trace, ...rest }: Solved): Generator<string> {
  const members = JSON.stringify(rest, null, 2);
  if (trace === null) return yield members;
  yield `${members.slice(0, -2)},\n  "trace": [`;
  let separator = '\n    ';
  for (const step of trace) {
    yield separator + JSON.stringify(step);
    separator = ',\n    ';
  }
  yield '\n  ]\n}';
}

function faultLines(source: string, faults: readonly Fault[]): string {
  const name = source === '-' ? 'standard input' : source;
  const lines = faults
    .slice(0, shownFaults)
    .map(({ pointer, reason, remedy }) => `  ${harmless(`${pointer}: ${reason}. ${remedy}`)}`);
  const rest = faults.length - lines.length;
  const more = rest > 0 ? [`  … and ${rest} more`] : [];
  return [`${name} cannot be read as a problem:`, ...lines, ...more].join('\n');
}

/** The file may hold anything, control sequences too. */
function harmless(line: string): string {
  return line.replace(/\p{C}/gu, ' ');
}
