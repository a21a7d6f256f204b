import type { AreaId, StationId } from '../../model/ids.ts';
import type { Station } from '../../model/roll.ts';
import { type Current, type CurrentFile, headerOf, otherFiles } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import type { Located } from '../readers/content.ts';

/** A station stands in one register. A new version of a register keeps the stations, in their areas, whose protocols are in. */
export async function compareStations(
  file: string,
  stations: readonly Located<Station>[],
  current: Current,
  findings: Findings,
): Promise<void> {
  const rows = new Map<StationId, Located<Station>>(
    stations.map((located) => [located.record.station, located]),
  );
  for (const other of otherFiles(current, 'stations', file))
    for (const { station } of await stationsOf(other, current)) {
      const here = rows.get(station);
      if (here === undefined) continue;
      const where = { row: here.row, area: here.record.area, station };
      findings.add('station-elsewhere', where, { station, other: other.file });
    }
  const former = current.files.get(file);
  if (former === undefined) return;
  const gone = new Map<AreaId, Set<StationId>>();
  for (const { station, area } of await stationsOf(former, current))
    if (rows.get(station)?.record.area !== area) gone.set(area, (gone.get(area) ?? new Set()).add(station));
  await reportOrphans(gone, current, findings);
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
