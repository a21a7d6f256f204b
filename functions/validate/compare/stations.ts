import type { AreaId, StationId } from '../../model/ids.ts';
import type { Station } from '../../model/records/roll.ts';
import type { Limits } from '../../model/rules/limits.ts';
import { type OtherRegisters, registerFindings } from '../../model/rules/register.ts';
import { type Current, type CurrentFile, headerOf, otherFiles } from '../current/current.ts';
import { stationsNamed } from '../current/registers.ts';
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
  const others = await otherRegisters(file, rows, current, findings);
  reportOddities(rows, others, limits, findings);
  const former = current.files.get(file);
  if (former === undefined) return;
  const gone = new Map<AreaId, Set<StationId>>();
  for await (const { area, stations: before } of stationsNamed([former], current))
    for (const station of before)
      if (rows.get(station)?.record.area !== area) gone.set(area, (gone.get(area) ?? new Set()).add(station));
  await reportOrphans(gone, current, findings);
}

/** What the other registers have; reports the stations of this file that stand there. */
async function otherRegisters(
  file: string,
  rows: ReadonlyMap<StationId, Located<Station>>,
  current: Current,
  findings: Findings,
): Promise<OtherRegisters> {
  const areas = new Set<AreaId>(Array.from(rows.values(), ({ record }) => record.area));
  const ids: StationId[] = [];
  const shared = new Map<CurrentFile, Set<AreaId>>();
  const others = otherFiles(current, 'stations', file);
  for await (const { file: other, area, stations } of stationsNamed(others, current)) {
    if (areas.has(area)) shared.set(other, (shared.get(other) ?? new Set()).add(area));
    for (const station of stations) {
      const here = rows.get(station);
      if (here === undefined) ids.push(station);
      else reportElsewhere(here, other, findings);
    }
  }
  const stations = await stationsIn(shared, current);
  return { ids, stations: stations.filter(({ station }) => !rows.has(station)) };
}

function reportElsewhere({ record, row }: Located<Station>, other: CurrentFile, findings: Findings): void {
  const { area, station } = record;
  findings.add('station-elsewhere', { row, area, station }, { station, other: other.file });
}

/** Names and voters of other stations matter only in the areas of this file, so no others are read. */
async function stationsIn(
  areas: ReadonlyMap<CurrentFile, ReadonlySet<AreaId>>,
  { election, batches }: Current,
): Promise<Station[]> {
  const stations: Station[] = [];
  for (const [{ batch }, shared] of areas)
    for (const area of shared)
      for (const station of await batches.stations(election, batch, area)) stations.push(station);
  return stations;
}

/** Stations of other files come first: what they look like among themselves has been said with them. */
function reportOddities(
  rows: ReadonlyMap<StationId, Located<Station>>,
  others: OtherRegisters,
  limits: Limits,
  findings: Findings,
): void {
  const inOrder = [...rows.values()].sort((a, b) => a.row - b.row).map(({ record }) => record);
  for (const found of registerFindings(inOrder, limits, others)) {
    const row = found.where.station && rows.get(found.where.station)?.row;
    if (row !== undefined) findings.addAll([{ ...found, where: { row, ...found.where } }]);
  }
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
