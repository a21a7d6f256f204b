import type { Fraction } from '../../../model/fraction.ts';
import type { Divisors } from './divisors.ts';

/** first, first + step, first + 2·step …; whole numbers, as every linear rule can be scaled to. */
export function linear(first: number, step: number): Divisors {
  return {
    squared: false,
    length: Number.POSITIVE_INFINITY,
    at: (seats) => ({ numerator: BigInt(first + step * seats), denominator: 1n }),
    ratio: (a, b) => (first + step * a) / (first + step * b),
    about: (value) => (value < first ? 0 : Math.floor((value - first) / step) + 1),
    miss: logOfRatio,
  };
}

/** 1, 2, 4, 8 … */
export const doubling: Divisors = {
  squared: false,
  length: Number.POSITIVE_INFINITY,
  at: (seats) => ({ numerator: 1n << BigInt(seats), denominator: 1n }),
  ratio: (a, b) => 2 ** (a - b),
  about: (_value, exponent) => Math.max(0, Math.floor(exponent) + 1),
  miss: (bought, seats, parties) => (bought - seats) / parties,
};

/**
 * A mean of s and s + 1 for a list that has s seats; `near` is `at` in doubles. Since it lies between the two, a value between f and f + 1
 * is worth f seats for certain, and one more where it reaches the mean of those.
 */
export function betweenWholes(mean: {
  squared: boolean;
  at(seats: bigint): Fraction;
  near(seats: number): number;
}): Divisors {
  return {
    squared: mean.squared,
    length: Number.POSITIVE_INFINITY,
    at: (seats) => mean.at(BigInt(seats)),
    ratio: (a, b) => mean.near(a) / mean.near(b),
    about(value) {
      const whole = Math.floor(value);
      return mean.near(whole) <= (mean.squared ? value * value : value) ? whole + 1 : whole;
    },
    miss: logOfRatio,
  };
}

/** Where seats fall as the price rises, in proportion or nearly. */
export function logOfRatio(bought: number, seats: number): number {
  return Math.log2(bought / seats);
}
