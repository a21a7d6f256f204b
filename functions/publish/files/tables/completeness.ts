import type { Contest } from '../../../model/generated/election.ts';
import { type Completeness, completenessOf } from '../../figures/completeness.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile, type Writing } from '../file.ts';

/**
 * completeness.csv: protocols expected, reported, missing, rejected and corrected, and when they came, by contest and area. Areas of
 * which nothing is expected and nothing has come are left out, but for the area of the contest itself. That one is kept on the
 * way, for the summary.
 */
export const completenessCsv = tableFile('completeness', pages);

async function* pages({ release, completeness }: Writing): AsyncGenerator<Row<'completeness'>[]> {
  for (const contest of release.definition.contests) {
    const areas = await completenessOf(release, contest);
    const whole = areas.find(({ area }) => area === contest.area);
    if (whole) completeness.set(contest.id, whole);
    yield areas.filter((one) => one === whole || isSomething(one)).map((one) => row(contest, one));
  }
}

function isSomething({ expected, reported, rejected }: Completeness): boolean {
  return reported > 0 || rejected > 0 || (expected ?? 0) > 0;
}

function row({ id }: Contest, { codes, ...numbers }: Completeness): Row<'completeness'> {
  return { contest: id, ...numbers, codes: codes.length > 0 ? codes.join(';') : null };
}
