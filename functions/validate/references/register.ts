import { type AreaId, isAreaId, isStationId, type StationId } from '../../model/ids.ts';
import type { Station } from '../../model/records/roll.ts';
import { byCodePoint } from '../../model/text/text.ts';
import { type IdSet, idSet } from '../bytes/ids.ts';
import { lookalikeFinder } from '../spelling/lookalikes.ts';
import { nearestId } from '../spelling/nearest.ts';

/** What is known of a station: its id and where it lies. */
export type Registered = Pick<Station, 'station' | 'area'>;

/**
 * The stations that are expected to report, from all accepted registers, numbered from 0 in order of area, then station. Millions of them
 * are kept as bytes and numbers, not as objects.
 */
export interface Register {
  readonly size: number;
  station(id: string): Registered | null;
  /** The areas that have stations in it, in order. */
  readonly areas: ReadonlySet<AreaId>;
  /** The station whose id is most like `id`, null when none is. */
  nearest(id: string): StationId | null;
  /** The station whose id looks the same as `id`, null when none does. */
  lookalike(id: string): StationId | null;
  /** The number of a station, null when it is not registered. */
  numberOf(id: string): number | null;
  stationOf(number: number): StationId;
  areaOf(number: number): AreaId;
  /** The place of the station's area among `areas`. */
  areaNumberOf(number: number): number;
  /** The numbers of the stations by the bytes of their ids. */
  readonly ids: Pick<IdSet, 'find' | 'is'>;
}

/** Takes stations one by one; of two with the same id the later counts. */
export interface RegisterBuilder {
  add(station: Registered): void;
  finish(): Register;
}

/** A register that is put together part by part, so that not all stations have to be objects at once. */
export function registerBuilder(): RegisterBuilder {
  const ids = idSet();
  const areas = idSet(64);
  let areaNumbers = new Uint32Array(1024);
  let last: { readonly area: AreaId; readonly number: number } | null = null;
  return {
    add({ station, area }) {
      const number = ids.add(station);
      if (number >= areaNumbers.length) {
        areaNumbers = new Uint32Array(areaNumbers.buffer.transfer(2 * areaNumbers.byteLength));
      }
      if (last?.area !== area) last = { area, number: areas.add(area) };
      areaNumbers[number] = last.number;
    },
    finish() {
      ids.trim();
      return openRegister(inOrder(ids, areas, areaNumbers));
    },
  };
}

/** Stations by number, with the number of the area of each. */
interface Rolled {
  readonly ids: IdSet;
  readonly areas: readonly AreaId[];
  readonly areaNumbers: Uint32Array;
}

/** The stations numbered anew by area and id, unless they came in that order, as those of one register do. */
function inOrder(ids: IdSet, areaIds: IdSet, areaNumbers: Uint32Array): Rolled {
  const names = Array.from({ length: areaIds.size }, (_, number) => areaIds.text(number)).filter(isAreaId);
  const areas = names.toSorted(byCodePoint);
  const ranks = new Map(areas.map((area, rank) => [area, rank]));
  const rankOf = Uint32Array.from(names, (area) => ranks.get(area) ?? 0);
  const rankOfStation = areaNumbers.slice(0, ids.size).map((area) => rankOf[area] ?? 0);
  const rank = (station: number) => rankOfStation[station] ?? 0;
  const compare = (a: number, b: number) => rank(a) - rank(b) || ids.compare(a, b);
  const order = byRank(rankOfStation, areas.length);
  if (!isSorted(order, compare)) order.sort(compare);
  if (order.some((station, number) => station !== number)) ids.renumber(order);
  return { ids, areas, areaNumbers: order.map(rank) };
}

/** The numbers of the stations by their ranks, those of one rank as they came: registers mostly come sorted area by area, if not the areas. */
function byRank(ranks: Uint32Array, size: number): Uint32Array {
  const next = new Uint32Array(size + 1);
  for (const rank of ranks) next[rank + 1] = (next[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < size; rank += 1) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const order = new Uint32Array(ranks.length);
  for (let station = 0; station < ranks.length; station += 1) {
    const rank = ranks[station] ?? 0;
    const place = next[rank] ?? 0;
    order[place] = station;
    next[rank] = place + 1;
  }
  return order;
}

function isSorted(order: Uint32Array, compare: (a: number, b: number) => number): boolean {
  for (let place = 1; place < order.length; place += 1)
    if (compare(order[place - 1] ?? 0, order[place] ?? 0) >= 0) return false;
  return true;
}

const most = { searches: 20, candidates: 50_000 } as const;

function openRegister({ ids, areas, areaNumbers }: Rolled): Register {
  const areaNumberOf = (number: number) => areaNumbers[number] ?? 0;
  const areaOf = (number: number) => areas[areaNumberOf(number)] ?? unknown(number);
  const stationOf = (number: number) => {
    const id = ids.text(number);
    return isStationId(id) ? id : unknown(number);
  };
  const numberOf = (id: string) => {
    const bytes = Buffer.from(id);
    const number = ids.find(bytes, 0, bytes.length);
    return number < 0 ? null : number;
  };
  let searches = 0;
  const first = () =>
    Array.from({ length: Math.min(ids.size, most.candidates) }, (_, number) => stationOf(number));
  return {
    size: ids.size,
    areas: new Set(areas),
    ids,
    numberOf,
    stationOf,
    areaOf,
    areaNumberOf,
    station(id) {
      const number = numberOf(id);
      return number === null ? null : { station: stationOf(number), area: areaOf(number) };
    },
    // Looking through a whole register costs too much to be done for every row of a file that fits none of it.
    nearest(id) {
      if (++searches > most.searches) return null;
      return nearestId(id, first());
    },
    lookalike: lookalikeFinder(first),
  };
}

function unknown(number: number): never {
  throw new RangeError(`no station has the number ${number}`);
}
