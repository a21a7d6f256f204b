import { type Difference, shown } from '../../release/defect.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import { cellPlace, tableRows } from '../../release/table.ts';
import type { PublishedProtocol } from './records.ts';
import { placeOf } from './search.ts';

const file = 'results.csv';

/** The first number of some protocols that results.csv has not, or has another; null when it has these and no more. Throws ReleaseDefect. */
export async function resultsDiffer(
  folder: ReleaseFolder,
  protocols: readonly PublishedProtocol[],
): Promise<Difference | null> {
  const left = new Map(protocols.map((protocol) => [placeOf(protocol), numbersOf(protocol)]));
  const columns = ['contest', 'area', 'station', 'measure', 'option', 'count'];
  for await (const row of tableRows(folder, file, columns)) {
    const [contest, area, station] = [row.cell('contest'), row.cell('area'), row.cell('station')];
    const numbers = left.get(placeOf({ contest, area, station }));
    if (!numbers) continue;
    const name = numberName(row.cell('measure'), row.cell('option'));
    const [expected, found] = [numbers.get(name), row.cell('count')];
    if (String(expected) !== found)
      return {
        file,
        at: cellPlace(row, 'count'),
        expected: String(expected ?? 'no such row'),
        found: shown(found),
      };
    numbers.delete(name);
  }
  for (const [place, numbers] of left)
    for (const [name, count] of numbers)
      return { file, at: '', expected: `a row of ${place} with ${name} ${count}`, found: 'none' };
  return null;
}

/** The numbers of a protocol by name, as a reader sees them: counts first, then votes in the order of the ballot. */
export function numbersOf({ counts, votes }: PublishedProtocol): Map<string, number> {
  return new Map([
    ...Object.entries(counts).map(([measure, count]) => [numberName(measure, ''), count] as const),
    ...Object.entries(votes).map(([option, count]) => [numberName('votes', option), count] as const),
  ]);
}

function numberName(measure: string, option: string): string {
  return option === '' ? measure : `${measure} ${option}`;
}
