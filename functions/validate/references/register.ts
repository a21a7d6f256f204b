import type { AreaId, StationId } from '../../model/ids.ts';
import type { Station } from '../../model/roll.ts';
import { lookalikeFinder } from '../spelling/lookalikes.ts';
import { nearestId } from '../spelling/nearest.ts';

/** The stations that are expected to report, from all accepted registers. */
export interface Register {
  station(id: string): Station | null;
  /** The areas that have stations in it. */
  readonly areas: ReadonlySet<AreaId>;
  /** The station whose id is most like `id`, null when none is. */
  nearest(id: string): StationId | null;
  /** The station whose id looks the same as `id`, null when none does. */
  lookalike(id: string): StationId | null;
}

/** The register of these stations. */
export function registerOf(stations: readonly Station[]): Register {
  const byId = new Map<string, Station>(stations.map((station) => [station.station, station]));
  let searches = 0;
  const first = () =>
    byId
      .values()
      .take(most.candidates)
      .map(({ station }) => station);
  return {
    station: (id) => byId.get(id) ?? null,
    areas: new Set(stations.map(({ area }) => area)),
    // Looking through a whole register costs too much to be done for every row of a file that fits none of it.
    nearest: (id) => {
      if (++searches > most.searches) return null;
      return nearestId(id, first());
    },
    lookalike: lookalikeFinder(first),
  };
}

const most = { searches: 20, candidates: 50_000 } as const;
