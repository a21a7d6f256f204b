import type { Contest } from '../../model/generated/election.ts';
import type { Release } from '../release.ts';
import { statedCounts, unitCounts } from './counts.ts';
import type { DetailLevel } from './level.ts';

/**
 * Ballots cast and rejected by unit. The standard gives them no contest; where the voters get several ballots, each count names its
 * contest as its type, and `total` is left to elections with one contest.
 */
export async function* ballotCounts(
  release: Release,
  contest: Contest,
  level: DetailLevel,
): AsyncGenerator<Iterable<string>> {
  const alone = release.definition.contests.length === 1;
  const type = alone ? '"Type":"total"' : `"Type":"other","OtherType":"contest.${contest.id}"`;
  const counts = await unitCounts(release, contest, fields, level);
  yield statedCounts(counts, fields).map(({ unit, counts: stated }) => {
    const [cast, invalid] = [stated.get('cast'), stated.get('invalid')];
    const members = [
      `{"@type":"ElectionResults.BallotCounts","GpUnitId":${JSON.stringify(unit)},${type}`,
      ...(cast === undefined ? [] : [`"BallotsCast":${cast}`]),
      ...(invalid === undefined ? [] : [`"BallotsRejected":${invalid}`]),
    ];
    return `${members.join()}}`;
  });
}

const fields = ['cast', 'invalid'] as const;
