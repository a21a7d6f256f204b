import type { Verdict } from '../../../model/generated/certificate.ts';
import type { Share } from '../../../model/generated/election.ts';
import type { Figure } from '../../count/bases.ts';
import { reaches, requiredVotes } from '../../count/shares.ts';

/**
 * Whether `counted` is the share of `base` however `further` votes fall: it holds when it does with all of them elsewhere; it fails when it
 * does with none of them and with all of them its own, and so with any number between, the two sides being lines. The base grows with
 * the votes in both cases: by as many votes, by voters who take part, or by those registered, who are no fewer. Open too where a figure is
 * not known whole.
 */
export function verdictWithin(counted: Figure, base: Figure, share: Share, further: bigint): Verdict {
  if (counted.votes === null || base.votes === null) return 'undetermined';
  const [votes, all] = [counted.votes, base.votes];
  const passes = (own: bigint, of: bigint) => reaches(own, requiredVotes(share, of), share.inclusive);
  if (passes(votes, all + further)) return 'holds';
  return passes(votes, all) || passes(votes + further, all + further) ? 'undetermined' : 'fails';
}
