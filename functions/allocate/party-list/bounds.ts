import type { PartyList } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Step } from '../../model/law/allocation.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { follow, goOn, type Progress, undetermined } from '../progress.ts';
import { distribute } from './formulas.ts';
import { type Limit, type Limits, limitsOf } from './limits.ts';
import type { Filled } from './problem.ts';
import { type Standing, seatsGiven } from './standing.ts';

/**
 * Distributes the seats within the limits of the lists. A list that the formula takes past a limit is held to it, and the seats left are
 * distributed anew among the others, until nobody passes a limit. Where some have too few and some too many, those are held first whose
 * numbers weigh more, since that can bring the others back within their limits: so that the result is that of giving seat after seat
 * within the limits, by any divisor method. A tie is left open while limits are passed however it comes out.
 */
export function distributeWithin(
  system: PartyList,
  tally: Tally,
  lists: readonly Contender[],
): Progress<Standing> {
  return follow(limitsOf(system, tally, lists), (limits) =>
    distributeBeside(new Map(), { system, tally, lists, limits }),
  );
}

interface Task {
  readonly system: PartyList;
  readonly tally: Tally;
  readonly lists: readonly Contender[];
  readonly limits: Limits;
}

/** The same beside lists whose seats are fixed. */
function distributeBeside(fixed: Standing, task: Task): Progress<Standing> {
  const { system, tally, lists, limits } = task;
  const free = fixed.size === 0 ? lists : lists.filter(({ option }) => !fixed.has(option));
  const seats = system.seats - seatsGiven(fixed);
  if (seats < 0) return undetermined('bounds-conflict', conflict(system, fixed));
  const filled = distribute({
    system,
    tally,
    lists: free,
    seats,
    before: new Map(lists.map(({ option }) => [option, fixed.get(option) ?? 0])),
    passesLimits: (standing, open) => heldOf({ standing, open }, free, limits).length > 0,
  });
  return follow(filled, (given) => {
    const held = heldOf(given, free, limits);
    if (held.length === 0) return goOn(given.standing, []);
    const more = new Map([...fixed, ...held.map(({ option, limit }) => [option, limit.seats] as const)]);
    const left = Math.max(0, system.seats - seatsGiven(more));
    const steps = held.map((one) => boundStep(one, left));
    return follow(goOn(more, steps), (next) => distributeBeside(next, task));
  });
}

interface Held {
  readonly option: OptionId;
  readonly computed: number;
  readonly limit: Limit;
}

/**
 * Who is past a limit: those above where holding them leaves seats over, those below where it takes seats from others, both where it does
 * neither. One that is tied for a seat more is above where it could not take it, and below where it would not have the least without it.
 */
function heldOf({ standing, open }: Filled, free: readonly Contender[], limits: Limits): Held[] {
  const tied = new Set(open?.options);
  const past: Held[] = [];
  let [moved, takers] = [0, 0];
  for (const { option } of free) {
    const given = standing.get(option) ?? 0;
    const hoped = given + (tied.has(option) ? 1 : 0);
    const held = heldAt(option, given, hoped, limits);
    if (held) past.push(held);
    else takers += hoped - given;
    moved += held ? held.limit.seats - given : 0;
  }
  // Seats of the tie that nobody is left to take are over as well.
  moved -= Math.max(0, (open?.seats ?? 0) - takers);
  return past.filter(({ computed, limit }) => moved === 0 || limit.seats > computed === moved > 0);
}

/** The limit that a list is past, if it is: with the seats that it hopes for or those that it has for certain. */
function heldAt(option: OptionId, given: number, hoped: number, { least, most }: Limits): Held | null {
  const [low, high] = [least(option), most(option)];
  if (high && hoped > high.seats) return { option, computed: hoped, limit: high };
  return low && given < low.seats ? { option, computed: given, limit: low } : null;
}

function boundStep({ option, computed, limit }: Held, left: number): Step {
  return { rule: 'bound', law: limit.law, option, bound: limit.bound, computed, seats: limit.seats, left };
}

function conflict({ seats }: PartyList, fixed: Standing): string {
  const lists = [...fixed].map(([option, count]) => `${option} ${count}`).join(', ');
  return `The least numbers of seats that the law grants come to more than ${seats}: ${lists}.`;
}
