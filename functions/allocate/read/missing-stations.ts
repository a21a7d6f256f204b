import type { AreaId, StationId } from '../../model/ids.ts';
import type { Missing } from '../../model/law/allocation.ts';
import { hasVotes, type Protocol } from '../../model/records/protocol.ts';
import type { Station } from '../../model/records/roll.ts';
import { sumOrNull } from '../count/sum-or-null.ts';

/**
 * The stations of an area whose votes in a contest have not come, and how many voters they have: by what a protocol without votes says of
 * it (as the turnout that came before the count), else by the register; the greater where both do.
 */
export function missingStations(
  area: AreaId,
  register: readonly Station[],
  protocols: readonly Protocol[],
): Missing {
  const byStation = Map.groupBy(protocols, ({ station }) => station);
  const own = (station: StationId) => byStation.get(station) ?? [];
  const missing = register.filter(({ station }) => !own(station).some(({ values }) => hasVotes(values)));
  const voters = missing.map((station) => votersAt(station, own(station.station)));
  return { area, protocols: missing.length, voters: sumOrNull(voters) };
}

/** Voters that protocols of one place state; null where none does. */
export function registeredAt(protocols: readonly Protocol[]): bigint | null {
  const stated = protocols.flatMap(({ values }) => values.get('registered')?.count ?? []);
  return stated.length === 0 ? null : BigInt(Math.max(...stated));
}

function votersAt({ registered }: Station, protocols: readonly Protocol[]): bigint | null {
  const stated = registeredAt(protocols);
  const listed = registered === null ? null : BigInt(registered);
  if (stated === null || listed === null) return stated ?? listed;
  return stated > listed ? stated : listed;
}
