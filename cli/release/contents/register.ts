import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { type AreaId, isStationId } from '../../../functions/model/ids.ts';
import type { Station } from '../../../functions/model/records/roll.ts';
import { ReleaseDefect, shown } from '../defect.ts';
import type { ReleaseFolder } from '../folder.ts';
import { cellPlace, countIn, tableRows } from '../table.ts';

/** The stations that are expected to report, by their ids. */
export type Register = ReadonlyMap<string, Station>;

const file = 'stations.csv';

/**
 * The register of a release; empty when it has none. Throws ReleaseDefect for a station of an area that the definition has not, and for one
 * that comes twice.
 */
export async function readRegister(folder: ReleaseFolder, { areas }: ElectionDefinition): Promise<Register> {
  const register = new Map<string, Station>();
  if ((await folder.size(file)) === null) return register;
  const known = new Map<string, AreaId>(areas.map(({ id }) => [id, id]));
  for await (const row of tableRows(folder, file, ['station', 'area', 'registered'])) {
    const area = known.get(row.cell('area'));
    const station = row.cell('station');
    if (area === undefined) throw defect(row, 'area', 'an area of the election', row.cell('area'));
    if (!isStationId(station) || register.has(station))
      throw defect(row, 'station', 'the id of a station, each once', station);
    const registered = row.cell('registered') === '' ? null : Number(countIn(row, 'registered', file));
    register.set(station, { station, area, name: '', registered, source: '' });
  }
  return register;
}

/** How many stations a register names in each area. */
export function stationsByArea(register: Register): Map<AreaId, number> {
  const counts = new Map<AreaId, number>();
  for (const { area } of register.values()) counts.set(area, (counts.get(area) ?? 0) + 1);
  return counts;
}

function defect(row: { row: number }, column: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: cellPlace(row, column), expected, found: shown(found) });
}
