import { isObject } from '../../../functions/model/json/json.ts';
import { findBundle } from '../../../functions/publish/verify/end.ts';
import { hashLeaf } from '../../../functions/publish/verify/merkle.ts';
import { bundlePath, tileWidth } from '../../../functions/publish/verify/tiles.ts';
import { ReleaseDefect, shown } from '../../release/defect.ts';
import type { ReadLog } from '../election/log.ts';
import type { PublishedProtocol } from './records.ts';

/** An entry of a log and its place, from 0. */
export interface LoggedEntry {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** The end of a log, back to the bundle in which the last of the protocols that were looked for has its newest entry. */
export interface LogEnd {
  /** The newest entry of each protocol, by `placeOf`. One that is not there has none in the whole log. */
  readonly entries: ReadonlyMap<string, LoggedEntry>;
  /** Entries before the first that was read. */
  readonly from: number;
  /** The hash of each entry from there to the end. */
  readonly leaves: readonly Uint8Array[];
  /** The last entry of all. */
  readonly last: Uint8Array;
}

/** What makes two entries of a log speak of the same protocol. */
export function placeOf({ contest, area, station }: Record<'contest' | 'area' | 'station', unknown>): string {
  return JSON.stringify([contest, area, station]);
}

/**
 * Reads the first `size` entries of a log from the last one back, bundle by bundle, until each of the protocols is found. To know that nothing after
 * an entry replaces it, every entry after it has to be read: so no fewer bundles would do. Throws ReleaseDefect for a bundle that is none.
 */
export async function readEnd(
  read: ReadLog,
  size: number,
  protocols: readonly PublishedProtocol[],
): Promise<LogEnd> {
  const missing = new Set(protocols.map(placeOf));
  const found = new Map<string, LoggedEntry>();
  const hashes: Uint8Array[][] = [];
  let from = size;
  let last: Uint8Array = new Uint8Array();
  while (from > 0 && (missing.size > 0 || from === size)) {
    const index = Math.floor((from - 1) / tileWidth);
    const entries = await bundleAt(read, index, size);
    if (from === size) last = entries.at(-1) ?? last;
    from = index * tileWidth;
    hashes.unshift(entries.map(hashLeaf));
    for (const [place, bytes] of [...entries.entries()].reverse()) {
      const name = placeIn(bytes, from + place);
      if (name !== null && missing.delete(name)) found.set(name, { index: from + place, bytes });
    }
  }
  return { entries: found, from, leaves: hashes.flat(), last };
}

async function bundleAt(read: ReadLog, index: number, size: number): Promise<readonly Uint8Array[]> {
  const { path, width, entries, there } = await findBundle(read, index, size);
  if (entries) return entries;
  throw defect(path, '', `a bundle of ${width} entries`, there ? 'other bytes' : 'no such file');
}

function placeIn(entry: Uint8Array, index: number): string | null {
  const value = parsedEntry(entry);
  const number = (index % tileWidth) + 1;
  const path = bundlePath(Math.floor(index / tileWidth), tileWidth);
  // An entry that cannot be read might be the one that replaces another.
  if (!isObject(value))
    throw defect(path, `entry ${number}`, 'an entry of a protocol or a release', 'another');
  const { type, contest, area, station } = value;
  if (type === 'release') return null;
  if (type === 'protocol' || type === 'removed') return placeOf({ contest, area, station });
  throw defect(path, `entry ${number}`, 'an entry of a protocol or a release', shown(type));
}

function parsedEntry(entry: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(entry));
  } catch {
    return null;
  }
}

function defect(path: string, at: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file: `log/${path}`, at, expected, found });
}
