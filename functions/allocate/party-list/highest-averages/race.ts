import type { Divisors } from './divisors.ts';
import { compareQuotients, quotientAt } from './quotient.ts';

/** A list in an apportionment: its votes (more than none), and the seats that its divisors begin after. */
export interface Party {
  readonly votes: bigint;
  readonly held: number;
}

/** Parties whose quotients are compared, known by their place, and the seats that they have at the moment. */
export class Race {
  readonly parties: readonly Party[];
  readonly divisors: Divisors;
  /** Seats of each beyond those held. */
  readonly seats: number[];
  /** Votes as doubles, infinite where they are too many for one. */
  readonly weights: Float64Array;

  constructor(parties: readonly Party[], divisors: Divisors) {
    this.parties = parties;
    this.divisors = divisors;
    this.seats = parties.map(() => 0);
    this.weights = new Float64Array(parties.length);
    parties.forEach(({ votes }, place) => {
      this.weights[place] = Number(votes);
    });
  }

  /** The divisor that the next seat of a party is bought by, counted from 0. */
  next(place: number): number {
    return (this.parties[place]?.held ?? 0) + (this.seats[place] ?? 0);
  }

  /** Whether a party can have one seat more. */
  canRise(place: number): boolean {
    return this.next(place) < this.divisors.length;
  }

  /** Negative, zero or positive as the quotient of the next seat of `a`, or of the last where so asked, is less than, equal to or greater than that of `b`. */
  compare(a: number, b: number, ofA: Which, ofB: Which): number {
    return this.#compareAt(a, this.next(a) - ofA, b, this.next(b) - ofB);
  }

  /**
   * v(a)/d(s) against w(b)/d(t). The doubles are right to 2^-49 of their size (votes, or their squares, to 2^-52, the ratio of divisors to
   * 2^-50, one product), so what differs by more than 2^-48 of their sum is surely different; anything nearer, and anything that is no
   * number, is compared in whole numbers.
   */
  #compareAt(a: number, s: number, b: number, t: number): number {
    const { weights, divisors } = this;
    const [own, other] = [weights[a] ?? 0, weights[b] ?? 0];
    const ratio = divisors.ratio(s, t);
    const left = divisors.squared ? own * own : own;
    const right = (divisors.squared ? other * other : other) * ratio;
    if (Math.abs(left - right) > (left + right) * 2 ** -48) return left < right ? -1 : 1;
    return compareQuotients(this.#quotient(a, s), this.#quotient(b, t));
  }

  #quotient(place: number, seats: number) {
    return quotientAt(this.divisors, this.parties[place]?.votes ?? 0n, seats);
  }
}

/** Which quotient of a party: that of the seat it would have next, or of the last that it has. */
export type Which = typeof nextSeat | typeof lastSeat;
export const nextSeat = 0;
export const lastSeat = 1;
