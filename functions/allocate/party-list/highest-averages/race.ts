import type { Divisors } from './divisors.ts';
import { compareQuotients, quotientAt } from './quotient.ts';

/** A list in an apportionment: its votes (more than none), and the seats that its divisors begin after. */
export interface Party {
  readonly votes: bigint;
  readonly held: number;
}

/** Which quotient of a party: that of the seat it would have next, or of the last that it has. */
export type Which = 'next' | 'last';

/**
 * Parties whose quotients are compared, known by their place, and the seats that they have at the moment. Beside the exact numbers stand
 * doubles of the quotients, times one and the same number: right to 2^-49 of their size where they are neither zero nor infinite (votes, or
 * their squares, to 2^-52, the ratio of divisors to 2^-50, one product).
 */
export class Race {
  readonly parties: readonly Party[];
  readonly divisors: Divisors;
  /** Seats of each beyond those held. To be changed before `start`, and after it by `move` alone. */
  readonly seats: number[];
  /** Votes as doubles, infinite where they are too many for one. */
  readonly weights: Float64Array;
  readonly #nearNext: Float64Array;
  readonly #nearLast: Float64Array;
  #unit = 1;

  constructor(parties: readonly Party[], divisors: Divisors) {
    this.parties = parties;
    this.divisors = divisors;
    this.seats = parties.map(() => 0);
    this.weights = new Float64Array(parties.length);
    this.#nearNext = new Float64Array(parties.length);
    this.#nearLast = new Float64Array(parties.length);
    for (let place = 0; place < parties.length; place++)
      this.weights[place] = Number(parties[place]?.votes ?? 0n);
  }

  /** Takes the seats as they are for the start of the comparisons. */
  start(): void {
    this.#unit = this.parties.reduce((most, _, place) => Math.max(most, this.#held(place)), 1);
    for (let place = 0; place < this.seats.length; place++) this.#weigh(place);
  }

  /** Gives a party seats, or takes them. */
  move(place: number, seats: number): void {
    this.seats[place] = (this.seats[place] ?? 0) + seats;
    this.#weigh(place);
  }

  /** Whether a party can have one seat more. */
  canRise(place: number): boolean {
    return this.#held(place) < this.divisors.length;
  }

  /** Whether a party has a seat beyond those held. */
  canFall(place: number): boolean {
    return (this.seats[place] ?? 0) > 0;
  }

  /**
   * Negative, zero or positive as a quotient of `a` is less than, equal to or greater than one of `b`. Doubles that differ by more than
   * 2^-47 of their sum, which is more than both can be wrong by, are surely different; anything nearer, infinite or nearly nothing is
   * compared in whole numbers.
   */
  compare(a: number, b: number, ofA: Which, ofB: Which): number {
    const left = (ofA === 'next' ? this.#nearNext : this.#nearLast)[a] ?? 0;
    const right = (ofB === 'next' ? this.#nearNext : this.#nearLast)[b] ?? 0;
    const apart = Math.abs(left - right) > (left + right) * 2 ** -47;
    if (apart && isSound(left) && isSound(right)) return left < right ? -1 : 1;
    return compareQuotients(this.#quotient(a, ofA), this.#quotient(b, ofB));
  }

  /** A party with the highest quotient for one seat more; −1 where nobody can have one. */
  highest(): number {
    let most = 0;
    const nears = this.#nearNext;
    for (let place = 0; place < nears.length; place++) {
      const near = nears[place] ?? 0;
      if (near > most && isSound(near)) most = near;
    }
    let found = -1;
    for (let place = 0; place < nears.length; place++) {
      const near = nears[place] ?? 0;
      if (near < most * below || !this.canRise(place)) continue;
      if (found < 0 || this.compare(place, found, 'next', 'next') > 0) found = place;
    }
    return found;
  }

  /** A party with the lowest quotient for its last seat; −1 where nobody has one. */
  lowest(): number {
    let least = Number.POSITIVE_INFINITY;
    const nears = this.#nearLast;
    for (let place = 0; place < nears.length; place++) {
      const near = nears[place] ?? 0;
      if (near < least && isSound(near)) least = near;
    }
    let found = -1;
    for (let place = 0; place < nears.length; place++) {
      const near = nears[place] ?? 0;
      if (near * below > least || !this.canFall(place)) continue;
      if (found < 0 || this.compare(place, found, 'last', 'last') < 0) found = place;
    }
    return found;
  }

  /** All seats of a party: the place of the divisor for its next. */
  #held(place: number): number {
    return (this.parties[place]?.held ?? 0) + (this.seats[place] ?? 0);
  }

  #weigh(place: number): void {
    const weight = this.weights[place] ?? 0;
    const votes = this.divisors.squared ? weight * weight : weight;
    // Of votes beyond doubles nothing is known by them, not even that a quotient is great.
    const size = votes < Number.POSITIVE_INFINITY ? votes : Number.NaN;
    const held = this.#held(place);
    this.#nearNext[place] = this.canRise(place) ? size * this.divisors.ratio(this.#unit, held) : 0;
    this.#nearLast[place] = this.canFall(place) ? size * this.divisors.ratio(this.#unit, held - 1) : 0;
  }

  #quotient(place: number, which: Which) {
    const held = this.#held(place);
    return quotientAt(this.divisors, this.parties[place]?.votes ?? 0n, which === 'next' ? held : held - 1);
  }
}

/** Whether a double is neither infinite nor so small that it has lost digits. */
function isSound(near: number): boolean {
  return near > 1e-290 && near < Number.POSITIVE_INFINITY;
}

/** A little less than 1: doubles that are surely less than another are less than that times this. */
const below = 1 - 2 ** -46;
