import type { Fraction } from '../../../model/fraction.ts';
import type { Divisors } from './divisors.ts';

/** first, first + step, first + 2·step …; both whole numbers, as every linear rule can be scaled to. */
export function linear(first: bigint, step: bigint): Divisors {
  const [start, slope] = [Number(first), Number(step)];
  return {
    squared: false,
    length: Number.POSITIVE_INFINITY,
    at: (seats) => ({ numerator: first + step * BigInt(seats), denominator: 1n }),
    upTo: (top, bottom) => (top < bottom * first ? 0n : (top - bottom * first) / (bottom * step) + 1n),
    about: (exponent) => Math.max(0, Math.floor((2 ** exponent - start) / slope) + 1),
  };
}

/** 1, 2, 4, 8 … */
export const doubling: Divisors = {
  squared: false,
  length: Number.POSITIVE_INFINITY,
  at: (seats) => ({ numerator: 1n << BigInt(seats), denominator: 1n }),
  upTo: (top, bottom) => BigInt(bitLength(top / bottom)),
  about: (exponent) => Math.max(0, Math.floor(exponent) + 1),
};

/**
 * Means of s and s + 1: the divisor of s seats lies between the two. So of those up to r, which lies between f and f + 1, the first f
 * (for 0 to f − 1 seats) count for certain, and only that of f seats must be looked at.
 */
export function betweenWholes(mean: { squared: boolean; at(seats: bigint): Fraction }): Divisors {
  return {
    squared: mean.squared,
    length: Number.POSITIVE_INFINITY,
    at: (seats) => mean.at(BigInt(seats)),
    upTo(top, bottom) {
      const whole = top / bottom;
      const { numerator, denominator } = mean.at(whole);
      const [above, below] = mean.squared ? [top * top, bottom * bottom] : [top, bottom];
      return numerator * below <= above * denominator ? whole + 1n : whole;
    },
    about: (exponent) => Math.floor(2 ** exponent + 0.5),
  };
}

/** How many binary digits a number has, none for 0. Reading them in sixteens takes time in proportion to them. */
function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const digits = value.toString(16);
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits.charAt(0), 16)));
}
