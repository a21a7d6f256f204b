import { compare, divide, type Fraction, fraction, multiply, parseFraction } from '../../model/fraction.ts';
import type { Verdict } from '../../model/generated/certificate.ts';
import type { Share } from '../../model/generated/election.ts';
import type { Figure } from './bases.ts';

/** The votes that a share comes to, exactly: `percent` of `votes`. */
export function requiredVotes({ percent }: Pick<Share, 'percent'>, votes: bigint): Fraction {
  return multiply(divide(parseFraction(percent), fraction(100n)), fraction(votes));
}

/** Whether `votes` are as many as required, or more where the share itself does not suffice. No votes are never enough. */
export function reaches(votes: bigint, required: Fraction, inclusive: boolean): boolean {
  const difference = compare(fraction(votes), required);
  return votes > 0n && (inclusive ? difference >= 0 : difference > 0);
}

/**
 * Whether `counted` is the share of `base` that the law asks for. Where one of the two is not known whole, what is published of it
 * can still decide: a part of the counted that reaches the share confirms it, and what falls short of the share of a part of the
 * base falls short of that of the whole.
 */
export function verdictOn(counted: Figure, base: Figure, share: Share): Verdict {
  if (base.votes !== null && reaches(counted.atLeast, requiredVotes(share, base.votes), share.inclusive))
    return 'holds';
  const refuted =
    counted.votes !== null &&
    !reaches(counted.votes, requiredVotes(share, base.votes ?? base.atLeast), share.inclusive);
  return refuted ? 'fails' : 'undetermined';
}
