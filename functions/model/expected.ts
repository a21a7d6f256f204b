import type { AreaTree } from './areas.ts';
import type { BatchHeader } from './batch.ts';
import type { Contest } from './generated/election.ts';
import type { AreaId } from './ids.ts';

/** How many stations the accepted registers name in each area, from the headers of their batches. */
export function stationsByArea(registers: readonly BatchHeader[]): Map<AreaId, number> {
  const stations = new Map<AreaId, number>();
  for (const { areas } of registers)
    for (const { area, records } of areas) stations.set(area, (stations.get(area) ?? 0) + records);
  return stations;
}

/**
 * How many protocols a contest expects: reported by area, its reporting areas; reported by station, the stations of its area
 * and of all areas in it. Null when nobody has said how many stations there are.
 */
export function expectedUnits(
  contest: Contest,
  tree: AreaTree,
  stations: ReadonlyMap<AreaId, number>,
): number | null {
  if (contest.reportedBy === 'area') return contest.reportingAreas?.length ?? 1;
  return expectedStations(contest.area, tree, stations);
}

/**
 * Stations expected in an area and all areas in it, null when nobody has said. Where the definition states a number (`stations` of
 * the area) and registers name stations too, the greater counts: half a register must not make half a result look complete.
 */
export function expectedStations(
  area: AreaId,
  tree: AreaTree,
  stations: ReadonlyMap<AreaId, number>,
): number | null {
  const expected = new Map<AreaId, number>();
  // Children stand after their parents, so from the end every child is known before its parent asks.
  for (const id of tree.subtree(area).toReversed()) {
    const parts = [stations.get(id), ...tree.children(id).map((child) => expected.get(child))];
    const known = parts.filter((part) => part !== undefined);
    const stated = tree.area(id)?.stations;
    if (known.length === 0 && stated === undefined) continue;
    const sum = known.reduce((total, part) => total + part, 0);
    expected.set(id, Math.max(sum, stated ?? 0));
  }
  return expected.get(area) ?? null;
}
