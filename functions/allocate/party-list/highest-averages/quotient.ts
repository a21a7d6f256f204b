import type { Fraction } from '../../../model/fraction.ts';
import type { Divisors } from './divisors.ts';

/**
 * Votes divided by the divisor of `seats`, or the square of that; not reduced. The denominator is zero where the divisor is: greater than
 * every number, and equal to another such.
 */
export function quotientAt(divisors: Divisors, votes: bigint, seats: number): Fraction {
  const { numerator, denominator } = divisors.at(seats);
  const dividend = divisors.squared ? votes * votes : votes;
  return { numerator: dividend * denominator, denominator: numerator };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. Without dividing, so that a denominator may be zero. */
export function compareQuotients(a: Fraction, b: Fraction): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
