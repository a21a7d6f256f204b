import { bundleOfLog } from '../../../../functions/publish/verify/end.ts';
import type { Place } from '../../../../functions/publish/verify/entry.ts';
import { hashLeaf } from '../../../../functions/publish/verify/merkle.ts';
import type { ReadLog } from '../../../../functions/publish/verify/prove.ts';
import { tileWidth } from '../../../../functions/publish/verify/tiles.ts';
import { entryAt, type LoggedEntry, samePlace } from './entry.ts';

/** Most bundles that are read from the end back: some megabytes, which a phone on the road can still load. */
export const mostBundles = 16;

/** The end of a log as it was read. */
export interface End {
  /** The newest entry of the protocol in it; null where it has none. */
  readonly found: LoggedEntry | null;
  /** Entries before the first that was read: 0 when the whole log was. */
  readonly from: number;
  /** The hash of each entry from there to the end. */
  readonly leaves: readonly Uint8Array[];
  /** The last entry of all; null in an empty log. */
  readonly last: LoggedEntry | null;
}

/**
 * Reads a log of `size` entries from its last one back, bundle by bundle, until the protocol is found: to know that nothing after an entry replaces it,
 * every entry after it has to be read. It stops after `mostBundles`. Throws LogUnreadable, NotVerified.
 */
export async function readBack(read: ReadLog, size: number, place: Place): Promise<End> {
  const hashes: Uint8Array[][] = [];
  let [from, found, last]: [number, LoggedEntry | null, LoggedEntry | null] = [size, null, null];
  while (from > 0 && found === null && hashes.length < mostBundles) {
    const bundle = Math.floor((from - 1) / tileWidth);
    from = bundle * tileWidth;
    const start = from;
    const entries = (await bundleOfLog(read, bundle, size)).map((bytes, at) => entryAt(bytes, start + at));
    last ??= entries.at(-1) ?? null;
    hashes.unshift(entries.map(({ bytes }) => hashLeaf(bytes)));
    found = entries.findLast(({ of }) => of !== null && samePlace(of.place, place)) ?? null;
  }
  return { found, from, leaves: hashes.flat(), last };
}
