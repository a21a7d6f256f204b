import type { PartyList, System } from '../../../model/generated/election.ts';
import type { OptionId } from '../../../model/ids.ts';
import type { Contender } from '../../count/contenders.ts';
import { isWinnable, type Tally } from '../../count/tally.ts';
import { type Admission, admissionWithin } from './admission.ts';
import type { Bounds, BoundsWithin } from './bounds.ts';
import { type Claims, claimsOf } from './claims.ts';
import { onlyKnown } from './known.ts';
import { candidatesOf } from './plurality.ts';

/**
 * Party lists with a threshold and a formula. Every set of lists that may pass is looked at; in each, a list has most seats when all
 * further votes are its own, and fewest when each of its rivals in turn has them all. The last is more than can happen at once, so a seat
 * may be called open that is not; never the other way round.
 */
export function listBounds(system: System, tally: Tally): BoundsWithin | null {
  if (system.type !== 'party-list' || !onlyKnown(system, members) || isShort(system, tally)) return null;
  const lists = candidatesOf(tally);
  const claims = claimsOf(system.formula, BigInt(system.seats));
  const admission = lists && admissionWithin(system, tally, lists);
  if (!lists || !claims || !admission || lists.length > mostLists) return null;
  return ({ votes }) => boundsWithin(system, tally, { claims, further: votes, ...admission(votes) });
}

const members = [
  'type',
  'seats',
  'seatsLaw',
  'formula',
  'threshold',
  'oneListPasses',
  'noListPasses',
  'ties',
  'tiesLaw',
  'persons',
  'personsLaw',
  'groupQuota',
];

// The work grows with the square of the lists.
const mostLists = 300;

/** Whether a list may run out of candidates: what becomes of its seats then is not bounded here. */
function isShort({ seats }: PartyList, { contest }: Tally): boolean {
  return contest.options.some((option) => {
    const length = new Map<string, unknown>(Object.entries(option)).get('listLength');
    return typeof length === 'number' && length < seats;
  });
}

interface Race extends Admission {
  readonly claims: Claims;
  readonly further: bigint;
}

function boundsWithin(system: PartyList, tally: Tally, race: Race): Bounds {
  const { passing, open, failing } = race;
  const options = tally.contest.options.filter(isWinnable).map(({ id }) => id);
  // With fewer than two lists the rules for one list, or none, take over, and may let others in.
  if (passing.length < 2) return unknown(options, [...passing, ...open, ...failing], system.seats);
  // So many at the threshold can pass in too many ways to look at each.
  if (open.length > mostOpen) return unknown(options, [...passing, ...open], system.seats);
  const found = subsets(open).map((more) => seatsWithin(system, { ...race, passing: [...passing, ...more] }));
  const seats = options.map((option) => {
    const ranges = found.map((one) => one.get(option) ?? { atLeast: 0, atMost: 0 });
    return {
      option,
      atLeast: Math.min(...ranges.map(({ atLeast }) => atLeast)),
      atMost: Math.max(...ranges.map(({ atMost }) => atMost)),
    };
  });
  return { decided: seats.every(({ atLeast, atMost }) => atLeast === atMost), seats };
}

/** Any number of seats for those that are able to have some, none for the others. */
function unknown(options: readonly OptionId[], able: readonly Contender[], seats: number): Bounds {
  const ids = new Set<OptionId>(able.map(({ option }) => option));
  return {
    decided: false,
    seats: options.map((option) => ({ option, atLeast: 0, atMost: ids.has(option) ? seats : 0 })),
  };
}

const mostOpen = 4;

function subsets(lists: readonly Contender[]): (readonly Contender[])[] {
  const sets: (readonly Contender[])[] = [[]];
  for (const list of lists) sets.push(...sets.map((set) => [...set, list]));
  return sets;
}

interface Range {
  readonly atLeast: number;
  readonly atMost: number;
}

/** Bounds of each list when exactly those in `passing` take part. */
function seatsWithin({ seats }: PartyList, { passing, claims, further }: Race): Map<OptionId, Range> {
  const all = passing.reduce((sum, { votes }) => sum + votes, 0n);
  return new Map(
    passing.map(({ option, votes: own }) => {
      const rivals = passing.filter((list) => list.option !== option).map(({ votes }) => votes);
      const best = (seat: bigint) =>
        sumOf(rivals, (other) => claims({ own: own + further, other, all: all + further }, seat, 'for'));
      const worst = (seat: bigint) =>
        sumOf(rivals, (other) =>
          greatest(contestsOf(own, other, all, further), (one) => claims(one, seat, 'against')),
        );
      return [
        option,
        { atLeast: own === 0n ? 0 : seatsAhead(seats, worst), atMost: seatsAhead(seats, best) },
      ];
    }),
  );
}

/** A rival is strongest with all of the further votes or with none of them, or where they go to a third: a quotient of sums is greatest at a corner. */
function contestsOf(own: bigint, other: bigint, all: bigint, further: bigint) {
  return [
    { own, other: other + further, all: all + further },
    { own, other, all: all + further },
    { own, other, all },
  ];
}

/** The most seats that a list has when `before` counts the claims of others that come before its own of that number; more seats, more of them. */
function seatsAhead(seats: number, before: (seat: bigint) => bigint): number {
  let [sure, beyond] = [0, seats + 1];
  while (beyond - sure > 1) {
    const seat = Math.floor((sure + beyond) / 2);
    if (before(BigInt(seat)) <= BigInt(seats - seat)) sure = seat;
    else beyond = seat;
  }
  return sure;
}

function sumOf(values: readonly bigint[], term: (value: bigint) => bigint): bigint {
  return values.reduce((sum, value) => sum + term(value), 0n);
}

function greatest<Item>(items: readonly Item[], value: (item: Item) => bigint): bigint {
  return items.map(value).reduce((most, one) => (one > most ? one : most), 0n);
}
