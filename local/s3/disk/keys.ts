import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keyOfMetaPath } from './paths.ts';

/** The keys of a bucket in UTF-8 binary order, kept in memory beside the files. */
export interface KeyIndex {
  add(key: string): void;
  remove(key: string): void;
  readonly size: number;
  at(position: number): string | undefined;
  /** The position of the first key that is not before `key`. */
  from(key: string): number;
  /** The position of the first key from `start` on that does not start with `prefix`, where the one at `start` does. */
  behind(prefix: string, start: number): number;
}

/** Reads the keys from the names of the metadata files. */
export async function loadKeys(metaFolder: string): Promise<KeyIndex> {
  const keys: string[] = [];
  await collect(metaFolder, [], keys);
  return createIndex(keys.sort(compareUtf8));
}

/** Orders texts as their UTF-8 bytes are ordered; JavaScript's own order differs where surrogates meet U+E000 and above. */
export function compareUtf8(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const difference = rank(one.charCodeAt(at)) - rank(other.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

async function collect(folder: string, path: string[], keys: string[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inside = [...path, entry.name];
    if (entry.isDirectory()) {
      await collect(join(folder, entry.name), inside, keys);
    } else {
      const key = keyOfMetaPath(inside);
      if (key !== undefined) keys.push(key);
    }
  }
}

function createIndex(keys: string[]): KeyIndex {
  const search = (start: number, isBefore: (key: string) => boolean): number => {
    let low = start;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(keys[middle] ?? '')) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = (key: string) => search(0, (candidate) => compareUtf8(candidate, key) < 0);
  return {
    add: (key) => {
      const position = from(key);
      if (keys[position] !== key) keys.splice(position, 0, key);
    },
    remove: (key) => {
      const position = from(key);
      if (keys[position] === key) keys.splice(position, 1);
    },
    get size() {
      return keys.length;
    },
    at: (position) => keys[position],
    from,
    behind: (prefix, start) => search(start, (key) => key.startsWith(prefix)),
  };
}
