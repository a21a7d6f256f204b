import { type Finding, finding, type Where } from '../finding.ts';
import type { ContestId } from '../ids.ts';
import { multiply } from './exact.ts';
import { type Limits, limitWithDefault, shareLimit } from './limits.ts';

/** Tells two contests of a station whose ballots cast are too far apart; the same voters take part in both. */
export type ContestRule = (
  cast: number,
  other: { contest: ContestId; cast: number },
  where: Where,
) => Finding[];

/** The rule with the limits of an election: both the share (of the greater number) and the number of ballots must be exceeded. */
export function contestRule(limits: Limits): ContestRule {
  const share = shareLimit('contests-cast-differ', 'contestCastPercent', limits);
  const least = Number(limitWithDefault('contests-cast-differ', 'contestCastBallots', limits));
  return (cast, { contest, cast: other }, where) => {
    const difference = Math.abs(cast - other);
    if (difference <= least) return [];
    if (multiply(difference, share.of) <= multiply(Math.max(cast, other), share.most)) return [];
    return [finding('contests-cast-differ', where, { cast, other, contest, limit: share.percent, least })];
  };
}
