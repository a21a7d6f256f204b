import { add, type Fraction, floor, fraction } from '../../../model/fraction.ts';
import type { LargestRemainder } from '../../../model/generated/election.ts';
import { jsonCount } from '../../../model/json/json.ts';
import type { Step } from '../../../model/law/allocation.ts';
import type { Contender } from '../../count/contenders.ts';
import { exact } from '../../exact.ts';

type QuotaName = LargestRemainder['quota'];

/** The quota that the law names, of the votes of `lists` (more than none) and the seats (more than none), and the step that states it. */
export function quotaFor(
  { quota, law }: Pick<LargestRemainder, 'quota' | 'law'>,
  lists: readonly Contender[],
  seats: number,
): { value: Fraction; step: Step } {
  const votes = lists.reduce((sum, list) => sum + list.votes, 0n);
  const value = quotas[quota](votes, BigInt(seats));
  const step: Step = { rule: 'quota', law, quota, votes: jsonCount(votes), seats, value: exact(value) };
  return { value, step };
}

/** Why nothing can be divided by a quota that is rounded to nothing. */
export const quotaZero =
  'The quota, rounded, is 0 votes: there are too few votes for so many seats, and the law does not say what then.';

/** Votes that a seat costs, from all votes of the admitted lists and the seats. The rounded one can be zero, the others cannot. */
const quotas: Readonly<Record<QuotaName, (votes: bigint, seats: bigint) => Fraction>> = {
  hare: (votes, seats) => fraction(votes, seats),
  droop: (votes, seats) => fraction(votes / (seats + 1n) + 1n),
  'hagenbach-bischoff': (votes, seats) => fraction(votes, seats + 1n),
  'hagenbach-bischoff-rounded': (votes, seats) =>
    fraction(floor(add(fraction(votes, seats + 1n), fraction(1n, 2n)))),
  imperiali: (votes, seats) => fraction(votes, seats + 2n),
};
