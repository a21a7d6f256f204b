import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { AreaId } from '../../../functions/model/ids.ts';
import { ReleaseDefect, shown } from '../defect.ts';
import type { ReleaseFolder } from '../folder.ts';
import { cellPlace, tableRows } from '../table.ts';

const file = 'stations.csv';

/**
 * How many stations the register of a release names in each area; empty when it has none. Throws ReleaseDefect for a station of an area that the
 * definition has not, and for one that comes twice.
 */
export async function countStations(
  folder: ReleaseFolder,
  { areas }: ElectionDefinition,
): Promise<Map<AreaId, number>> {
  const counts = new Map<AreaId, number>();
  if ((await folder.size(file)) === null) return counts;
  const known = new Map<string, AreaId>(areas.map(({ id }) => [id, id]));
  const stations = new Set<string>();
  for await (const row of tableRows(folder, file, ['station', 'area'])) {
    const area = known.get(row.cell('area'));
    const station = row.cell('station');
    if (area === undefined) throw defect(row, 'area', 'an area of the election', row.cell('area'));
    if (stations.has(station)) throw defect(row, 'station', 'each station once', station);
    stations.add(station);
    counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  return counts;
}

function defect(row: { row: number }, column: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: cellPlace(row, column), expected, found: shown(found) });
}
