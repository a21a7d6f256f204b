import { expectedStations } from '../../../model/expected.ts';
import type { Contest } from '../../../model/generated/election.ts';
import type { AreaId } from '../../../model/ids.ts';
import { sumsByArea } from '../../figures/contest.ts';
import type { Release } from '../../release.ts';
import { onePage } from '../../write/blocks.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';

/**
 * completeness.csv: protocols expected and reported by contest and area. Areas of which nothing is expected and nothing has come
 * are left out, but for the area of the contest itself.
 */
export const completenessCsv = tableFile('completeness', ({ release }) =>
  onePage(release.definition.contests.values().flatMap((contest) => rows(release, contest))),
);

function* rows(release: Release, contest: Contest): Generator<Row<'completeness'>> {
  for (const { area, reported } of sumsByArea(release, contest).values()) {
    const expected = expectedIn(release, contest, area);
    if (area === contest.area || reported > 0 || (expected ?? 0) > 0)
      yield { contest: contest.id, area, expected, reported };
  }
}

function expectedIn({ tree, stations }: Release, contest: Contest, area: AreaId): number | null {
  if (contest.reportedBy === 'station') return expectedStations(area, tree, stations);
  const reporting = contest.reportingAreas ?? [contest.area];
  return reporting.filter((id) => tree.within(id, area)).length;
}
