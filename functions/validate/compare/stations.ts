import type { AreaId, StationId } from '../../model/ids.ts';
import type { Station } from '../../model/roll.ts';
import type { Limits } from '../../model/rules/limits.ts';
import { registerFindings } from '../../model/rules/register.ts';
import { type Current, type CurrentFile, headerOf, otherFiles } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import type { Located } from '../readers/content.ts';

/** A station stands in one register. A new version of a register keeps the stations, in their areas, whose protocols are in. */
export async function compareStations(
  file: string,
  stations: readonly Located<Station>[],
  limits: Limits,
  current: Current,
  findings: Findings,
): Promise<void> {
  const rows = new Map<StationId, Located<Station>>(
    stations.map((located) => [located.record.station, located]),
  );
  const elsewhere: Station[] = [];
  for (const other of otherFiles(current, 'stations', file))
    for (const one of await stationsOf(other, current)) {
      const { station } = one;
      const here = rows.get(station);
      if (here === undefined) elsewhere.push(one);
      else {
        const where = { row: here.row, area: here.record.area, station };
        findings.add('station-elsewhere', where, { station, other: other.file });
      }
    }
  reportOddities(rows, elsewhere, limits, findings);
  const former = current.files.get(file);
  if (former === undefined) return;
  const gone = new Map<AreaId, Set<StationId>>();
  for (const { station, area } of await stationsOf(former, current))
    if (rows.get(station)?.record.area !== area) gone.set(area, (gone.get(area) ?? new Set()).add(station));
  await reportOrphans(gone, current, findings);
}

/** Stations of other files come first: what they look like among themselves has been said with them. */
function reportOddities(
  rows: ReadonlyMap<StationId, Located<Station>>,
  elsewhere: readonly Station[],
  limits: Limits,
  findings: Findings,
): void {
  const inOrder = [...rows.values()].sort((a, b) => a.row - b.row);
  for (const found of registerFindings([...elsewhere, ...inOrder.map(({ record }) => record)], limits)) {
    const row = found.where.station && rows.get(found.where.station)?.row;
    if (row !== undefined) findings.addAll([{ ...found, where: { row, ...found.where } }]);
  }
}

async function stationsOf(file: CurrentFile, current: Current): Promise<Station[]> {
  const stations: Station[] = [];
  for (const { area } of (await headerOf(current, file)).areas)
    for (const station of await current.batches.stations(current.election, file.batch, area))
      stations.push(station);
  return stations;
}

async function reportOrphans(
  gone: ReadonlyMap<AreaId, ReadonlySet<StationId>>,
  current: Current,
  findings: Findings,
): Promise<void> {
  if (gone.size === 0) return;
  for (const results of otherFiles(current, 'results', ''))
    for (const { area } of (await headerOf(current, results)).areas) {
      const stations = gone.get(area);
      if (stations === undefined) continue;
      for (const { contest, station } of await current.batches.protocols(
        current.election,
        results.batch,
        area,
      ))
        if (station !== null && stations.has(station))
          findings.add('register-orphans', { contest, area, station }, { station, file: results.file });
    }
}
