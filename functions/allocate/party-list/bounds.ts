import type { Step } from '../../model/allocation.ts';
import type { PartyList } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { follow, goOn, type Progress, undetermined } from '../progress.ts';
import { distribute } from './formulas.ts';
import { type Limit, type Limits, limitsOf } from './limits.ts';
import type { Filled } from './problem.ts';
import type { Standing } from './standing.ts';

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
  const seats = seatsLeft(fixed, system);
  if (seats < 0) return undetermined('bounds-conflict', conflict(system, fixed));
  const filled = distribute({
    system,
    tally,
    lists: free,
    seats,
    before: new Map(lists.map(({ option }) => [option, fixed.get(option) ?? 0])),
    passesLimits: (standing, tied) => heldOf({ standing, tied }, free, limits).length > 0,
  });
  return follow(filled, (given) => {
    const held = heldOf(given, free, limits);
    if (held.length === 0) return goOn(given.standing, []);
    const more = new Map([...fixed, ...held.map(({ option, limit }) => [option, limit.seats] as const)]);
    const left = Math.max(0, seatsLeft(more, system));
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
 * Who is past a limit: those above or those below, whichever have more seats to be moved; both where they have as many. One that is tied
 * for a seat more is above where it could not take it, and below where it would not have the least without it.
 */
function heldOf({ standing, tied }: Filled, free: readonly Contender[], limits: Limits): Held[] {
  const waiting = new Set(tied);
  const past = free.flatMap(({ option }): Held[] => {
    const given = standing.get(option) ?? 0;
    const [least, most] = [limits.least(option), limits.most(option)];
    const hoped = given + (waiting.has(option) ? 1 : 0);
    if (most && hoped > most.seats) return [{ option, computed: hoped, limit: most }];
    return least && given < least.seats ? [{ option, computed: given, limit: least }] : [];
  });
  const moved = past.reduce((sum, { computed, limit }) => sum + limit.seats - computed, 0);
  return past.filter(({ computed, limit }) => moved === 0 || limit.seats > computed === moved > 0);
}

function boundStep({ option, computed, limit }: Held, left: number): Step {
  return { rule: 'bound', law: limit.law, option, bound: limit.bound, computed, seats: limit.seats, left };
}

function seatsLeft(fixed: Standing, { seats }: PartyList): number {
  return seats - fixed.values().reduce((sum, count) => sum + count, 0);
}

function conflict({ seats }: PartyList, fixed: Standing): string {
  const lists = [...fixed].map(([option, count]) => `${option} ${count}`).join(', ');
  return `The least numbers of seats that the law grants come to more than ${seats}: ${lists}.`;
}
