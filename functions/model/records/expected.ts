import type { AreaTree } from '../areas.ts';
import type { Contest } from '../generated/election.ts';
import type { AreaId } from '../ids.ts';
import type { BatchHeader, FieldTotal } from './batch.ts';
import { type Field, votesField } from './protocol.ts';

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
 * Whether the sums of a contest may still grow: protocols are missing, it is not known that none are, or some protocols leave out
 * votes of an option that others state. An empty cell is missing, never zero, so such a sum is only the least it can be.
 */
export function isProvisional(
  { options }: Pick<Contest, 'options'>,
  expected: number | null,
  { reported, values }: { readonly reported: number; readonly values: ReadonlyMap<Field, FieldTotal> },
): boolean {
  const units = (option: Contest['options'][number]) => values.get(votesField(option.id))?.units ?? reported;
  // Of a list that stands in some districts only, the others state no votes, and none are missing.
  const everywhere = options.filter(({ districts }) => districts === undefined);
  return expected === null || reported < expected || everywhere.some((option) => units(option) < reported);
}

/**
 * Stations expected in an area and all areas in it, null when nobody has said, or has not of some part: registers arrive region by
 * region, and the first of them must not make a whole country look complete. An area that has neither parts nor stations of its own
 * is such a part; `stations: 0` in the definition says that it has none. Where the definition states a number (`stations` of the
 * area) and registers name stations too, the greater counts: half a register must not make half a result look complete.
 */
export function expectedStations(
  area: AreaId,
  tree: AreaTree,
  stations: ReadonlyMap<AreaId, number>,
): number | null {
  const expected = new Map<AreaId, number>();
  // Children stand after their parents, so from the end every child is known before its parent asks.
  for (const id of tree.subtree(area).toReversed()) {
    const own = stations.get(id);
    const stated = tree.area(id)?.stations;
    const parts = tree.children(id).map((child) => expected.get(child));
    // Stations of its own say that the area is where the register counts: its parts need not have any.
    const known = own !== undefined || (parts.length > 0 && !parts.includes(undefined));
    if (!known && stated === undefined) continue;
    const sum = parts.reduce((total: number, part) => total + (part ?? 0), own ?? 0);
    expected.set(id, Math.max(sum, stated ?? 0));
  }
  return expected.get(area) ?? null;
}
