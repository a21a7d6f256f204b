import type { Outcome, Seats, Step } from '../../model/law/allocation.ts';
import { share } from '../party-list/share.ts';
import { type Decision, joined, undetermined } from '../progress.ts';
import type { Compensated } from './compensate.ts';
import { allSeats, type Overhang, overhangs, standingOf } from './entitlement.ts';

/**
 * The house grows to the least number of seats for which no list holds more than its share. In Germany 2013 to 2020, Bundeswahlgesetz
 * § 6(5), there of the lists of the whole country.
 */
export function levelled(of: Compensated): Decision {
  const first = share(of.system, of.tally, of.lists);
  const start = coverage(of, first.outcome);
  if (start.answer !== 'short') return whole(of, first);
  const house = leastHouse(of, start.over);
  if (house === null) return tooGreat(first, start.over);
  const grown = share({ ...of.system, seats: house }, of.tally, of.lists);
  const { outcome, steps } = whole(of, grown);
  return { outcome, steps: joined(first.steps, [houseStep(of, house)], steps) };
}

/** Far beyond any house there is: seats held that ask for more come from votes that are wrong. */
const greatest = 100_000;

type Coverage =
  | { readonly answer: 'covered' | 'open' }
  | { readonly answer: 'short'; readonly over: readonly Overhang[] };

/** Whether every list holds no more than its share. Open: a lot comes first, or the law gives no shares. */
function coverage(of: Compensated, outcome: Outcome): Coverage {
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return { answer: 'open' };
  const over = overhangs(of, outcome.seats);
  if (over.length === 0) return { answer: 'covered' };
  const best = outcome.status === 'lots-required' ? bestCase(outcome) : outcome.seats;
  const hopeless = overhangs(of, best);
  return hopeless.length > 0 ? { answer: 'short', over: hopeless } : { answer: 'open' };
}

/** The seats that every list would have if each lot fell on it. */
function bestCase({ seats, ties }: Extract<Outcome, { status: 'lots-required' }>): Seats[] {
  return seats.map(({ option, seats: certain }) => {
    const chances = ties.filter(({ options }) => options.includes(option)).length;
    return { option, seats: certain + chances };
  });
}

/**
 * The least house that does not fall short; null where none up to the greatest does. Under a divisor method no list loses a seat in a greater
 * house, so the search halves; under a quota a list can, so every house is tried, from the first that could do.
 */
function leastHouse(of: Compensated, over: readonly Overhang[]): number | null {
  const isShort = (seats: number) =>
    coverage(of, share({ ...of.system, seats }, of.tally, of.lists).outcome).answer === 'short';
  const { seats } = of.system;
  if (seats >= greatest) return null;
  return of.system.formula.type === 'largest-remainder'
    ? firstHouse(leastCandidate(of, over), isShort)
    : searched(seats, isShort);
}

function firstHouse(from: number, isShort: (seats: number) => boolean): number | null {
  for (let seats = from; seats <= greatest; seats += 1) if (!isShort(seats)) return seats;
  return null;
}

/**
 * A list has at most one seat more than the whole part of its quotas, and no quota is less than a seat's share of the votes by more than
 * two seats in the divisor (Imperiali): below this house it cannot have what it holds. Where limits move seats between lists it could.
 */
function leastCandidate(of: Compensated, over: readonly Overhang[]): number {
  const { system, lists } = of;
  if (hasLimits(of)) return system.seats + 1;
  const votes = new Map(lists.map(({ option, votes }) => [option, votes]));
  const all = lists.reduce((sum, list) => sum + list.votes, 0n);
  const houses = over.map(({ option, held }) => {
    const own = votes.get(option) ?? 0n;
    return own === 0n ? greatest + 1 : Number((BigInt(held - 1) * all) / own) - 2;
  });
  return Math.max(system.seats + 1, ...houses);
}

function hasLimits({ system, tally }: Compensated): boolean {
  const { minimumSeats, maximumSeats, absoluteMajority, formula } = system;
  const capped = formula.type === 'largest-remainder' && formula.remainderCap !== undefined;
  const ends = tally.contest.options.some(({ listLength }) => listLength !== undefined);
  return capped || ends || [minimumSeats, maximumSeats, absoluteMajority].some((limit) => limit);
}

function searched(short: number, isShort: (seats: number) => boolean): number | null {
  let low = short;
  let high = Math.min(Math.max(short, 1) * 2, greatest);
  while (isShort(high)) {
    if (high === greatest) return null;
    low = high;
    high = Math.min(high * 2, greatest);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isShort(middle)) low = middle;
    else high = middle;
  }
  return high;
}

function whole(of: Compensated, { outcome, steps }: Decision): Decision {
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return { outcome, steps };
  return { outcome: { ...outcome, seats: allSeats(of, standingOf(of, outcome.seats)) }, steps };
}

function houseStep({ compensation: { overhangLaw, law }, system, held }: Compensated, seats: number): Step {
  return {
    rule: 'house',
    law: overhangLaw ?? law,
    from: system.seats + held.outside,
    seats: seats + held.outside,
    reason: 'levelling',
  };
}

function tooGreat({ steps }: Decision, over: readonly Overhang[]): Decision {
  const lists = over.map(({ option, held }) => `${option} holds ${held}`).join(', ');
  return undetermined(
    'house-too-great',
    `No house of up to ${greatest} seats gives every list what it holds: ${lists}. See whether the votes and the seats held are right.`,
    steps,
  );
}
