import type { Fraction } from '../../../model/fraction.ts';
import type { Divisors } from './divisors.ts';

/** A list in an apportionment: its votes (more than none), and the seats that its divisors begin after. */
export interface Party {
  readonly votes: bigint;
  readonly held: number;
}

/**
 * Votes divided by the divisor of `seats`, or the square of that; not reduced. The denominator is zero where the divisor is: greater than
 * every number, and equal to another such.
 */
export function quotientAt(divisors: Divisors, votes: bigint, seats: number): Fraction {
  const { numerator, denominator } = divisors.at(seats);
  const dividend = divisors.squared ? votes * votes : votes;
  return { numerator: dividend * denominator, denominator: numerator };
}

/** Whether `a` is greater than `b`. Without dividing, so that a denominator of zero is as good as any. */
export function exceeds(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator;
}

/** Whether the two are the same number. */
export function equals(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}
