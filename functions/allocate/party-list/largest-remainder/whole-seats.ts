import { divide, type Fraction, floor, fraction, multiply } from '../../../model/fraction.ts';
import { jsonCount } from '../../../model/json/json.ts';
import type { Step, Trace } from '../../../model/law/allocation.ts';
import type { Contender } from '../../count/contenders.ts';
import { exact } from '../../exact.ts';
import { type Award, awarded, awardSteps, type Standing } from '../standing.ts';

/** A list, its votes divided by the quota, and the whole part of that. */
export interface Claim extends Contender, Award {
  readonly quotient: Fraction;
}

/** What a list has a claim to, its quotient multiplied by `factor` where the law does so. */
export function claimOf(list: Contender, quota: Fraction, factor: Fraction = fraction(1n)): Claim {
  const quotient = multiply(divide(fraction(list.votes), quota), factor);
  return { ...list, quotient, seats: Number(floor(quotient)) };
}

/** Gives each list the whole part of its claim, in the order given. */
export function wholeSeats(
  before: Standing,
  claims: readonly Claim[],
  law: string | undefined,
): { standing: Standing; steps: Trace } {
  const step = ({ option, votes, quotient, seats }: Claim, standing: Award[]): Step => ({
    rule: 'whole-seats',
    law,
    option,
    votes: jsonCount(votes),
    quotient: exact(quotient),
    seats,
    standing,
  });
  return { standing: awarded(before, claims), steps: awardSteps(before, claims, step) };
}
