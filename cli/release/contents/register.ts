import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { AreaId } from '../../../functions/model/ids.ts';
import { ReleaseDefect, shown } from '../defect.ts';
import type { ReleaseFolder } from '../folder.ts';
import { cellPlace, tableRows } from '../table.ts';

/** The stations that are expected to report, each with its area. */
export type Register = ReadonlyMap<string, AreaId>;

const file = 'stations.csv';

/**
 * The register of a release; empty when it has none. Throws ReleaseDefect for a station of an area that the definition has not, and for one
 * that comes twice.
 */
export async function readRegister(folder: ReleaseFolder, { areas }: ElectionDefinition): Promise<Register> {
  const register = new Map<string, AreaId>();
  if ((await folder.size(file)) === null) return register;
  const known = new Map<string, AreaId>(areas.map(({ id }) => [id, id]));
  for await (const row of tableRows(folder, file, ['station', 'area'])) {
    const area = known.get(row.cell('area'));
    const station = row.cell('station');
    if (area === undefined) throw defect(row, 'area', 'an area of the election', row.cell('area'));
    if (station === '' || register.has(station)) throw defect(row, 'station', 'each station once', station);
    register.set(station, area);
  }
  return register;
}

/** How many stations a register names in each area. */
export function stationsByArea(register: Register): Map<AreaId, number> {
  const counts = new Map<AreaId, number>();
  for (const area of register.values()) counts.set(area, (counts.get(area) ?? 0) + 1);
  return counts;
}

function defect(row: { row: number }, column: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: cellPlace(row, column), expected, found: shown(found) });
}
