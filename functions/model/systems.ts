import type { Districts, System } from './generated/election.ts';
import type { AreaId } from './ids.ts';

/** The districts that seats are filled in; undefined where the contest is one. */
export function districtsOf(system: System): Districts | undefined {
  return system.type === 'party-list' || system.type === 'biproportional' ? system.districts : undefined;
}

/** The areas that a system looks at each by itself: its districts, or the regions of a double majority. */
export function areasOf(system: System): readonly AreaId[] {
  if (system.type === 'referendum') return system.regions?.areas ?? [];
  return districtsOf(system)?.areas.map(({ area }) => area) ?? [];
}
