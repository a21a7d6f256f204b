import type { Divisors } from './divisors.ts';
import { startNear } from './estimate.ts';
import { Heap } from './heap.ts';
import { type Party, Race } from './race.ts';

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
 * Highest averages by jump and step (Pukelsheim, Proportional Representation, 2017, ch. 4.6): each party begins with about the seats that
 * it will have, computed at once; then seats are given to the highest quotients or taken from the lowest until they are as many as there
 * are, and passed on until no quotient that has no seat is above one that has. That is the result of giving one seat after the other,
 * whatever the start, and its cost does not grow with the seats. No more seats may be asked for than the divisors of the parties allow.
 */
export function apportion(parties: readonly Party[], seats: number, divisors: Divisors): Apportioned {
  const race = new Race(parties, divisors);
  startNear(race, seats);
  race.start();
  const excess = race.seats.reduce((sum, count) => sum + count, 0) - seats;
  if (excess > 0) stepDown(race, excess);
  if (excess < 0) stepUp(race, -excess);
  for (;;) {
    const low = race.lowest();
    const high = race.highest();
    const order = low < 0 || high < 0 ? -1 : race.compare(high, low, 'next', 'last');
    if (order === 0) return tiedAt(race, low);
    if (order < 0) return { seats: race.seats, tied: [], tiedSeats: 0 };
    race.move(low, -1);
    race.move(high, 1);
  }
}

/** Up to so many seats are given or taken by looking at every party for each; for more than that a heap is quicker. */
const handful = 32;

function stepUp(race: Race, missing: number): void {
  if (missing <= handful) {
    for (let left = missing; left > 0; left--) race.move(known(race.highest()), 1);
    return;
  }
  const places = [...race.parties.keys()].filter((place) => race.canRise(place));
  const heap = new Heap(places, (a, b) => race.compare(a, b, 'next', 'next') > 0);
  for (let left = missing; left > 0; left--) {
    const { top } = heap;
    race.move(known(top ?? -1), 1);
    if (top !== undefined && race.canRise(top)) heap.replaceTop(top);
    else heap.removeTop();
  }
}

function stepDown(race: Race, surplus: number): void {
  if (surplus <= handful) {
    for (let left = surplus; left > 0; left--) race.move(known(race.lowest()), -1);
    return;
  }
  const places = [...race.parties.keys()].filter((place) => race.canFall(place));
  const heap = new Heap(places, (a, b) => race.compare(a, b, 'last', 'last') < 0);
  for (let left = surplus; left > 0 && heap.top !== undefined; left--) {
    const { top } = heap;
    race.move(top, -1);
    if (race.canFall(top)) heap.replaceTop(top);
    else heap.removeTop();
  }
}

function known(place: number): number {
  if (place < 0) throw new RangeError('more seats than the divisors allow');
  return place;
}

/** Takes back the seats of the quotient that `low` has its last for: others have as good a claim to them. */
function tiedAt(race: Race, low: number): Apportioned {
  const places = [...race.parties.keys()];
  const winning = new Set(
    places.filter((place) => race.canFall(place) && race.compare(place, low, 'last', 'last') === 0),
  );
  const waiting = new Set(
    places.filter((place) => race.canRise(place) && race.compare(place, low, 'next', 'last') === 0),
  );
  return {
    seats: race.seats.map((count, place) => (winning.has(place) ? count - 1 : count)),
    tied: places.filter((place) => winning.has(place) || waiting.has(place)),
    tiedSeats: winning.size,
  };
}
