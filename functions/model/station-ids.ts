import type { AreaId, StationId } from './ids.ts';
import type { Station } from './records/roll.ts';
import { byCodePoint } from './text/text.ts';

/** Stations of one area by their ids, in order. */
export interface AreaStations {
  readonly area: AreaId;
  readonly stations: readonly StationId[];
}

/**
 * Which stations a register has, and in which area: ordered by area, then station. A large area may come in several parts, one behind the
 * other. It can be gone through again and again.
 */
export type StationIds = Iterable<AreaStations>;

/** The same of stations in any order. */
export function stationIdsOf(stations: readonly Pick<Station, 'station' | 'area'>[]): AreaStations[] {
  return [...Map.groupBy(stations, ({ area }) => area)]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([area, here]) => ({ area, stations: here.map(({ station }) => station).sort(byCodePoint) }));
}
