import { type Finding, finding, type Where } from '../finding.ts';
import type { Station } from '../roll.ts';
import { foldedId } from '../skeleton.ts';
import { type Limits, limitOf } from './limits.ts';

/**
 * What is out of the ordinary in a register: stations with more voters than the law lets one have, and stations that look like another. Of two that
 * look alike the later is reported. `stations` are those of all registers.
 */
export function registerFindings(stations: readonly Station[], limits: Limits): Finding[] {
  return [...tooLarge(stations, limits), ...alike(stations), ...repeated(stations)];
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

function alike(stations: readonly Station[]): Finding[] {
  return twins(
    stations,
    ({ station }) => foldedId(station),
    (one, other) => finding('station-alike', placeOf(one), { station: one.station, other: other.station }),
  );
}

/** A name alone repeats rightly: a school may house several stations. */
function repeated(stations: readonly Station[]): Finding[] {
  return twins(
    stations.filter(({ name, registered }) => name !== '' && registered !== null),
    ({ area, name, registered }) => JSON.stringify([area, name, registered]),
    (one, other) => finding('station-repeated', placeOf(one), { station: one.station, other: other.station }),
  );
}

/** A finding for each station that has the key of one before it. */
function twins(
  stations: readonly Station[],
  keyOf: (station: Station) => string,
  report: (station: Station, first: Station) => Finding,
): Finding[] {
  const firsts = new Map<string, Station>();
  return stations.flatMap((station) => {
    const key = keyOf(station);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, station);
    return first === undefined ? [] : [report(station, first)];
  });
}

function placeOf({ area, station }: Station): Where {
  return { area, station };
}
