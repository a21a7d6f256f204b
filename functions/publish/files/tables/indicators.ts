import { indicationsOf } from '../../indicators/indicators.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile, type Writing } from '../file.ts';

/**
 * indicators.csv: what statistics say of contests that are reported by station, in the order of the definition. How many rows there are
 * of each, and how many are flagged, is taken down on the way, for the summary.
 */
export const indicatorsCsv = tableFile('indicators', pages, ({ definition }) =>
  definition.contests.some(({ reportedBy }) => reportedBy === 'station'),
);

async function* pages({ release, indications }: Writing): AsyncGenerator<Iterable<Row<'indicators'>>> {
  for (const contest of release.definition.contests)
    for await (const page of indicationsOf(release, contest))
      yield Iterator.from(page).map((one) => {
        const { rows, flagged } = indications.get(one.indicator) ?? { rows: 0, flagged: 0 };
        indications.set(one.indicator, { rows: rows + 1, flagged: flagged + (one.flagged ? 1 : 0) });
        return { contest: contest.id, ...one };
      });
}
