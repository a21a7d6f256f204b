import type { Summary } from '../../../functions/model/generated/summary.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import type { Naming } from '../../compute/what-if/grounds.ts';
import { DataError } from '../../data/errors.ts';
import type { ReleaseFiles } from '../../data/release.ts';
import type { Context } from '../../view.ts';

/** The release that an address names. Throws DataError. */
export function releaseOf({ address, published }: Context): Promise<ReleaseFiles> {
  if (address.election === null) throw new DataError('no-release', '');
  return published.release(address.election, address.version);
}

/** The contest that an address names; else the first that `fits`, else the first. Throws DataError where there is none. */
export function contestOf(
  { contests }: Summary,
  { address }: Context,
  fits: (contest: SummaryContest) => boolean = () => true,
): SummaryContest {
  const asked = contests.find(({ contest }) => contest === address.contest);
  const found = asked ?? contests.find((contest) => contest.published && fits(contest)) ?? contests[0];
  if (!found) throw new DataError('missing', 'summary.json');
  return found;
}

/** What a contest and its options are called, for computing its certificate anew. */
export function namingOf({ name, area, options }: SummaryContest): Naming {
  return { contest: name, area, options: new Map(options.map((one) => [one.option, one.name])) };
}
