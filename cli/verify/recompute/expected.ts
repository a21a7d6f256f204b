import type { Area, Contest, ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { AreaId } from '../../../functions/model/ids.ts';

/**
 * Protocols that a contest expects in each area of the election, its parts with it; an area is left out where nobody has said. By area: the
 * reporting areas in it. By station: its own stations and those of its parts, or the number that the definition states, whichever is greater; of an area
 * that has neither stations of its own nor parts that are all known, and no stated number, nothing is known (docs/formats.md).
 */
export function expectedIn(
  { areas }: ElectionDefinition,
  contest: Contest,
  stations: ReadonlyMap<AreaId, number>,
): Map<AreaId, number> {
  if (contest.reportedBy === 'area') return reportingIn(areas, contest);
  const expected = new Map<AreaId, number>();
  const children = Map.groupBy(areas, ({ parent }) => parent);
  for (const area of areas.toReversed()) {
    const parts = (children.get(area.id) ?? []).map(({ id }) => expected.get(id));
    const own = stations.get(area.id);
    const known = own !== undefined || (parts.length > 0 && parts.every((part) => part !== undefined));
    if (!known && area.stations === undefined) continue;
    const sum = parts.reduce<number>((total, part) => total + (part ?? 0), own ?? 0);
    expected.set(area.id, Math.max(sum, area.stations ?? 0));
  }
  return expected;
}

function reportingIn(areas: readonly Area[], { area: whole, reportingAreas }: Contest): Map<AreaId, number> {
  const expected = new Map<AreaId, number>(areas.map(({ id }) => [id, 0]));
  for (const id of reportingAreas ?? [whole]) expected.set(id, (expected.get(id) ?? 0) + 1);
  for (const { id, parent } of areas.toReversed())
    if (parent !== undefined) expected.set(parent, (expected.get(parent) ?? 0) + (expected.get(id) ?? 0));
  return expected;
}
