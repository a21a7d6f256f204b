import { type Finding, finding, type Where } from '../finding.ts';
import type { StationId } from '../ids.ts';
import type { Station } from '../records/roll.ts';
import { foldedId } from '../text/skeleton.ts';
import { type Limits, limitOf } from './limits.ts';

/**
 * What is out of the ordinary in a register: stations with more voters than the law lets one have, and stations that look like another. Of two that
 * look alike the later is reported; those of `others` come first, and what is to be said among themselves has been said with them.
 */
export function registerFindings(
  stations: readonly Station[],
  limits: Limits,
  others: OtherRegisters = { ids: [], stations: [] },
): Finding[] {
  return [
    ...tooLarge(stations, limits),
    ...alike(stations, others.ids),
    ...repeated(stations, others.stations),
  ];
}

/** What the other registers have, in order. */
export interface OtherRegisters {
  /** All their stations. */
  readonly ids: readonly StationId[];
  /** At least those in the areas of the stations that are looked at. */
  readonly stations: readonly Station[];
}

function tooLarge(stations: readonly Station[], limits: Limits): Finding[] {
  const limit = limitOf('station-too-large', 'stationVoters', limits);
  if (limit === null) return [];
  return stations.flatMap((one) =>
    one.registered !== null && one.registered > Number(limit)
      ? [finding('station-too-large', placeOf(one), { registered: one.registered, limit })]
      : [],
  );
}

function alike(stations: readonly Station[], others: readonly StationId[]): Finding[] {
  return twins(
    stations,
    others.map((station) => ({ station })),
    ({ station }) => foldedId(station),
    (one, other) => finding('station-alike', placeOf(one), { station: one.station, other }),
  );
}

/** A name alone repeats rightly: a school may house several stations. */
function repeated(stations: readonly Station[], others: readonly Station[]): Finding[] {
  const named = ({ name, registered }: Station) => name !== '' && registered !== null;
  return twins(
    stations.filter(named),
    others.filter(named),
    ({ area, name, registered }) => JSON.stringify([area, name, registered]),
    (one, other) => finding('station-repeated', placeOf(one), { station: one.station, other }),
  );
}

/** A finding for each station that has the key of one before it, or of one of the others. */
function twins<Known extends Pick<Station, 'station'>>(
  stations: readonly (Station & Known)[],
  others: readonly Known[],
  keyOf: (station: Known) => string,
  report: (station: Station, first: StationId) => Finding,
): Finding[] {
  const keys = stations.map(keyOf);
  const asked = new Set(keys);
  const firsts = new Map<string, StationId>();
  for (const other of others) {
    const key = keyOf(other);
    if (asked.has(key) && !firsts.has(key)) firsts.set(key, other.station);
  }
  return stations.flatMap((station, place) => {
    const key = keys[place] ?? keyOf(station);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, station.station);
    return first === undefined ? [] : [report(station, first)];
  });
}

function placeOf({ area, station }: Station): Where {
  return { area, station };
}
