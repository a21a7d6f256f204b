import type { AreaTree } from '../areas.ts';
import type { Districts, ElectionDefinition, System } from '../generated/election.ts';
import type { AreaId } from '../ids.ts';

/** The system of an id; undefined where the definition has none of that name. */
export function systemNamed(
  { systems }: Pick<ElectionDefinition, 'systems'>,
  id: string,
): System | undefined {
  return Object.hasOwn(systems, id) ? systems[id] : undefined;
}

/** The districts that seats are filled in; undefined where the contest is one. */
export function districtsOf(system: System): Districts | undefined {
  return system.type === 'party-list' || system.type === 'biproportional' ? system.districts : undefined;
}

/** The areas that a system looks at each by itself: its districts, or the regions of a double majority. */
export function areasOf(system: System): readonly AreaId[] {
  if (system.type === 'referendum') return system.regions?.areas ?? [];
  return districtsOf(system)?.areas.map(({ area }) => area) ?? [];
}

/** By area, the one of those that the system looks at in which it lies; the area itself where it lies in none: stations report in smaller ones. */
export function countedIn(system: System, tree: AreaTree): (area: AreaId) => AreaId {
  const areas = new Set(areasOf(system));
  return (area) => tree.path(area).find((around) => areas.has(around)) ?? area;
}
