import type { Change } from '../../release.ts';
import { tableFile, type Writing } from '../file.ts';

/** changes.csv: what differs from the release before. */
export const changesCsv = tableFile('changes', ({ release, changes }) => counted(release.changes(), changes));

/** Counts the rows as they pass, for the changelog and the ledger. */
async function* counted(
  pages: AsyncIterable<readonly Change[]>,
  counts: Writing['changes'],
): AsyncGenerator<readonly Change[]> {
  for await (const page of pages) {
    for (const { before, after } of page) {
      if (before === null) counts.added += 1;
      else if (after === null) counts.removed += 1;
      else counts.corrected += 1;
    }
    yield page;
  }
}
