import type { Fraction } from '../../../model/fraction.ts';
import type { Divisors } from './divisors.ts';
import { estimatePrice } from './estimate.ts';
import { Heap } from './heap.ts';
import { equals, exceeds, type Party, quotientAt } from './quotient.ts';

/** Seats by the place of the party, not counting those it held before. */
export interface Apportioned {
  /** The seats that are certain. */
  readonly seats: readonly number[];
  /** Places of the parties whose quotients are equal where the seats run out; none where there is no tie. */
  readonly tied: readonly number[];
  /** How many of the tied have one more. */
  readonly tiedSeats: number;
}

/**
 * Highest averages by jump and step (Pukelsheim, Proportional Representation, 2017, ch. 4.6): at a price near the right one each party
 * buys what it can pay for, computed at once; then seats are given to the highest quotients or taken from the lowest until they are as
 * many as there are. The result is that of giving one seat after the other, and its cost does not grow with the seats.
 * No more seats may be asked for than the divisors of the parties allow.
 */
export function apportion(parties: readonly Party[], seats: number, divisors: Divisors): Apportioned {
  const bought = jump(parties, seats, divisors);
  const excess = bought.reduce((sum, count) => sum + count, 0) - seats;
  if (excess > 0) stepDown(bought, parties, divisors, excess);
  else stepUp(bought, parties, divisors, -excess);
  return untied(bought, parties, divisors);
}

/** What each party buys at the estimated price. Those whose first divisor is zero buy a seat at any price. */
function jump(parties: readonly Party[], seats: number, divisors: Divisors): number[] {
  const free = parties.map(({ held }) =>
    held < divisors.length && divisors.at(held).numerator === 0n ? 1 : 0,
  );
  if (seats <= free.reduce<number>((sum, count) => sum + count, 0)) return free;
  const { numerator, denominator } = estimatePrice(parties, seats, divisors);
  return parties.map(({ votes, held }) =>
    Math.max(0, Number(divisors.upTo(votes * denominator, numerator)) - held),
  );
}

interface Claim {
  readonly place: number;
  readonly quotient: Fraction;
}

function stepUp(seats: number[], parties: readonly Party[], divisors: Divisors, missing: number): void {
  if (missing === 0) return;
  const claim = (place: number) => nextClaim(seats, parties, divisors, place);
  const heap = new Heap(
    [...parties.keys()].flatMap((place) => claim(place) ?? []),
    (a, b) => exceeds(a.quotient, b.quotient),
  );
  for (let left = missing; left > 0; left--) {
    const { top } = heap;
    if (!top) throw new RangeError('more seats than the divisors allow');
    seats[top.place] = (seats[top.place] ?? 0) + 1;
    const next = claim(top.place);
    if (next) heap.replaceTop(next);
    else heap.removeTop();
  }
}

function stepDown(seats: number[], parties: readonly Party[], divisors: Divisors, surplus: number): void {
  const claim = (place: number) => lastClaim(seats, parties, divisors, place);
  const heap = new Heap(
    [...parties.keys()].flatMap((place) => claim(place) ?? []),
    (a, b) => exceeds(b.quotient, a.quotient),
  );
  for (let left = surplus; left > 0 && heap.top; left--) {
    const { place } = heap.top;
    seats[place] = (seats[place] ?? 0) - 1;
    const next = claim(place);
    if (next) heap.replaceTop(next);
    else heap.removeTop();
  }
}

/** Takes back the seats that equal quotients outside have as good a claim to. */
function untied(seats: readonly number[], parties: readonly Party[], divisors: Divisors): Apportioned {
  const places = [...parties.keys()];
  const given = places.flatMap((place) => lastClaim(seats, parties, divisors, place) ?? []);
  const open = places.flatMap((place) => nextClaim(seats, parties, divisors, place) ?? []);
  const lowest = given.reduce<Claim | null>((a, b) => (a && !exceeds(a.quotient, b.quotient) ? a : b), null);
  const highest = open.reduce<Claim | null>((a, b) => (a && !exceeds(b.quotient, a.quotient) ? a : b), null);
  if (!lowest || !highest || !equals(lowest.quotient, highest.quotient))
    return { seats, tied: [], tiedSeats: 0 };
  const atPrice = ({ quotient }: Claim) => equals(quotient, lowest.quotient);
  const winning = new Set(given.filter(atPrice).map(({ place }) => place));
  const waiting = new Set(open.filter(atPrice).map(({ place }) => place));
  return {
    seats: seats.map((count, place) => (winning.has(place) ? count - 1 : count)),
    tied: places.filter((place) => winning.has(place) || waiting.has(place)),
    tiedSeats: winning.size,
  };
}

/** The quotient that a party has for one seat more; null where its divisors have run out. */
function nextClaim(
  seats: readonly number[],
  parties: readonly Party[],
  divisors: Divisors,
  place: number,
): Claim | null {
  const party = parties[place];
  const next = (party?.held ?? 0) + (seats[place] ?? 0);
  if (!party || next >= divisors.length) return null;
  return { place, quotient: quotientAt(divisors, party.votes, next) };
}

/** The quotient that a party had for its last seat; null where it has none. */
function lastClaim(
  seats: readonly number[],
  parties: readonly Party[],
  divisors: Divisors,
  place: number,
): Claim | null {
  const party = parties[place];
  const count = seats[place] ?? 0;
  if (!party || count === 0) return null;
  return { place, quotient: quotientAt(divisors, party.votes, party.held + count - 1) };
}
