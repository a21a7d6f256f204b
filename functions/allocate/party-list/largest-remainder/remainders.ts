import { compare, type Fraction, floor, fraction, subtract } from '../../../model/fraction.ts';
import type { Seats, Step, Tie } from '../../../model/law/allocation.ts';
import { exact } from '../../exact.ts';
import type { Award } from '../standing.ts';
import type { Claim } from './whole-seats.ts';

/** The fractional part of a claim, for which a list has one seat more. */
export interface Remainder extends Award {
  readonly remainder: Fraction;
}

/** What is left of a claim after its whole seats. */
export function remainderOf({ option, quotient }: Claim): Remainder {
  return { option, remainder: subtract(quotient, fraction(floor(quotient))), seats: 1 };
}

/**
 * The `seats` largest remainders, largest first. Where equal ones stand for fewer seats than they are, they are a tie, and only those
 * above are certain.
 */
export function largestRemainders(
  remainders: readonly Remainder[],
  seats: number,
): { certain: readonly Remainder[]; tie: Tie | null } {
  const sorted = remainders.toSorted((a, b) => compare(b.remainder, a.remainder));
  const last = sorted[seats - 1];
  const next = sorted[seats];
  if (!last || !next || compare(last.remainder, next.remainder) !== 0)
    return { certain: sorted.slice(0, seats), tie: null };
  const certain = sorted.filter(({ remainder }) => compare(remainder, last.remainder) > 0);
  const tied = remainders.filter(({ remainder }) => compare(remainder, last.remainder) === 0);
  return {
    certain,
    tie: { options: tied.map(({ option }) => option), seats: seats - certain.length },
  };
}

/** Tells the award of one seat for a remainder. */
export function remainderStep(law: string | undefined) {
  return ({ option, remainder }: Remainder, standing: Seats[]): Step => ({
    rule: 'remainder-seat',
    law,
    option,
    remainder: exact(remainder),
    standing,
  });
}
