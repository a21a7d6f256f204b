import type { Step, Tie } from '../../model/allocation.ts';
import { compare, type Fraction, floor, fraction, subtract } from '../../model/fraction.ts';
import type { OptionId } from '../../model/ids.ts';
import { exact } from '../exact.ts';
import { award, type Standing, standingList } from './standing.ts';
import type { Awards, Claim } from './whole-seats.ts';

/** The fractional part of a claim. */
export interface Remainder {
  readonly option: OptionId;
  readonly remainder: Fraction;
}

/** What is left of a claim after its whole seats. */
export function remainderOf({ option, quotient }: Claim): Remainder {
  return { option, remainder: subtract(quotient, fraction(floor(quotient))) };
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

/** Gives one seat to each, in the order given. */
export function awardRemainders(
  before: Standing,
  remainders: readonly Remainder[],
  law: string | undefined,
): Awards {
  const steps: Step[] = [];
  let standing = before;
  for (const { option, remainder } of remainders) {
    standing = award(standing, option, 1);
    steps.push({
      rule: 'remainder-seat',
      law,
      option,
      remainder: exact(remainder),
      standing: standingList(standing),
    });
  }
  return { standing, steps };
}
