import type { Contest } from '../../../model/generated/election.ts';
import { sumsByArea } from '../../figures/contest.ts';
import type { Release } from '../../release.ts';
import { onePage } from '../../write/blocks.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';
import { measuresOf } from './results.ts';

/** totals.csv: the sums of results.csv by contest and area, up the tree to the area of the contest. */
export const totalsCsv = tableFile('totals', ({ release }) =>
  onePage(release.definition.contests.values().flatMap((contest) => rows(release, contest))),
);

function* rows(release: Release, contest: Contest): Generator<Row<'totals'>> {
  const measures = measuresOf(contest);
  for (const { area, values } of sumsByArea(release, contest).values())
    for (const { field, measure, option } of measures) {
      const total = values.get(field);
      if (total)
        yield { contest: contest.id, area, measure, option, count: total.sum, protocols: total.units };
    }
}
