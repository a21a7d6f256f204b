import { add, type Exact, multiply } from '../exact.ts';
import type { Figures, RuleLimits } from '../figures.ts';
import type { ShareLimit } from '../limits.ts';
import type { StationRule } from './rule.ts';

/** What is possible but out of the ordinary: often columns that were swapped, or a form that was not filled in. */
export const shareRules: readonly StationRule[] = [
  castUnderIssued,
  invalidShareHigh,
  blankShareHigh,
  noVotes,
  noBallots,
];

/** Voters who took a ballot along: both the share and the number must be reached, for in a small station one ballot is many percent. */
function castUnderIssued(
  { counts: { cast, issued } }: Figures,
  { missingShare, missingBallots }: RuleLimits,
): ReturnType<StationRule> {
  if (cast === undefined || issued === undefined || cast >= issued) return null;
  const difference = issued - cast;
  if (difference < missingBallots) return null;
  if (multiply(difference, missingShare.of) < multiply(issued, missingShare.most)) return null;
  const data = { cast, issued, difference, limit: missingShare.percent, least: missingBallots };
  return { code: 'cast-under-issued', data };
}

function invalidShareHigh(figures: Figures, { invalidShare }: RuleLimits): ReturnType<StationRule> {
  const { invalid } = figures.counts;
  const cast = invalid === undefined ? null : castOf(figures);
  if (invalid === undefined || cast === null || !isOver(invalid, cast, invalidShare)) return null;
  return { code: 'invalid-share-high', data: { invalid, cast: `${cast}`, limit: invalidShare.percent } };
}

function blankShareHigh(figures: Figures, { blankShare }: RuleLimits): ReturnType<StationRule> {
  const { blank } = figures.counts;
  const cast = blank === undefined ? null : castOf(figures);
  if (blank === undefined || cast === null || !isOver(blank, cast, blankShare)) return null;
  return { code: 'blank-share-high', data: { blank, cast: `${cast}`, limit: blankShare.percent } };
}

function noVotes({ byOption, votes }: Figures): ReturnType<StationRule> {
  return byOption && votes === 0 ? { code: 'no-votes', data: {} } : null;
}

/** Where votes are stated, `noVotes` says it. */
function noBallots({ counts: { cast, registered }, byOption }: Figures): ReturnType<StationRule> {
  if (byOption || cast !== 0 || registered === undefined || registered === 0) return null;
  return { code: 'no-ballots', data: { registered } };
}

/** The ballots cast; where they are not stated, votes, blank and invalid ballots together, null when one of the votes is missing. */
function castOf({ counts: { cast, blank = 0, invalid = 0 }, votes, complete }: Figures): Exact | null {
  if (cast !== undefined) return cast;
  return votes === null || !complete ? null : add(add(votes, blank), invalid);
}

function isOver(part: number, whole: Exact, { most, of }: ShareLimit): boolean {
  return multiply(part, of) > multiply(whole, most);
}
