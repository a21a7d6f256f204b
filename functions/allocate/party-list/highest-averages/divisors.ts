import { compare, type Fraction, multiply, parseFraction, toNumber } from '../../../model/fraction.ts';
import type { DivisorName, HighestAverages } from '../../../model/generated/election.ts';
import { betweenWholes, doubling, linear } from './families.ts';
import { sequence } from './sequence.ts';

/**
 * What the votes of a list are divided by, seat after seat: strictly ascending, so that no list has the same quotient twice. Exact; where
 * the divisors have no exact roots, their squares stand for them, and squares of votes are divided. Seats are at most 2^30.
 */
export interface Divisors {
  readonly squared: boolean;
  /** How many there are; Infinity where they never end. */
  readonly length: number;
  /** The divisor (or its square) of a list that has `seats`. */
  at(seats: number): Fraction;
  /**
   * at(a) / at(b) as a double: wrong by less than 2^-50 of it, unless it is infinite, NaN or too small for a double.
   */
  ratio(a: number, b: number): number;
  /** About how many seats are worth `value` = 2^`exponent` together. A start for a search; nothing is decided by it. */
  about(value: number, exponent: number): number;
  /** How far the logarithm of a price is from right at which `bought` seats are bought where there are `seats`. A guess, as above. */
  miss(bought: number, seats: number, parties: number): number;
}

/** The divisors that a law names; null where they do not ascend, and so are no rule. */
export function divisorsOf({
  divisors,
  first,
}: Pick<HighestAverages, 'divisors' | 'first'>): Divisors | null {
  const named = typeof divisors === 'string' ? byName[divisors] : sequence(divisors);
  if (named === null || first === undefined) return named;
  return startingWith(parseFraction(first), named);
}

/** d(s), the divisor of a list that has s seats: Pukelsheim, Proportional Representation (2017), ch. 3 and 4. */
const byName: Readonly<Record<DivisorName, Divisors>> = {
  dhondt: linear(1, 1),
  'sainte-lague': linear(1, 2),
  danish: linear(1, 3),
  imperiali: linear(2, 1),
  adams: linear(0, 1),
  macau: doubling,
  dean: betweenWholes({
    squared: false,
    at: (seats) => ({ numerator: 2n * seats * (seats + 1n), denominator: 2n * seats + 1n }),
    near: (seats) => (2 * seats * (seats + 1)) / (2 * seats + 1),
  }),
  'huntington-hill': betweenWholes({
    squared: true,
    at: (seats) => ({ numerator: seats * (seats + 1n), denominator: 1n }),
    near: (seats) => seats * (seats + 1),
  }),
};

/** The same divisors with another in the first place. */
function startingWith(first: Fraction, rest: Divisors): Divisors | null {
  const own = rest.squared ? multiply(first, first) : first;
  if (rest.length > 1 && compare(own, rest.at(1)) >= 0) return null;
  const least = toNumber(first);
  const toSecond = rest.length > 1 ? toNumber(own) / toNumber(rest.at(1)) : 1;
  return {
    ...rest,
    at: (seats) => (seats === 0 ? own : rest.at(seats)),
    ratio(a, b) {
      const between = rest.ratio(Math.max(a, 1), Math.max(b, 1));
      return (a === 0 ? toSecond : 1) * between * (b === 0 ? 1 / toSecond : 1);
    },
    about(value, exponent) {
      const count = rest.about(value, exponent);
      return count > 1 ? count : Number(value >= least);
    },
  };
}
