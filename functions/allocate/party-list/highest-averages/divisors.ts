import { compare, type Fraction, fraction, multiply, parseFraction } from '../../../model/fraction.ts';
import type { DivisorName, HighestAverages } from '../../../model/generated/election.ts';
import { betweenWholes, doubling, linear } from './families.ts';
import { sequence } from './sequence.ts';

/**
 * What the votes of a list are divided by, seat after seat: strictly ascending, so that no list has the same quotient twice. Exact; where
 * the divisors have no exact roots, their squares stand for them, and squares of votes are divided.
 */
export interface Divisors {
  readonly squared: boolean;
  /** How many there are; Infinity where they never end. */
  readonly length: number;
  /** The divisor (or its square) of a list that has `seats`. */
  at(seats: number): Fraction;
  /** How many are not above `top / bottom`, both positive. */
  upTo(top: bigint, bottom: bigint): bigint;
  /** About as many as are not above 2^`exponent`. A start for a search; nothing may be decided by it. */
  about(exponent: number): number;
}

/** The divisors that a law names; null where they do not ascend, and so are no rule. */
export function divisorsOf({ divisors, first }: HighestAverages): Divisors | null {
  const named = typeof divisors === 'string' ? byName[divisors] : sequence(divisors);
  if (named === null || first === undefined) return named;
  return startingWith(parseFraction(first), named);
}

/** d(s), the divisor of a list that has s seats: Pukelsheim, Proportional Representation (2017), ch. 3 and 4. */
const byName: Readonly<Record<DivisorName, Divisors>> = {
  dhondt: linear(1n, 1n),
  'sainte-lague': linear(1n, 2n),
  danish: linear(1n, 3n),
  imperiali: linear(2n, 1n),
  adams: linear(0n, 1n),
  macau: doubling,
  dean: betweenWholes({
    squared: false,
    at: (seats) => ({ numerator: 2n * seats * (seats + 1n), denominator: 2n * seats + 1n }),
  }),
  'huntington-hill': betweenWholes({
    squared: true,
    at: (seats) => ({ numerator: seats * (seats + 1n), denominator: 1n }),
  }),
};

/** The same divisors with another in the first place. */
function startingWith(first: Fraction, rest: Divisors): Divisors | null {
  const own = rest.squared ? multiply(first, first) : first;
  if (rest.length > 1 && compare(own, rest.at(1)) >= 0) return null;
  return {
    ...rest,
    at: (seats) => (seats === 0 ? own : rest.at(seats)),
    upTo(top, bottom) {
      const count = rest.upTo(top, bottom);
      if (count > 1n) return count;
      return compare(fraction(top, bottom), first) >= 0 ? 1n : 0n;
    },
  };
}
