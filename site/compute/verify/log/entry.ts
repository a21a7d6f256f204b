import { isObject } from '../../../../functions/model/json/json.ts';
import type { Place } from '../../../../functions/publish/verify/entry.ts';
import { tileWidth } from '../../../../functions/publish/verify/tiles.ts';
import { NotVerified } from '../step.ts';

/** An entry of a log and its index, from 0. */
export interface LoggedEntry {
  readonly index: number;
  readonly bytes: Uint8Array;
  /** What it speaks of; null for the entry of a release. */
  readonly of: { readonly type: 'protocol' | 'removed'; readonly place: Place } | null;
}

/** What the bytes of an entry say. Throws NotVerified for one that cannot be read: it might be the one that replaces another. */
export function entryAt(bytes: Uint8Array, index: number): LoggedEntry {
  const value = parsed(bytes);
  if (isObject(value)) {
    const { type, contest, area, station } = value;
    if (type === 'release') return { index, bytes, of: null };
    const known = type === 'protocol' || type === 'removed';
    if (known && typeof contest === 'string' && typeof area === 'string' && isStation(station))
      return { index, bytes, of: { type, place: { contest, area, station } } };
  }
  throw new NotVerified({
    code: 'unreadable',
    file: `log/tile/entries (${Math.floor(index / tileWidth)}, ${index % tileWidth})`,
  });
}

/** Whether two speak of the same protocol. */
export function samePlace(a: Place, b: Place): boolean {
  return a.contest === b.contest && a.area === b.area && a.station === b.station;
}

function isStation(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
