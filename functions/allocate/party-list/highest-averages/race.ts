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
  readonly #near: Readonly<Record<Which, Float64Array>>;
  #unit = 1;

  constructor(parties: readonly Party[], divisors: Divisors) {
    this.parties = parties;
    this.divisors = divisors;
    this.seats = parties.map(() => 0);
    this.weights = new Float64Array(parties.length);
    this.#near = { next: new Float64Array(parties.length), last: new Float64Array(parties.length) };
    for (const [place, { votes }] of parties.entries()) this.weights[place] = Number(votes);
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
    const [left, right] = [this.#near[ofA][a] ?? 0, this.#near[ofB][b] ?? 0];
    const apart = Math.abs(left - right) > (left + right) * 2 ** -47;
    if (apart && left > 1e-290 && right > 1e-290) return left < right ? -1 : 1;
    return compareQuotients(this.#quotient(a, ofA), this.#quotient(b, ofB));
  }

  /** All seats of a party: the place of the divisor for its next. */
  #held(place: number): number {
    return (this.parties[place]?.held ?? 0) + (this.seats[place] ?? 0);
  }

  #weigh(place: number): void {
    const weight = this.weights[place] ?? 0;
    const size = this.divisors.squared ? weight * weight : weight;
    const held = this.#held(place);
    this.#near.next[place] = this.canRise(place) ? size * this.divisors.ratio(this.#unit, held) : 0;
    this.#near.last[place] = this.canFall(place) ? size * this.divisors.ratio(this.#unit, held - 1) : 0;
  }

  #quotient(place: number, which: Which) {
    const held = this.#held(place);
    return quotientAt(this.divisors, this.parties[place]?.votes ?? 0n, which === 'next' ? held : held - 1);
  }
}
