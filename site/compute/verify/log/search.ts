import { byCodePoint } from '../../../../functions/model/text/text.ts';
import { bundleOfLog } from '../../../../functions/publish/verify/end.ts';
import type { Place } from '../../../../functions/publish/verify/entry.ts';
import type { ReadLog } from '../../../../functions/publish/verify/prove.ts';
import { tileWidth } from '../../../../functions/publish/verify/tiles.ts';
import { entryAt, type LoggedEntry, samePlace } from './entry.ts';

/** The order in which each release appends protocols to the log: by contest, then area, then station. */
export interface LogOrder {
  readonly contests: readonly string[];
  readonly areas: readonly string[];
}

/** The entries that a release has appended: from an index up to another, its own entry the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The newest entry of a protocol, found in a log of any size by a dozen bundles: the releases from the last back, in each by halves. That it goes by the
 * order of the entries is no matter: what it finds is proved by itself. Null where there is none at the place where it would stand.
 */
export async function searchNewest(
  read: ReadLog,
  size: number,
  ranges: readonly Range[],
  order: LogOrder,
  place: Place,
): Promise<LoggedEntry | null> {
  const rankOf = ranking(order);
  for (const range of ranges.toReversed())
    for (const type of ['removed', 'protocol'] as const) {
      const found = await searchRange(read, size, range, rankOf, {
        index: 0,
        bytes: new Uint8Array(),
        of: { type, place },
      });
      if (found) return found;
    }
  return null;
}

type Compare = (a: LoggedEntry, b: LoggedEntry) => number;

async function searchRange(
  read: ReadLog,
  size: number,
  { from, to }: Range,
  compare: Compare,
  wanted: LoggedEntry,
): Promise<LoggedEntry | null> {
  let [low, high] = [Math.floor(from / tileWidth), Math.floor((to - 1) / tileWidth)];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const entries = (await bundleOfLog(read, middle, size))
      .map((bytes, at) => entryAt(bytes, middle * tileWidth + at))
      .filter(({ index }) => index >= from && index < to);
    const [first, last] = [entries.at(0), entries.at(-1)];
    if (!first || !last) return null;
    if (compare(wanted, first) < 0) high = middle - 1;
    else if (compare(wanted, last) > 0) low = middle + 1;
    else return entries.find((entry) => isSame(entry, wanted)) ?? null;
  }
  return null;
}

function isSame({ of: a }: LoggedEntry, { of: b }: LoggedEntry): boolean {
  return a !== null && b !== null && a.type === b.type && samePlace(a.place, b.place);
}

/** Within an area protocols stand before those that were taken out; the entry of a release is the last of all. */
function ranking({ contests, areas }: LogOrder): Compare {
  const [contestRank, areaRank] = [ranks(contests), ranks(areas)];
  return ({ of: a }, { of: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (
      contestRank(a.place.contest) - contestRank(b.place.contest) ||
      areaRank(a.place.area) - areaRank(b.place.area) ||
      byCodePoint(a.place.area, b.place.area) ||
      Number(a.type === 'removed') - Number(b.type === 'removed') ||
      byCodePoint(a.place.station ?? '', b.place.station ?? '')
    );
  };
}

/** Those that the definition no longer has stand behind the others. */
function ranks(ids: readonly string[]): (id: string) => number {
  const places = new Map(ids.map((id, place) => [id, place]));
  return (id) => places.get(id) ?? ids.length;
}
