import type { Contest, Law, System } from '../../model/generated/election.ts';
import type { Problem } from '../../model/generated/problem.ts';
import type { OptionId } from '../../model/ids.ts';
import { isObject } from '../../model/json/json.ts';
import type { AllocationInput } from '../../model/law/allocation.ts';
import { shown } from '../../model/text/shown.ts';
import { checkLots, isOptionName, readContest, readSystem, withOptions } from './contest.ts';
import { type Fault, pointerStep, schemaFaults } from './fault.ts';
import { type ByArea, readFigures, totalsOf } from './figures.ts';
import { type Checkers, checkers } from './schemas.ts';

/** What a problem file says: an input for `allocate` a problem; or everything that is wrong in it, and then none. */
export type Reading =
  | {
      readonly inputs: readonly AllocationInput[];
      /** Whether the file is an array of problems. */
      readonly several: boolean;
    }
  | { readonly faults: readonly Fault[] };

/** Reads a problem, or an array of them, as schemas/problem.schema.json describes it. What is left out and safe to fill in is. */
export async function readProblem(text: string): Promise<Reading> {
  const parsed = parse(text);
  if ('fault' in parsed) return { faults: [parsed.fault] };
  const check = await checkers();
  if (!Array.isArray(parsed.value)) return readAll([parsed.value], false, check);
  if (parsed.value.length === 0) return { faults: [nothing] };
  return readAll(parsed.value, true, check);
}

function parse(text: string): { value: unknown } | { fault: Fault } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
    return { fault: { pointer: '/', reason: `not JSON: ${shown(reason)}`, remedy: 'Mend the text there.' } };
  }
}

function readAll(values: readonly unknown[], several: boolean, check: Checkers): Reading {
  const faults: Fault[] = [];
  const inputs = values.flatMap((value, index) => {
    const found: Fault[] = [];
    const input = readOne(value, several ? `contest-${index + 1}` : 'contest', check, found);
    const at = several ? `/${index}` : '';
    faults.push(...found.map((fault) => ({ ...fault, pointer: within(at, fault.pointer) })));
    return input ? [input] : [];
  });
  return faults.length > 0 ? { faults } : { inputs, several };
}

/** A pointer of a part that stands at `at`. */
function within(at: string, pointer: string): string {
  if (at === '') return pointer;
  return pointer === '/' ? at : `${at}${pointer}`;
}

function readOne(value: unknown, id: string, check: Checkers, faults: Fault[]): AllocationInput | null {
  const figures = figuresOf(value, faults);
  if (!check.problem.fits(value)) {
    // Of a number, the reader of figures says more than the schema does.
    const others = check.problem
      .problems(value)
      .filter(({ pointer }) => faults.length === 0 || !/^\/(votes|counts)\//.test(pointer));
    faults.push(...schemaFaults(others, '', 'See docs/allocation.md for the members of a problem.'));
    return null;
  }
  const system = readSystem(value, check, faults);
  const laws = readLaws(value, check, faults);
  const contest = system && readContest(value, system, id, check, faults);
  return contest && system ? inputOf(value, contest, system, laws, figures, faults) : null;
}

interface Figured {
  readonly votes: ByArea;
  readonly counts: ByArea;
}

function figuresOf(value: unknown, faults: Fault[]): Figured {
  const read = (name: 'votes' | 'counts'): ByArea => {
    const part = isObject(value) ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
    return isObject(part) ? readFigures(part, `/${name}`, faults) : new Map();
  };
  return { votes: read('votes'), counts: read('counts') };
}

function inputOf(
  problem: Problem,
  given: Contest,
  system: System,
  laws: readonly Law[],
  { votes, counts }: Figured,
  faults: Fault[],
): AllocationInput {
  const names = new Set([...votes.values()].flatMap((area) => [...area.keys()]));
  const contest = problem.contest.options ? given : withOptions(given, names, system);
  const options = new Map<string, OptionId>(contest.options.map((option) => [option.id, option.id]));
  if (!problem.contest.options) for (const name of names) if (!isOptionName(name)) faults.push(noName(name));
  checkLots(problem, options, faults);
  const totals = totalsOf(votes, counts, { ...contest, options }, faults);
  const held = heldOf(problem, faults);
  return { contest, system, laws, totals, expected: totals.length, ...(held && { held }) };
}

function heldOf({ held }: Problem, faults: Fault[]): ReadonlyMap<OptionId, number> | null {
  if (!held) return null;
  const seats = new Map<OptionId, number>();
  for (const [name, number] of Object.entries(held))
    if (isOptionName(name)) seats.set(name, number);
    else faults.push({ ...noName(name), pointer: `/held${pointerStep(name)}` });
  return seats;
}

function readLaws({ laws = [] }: Problem, check: Checkers, faults: Fault[]): Law[] {
  return laws.flatMap((law: unknown, index) => {
    if (check.law.fits(law)) return [law];
    faults.push(...schemaFaults(check.law.problems(law), `/laws/${index}`, 'Write it as in election.json.'));
    return [];
  });
}

const nothing: Fault = {
  pointer: '/',
  reason: 'the array holds no problem',
  remedy: 'Give one problem, or an array of at least one.',
};

function noName(name: string): Fault {
  return {
    pointer: `/votes${pointerStep(name)}`,
    reason: `"${shown(name)}" cannot stand for an option`,
    remedy: 'Use 1 to 200 characters, with no space at the ends and no control characters.',
  };
}
