import type { Contest } from '../../model/generated/election.ts';
import type { Release } from '../release.ts';
import { correlations } from './correlation.ts';
import { lastDigits, secondDigits } from './digits.ts';
import type { Indication } from './indication.ts';
import { outliers } from './outliers.ts';
import { roundShares } from './round.ts';
import { sampleOf } from './sample.ts';

/**
 * What statistics say of the stations of a contest, the contest as a whole first. Reads the protocols once and keeps a few numbers a
 * station. Nothing of a contest that is reported by area. docs/indicators.md defines each; none of them is a verdict.
 */
export async function* indicationsOf(
  release: Release,
  contest: Contest,
): AsyncGenerator<Iterable<Indication>> {
  if (contest.reportedBy === 'area') return;
  const sample = await sampleOf(release, contest);
  const areas = release.tree.subtree(contest.area);
  yield roundShares('turnout', sample, contest.area);
  yield roundShares('leader-share', sample, contest.area);
  yield lastDigits('turnout', sample, contest.area);
  yield lastDigits('leader-votes', sample, contest.area);
  yield correlations(sample, contest.area);
  yield secondDigits(sample, contest.area);
  yield outliers('turnout', sample, release.tree, areas);
  yield outliers('leader-share', sample, release.tree, areas);
}
