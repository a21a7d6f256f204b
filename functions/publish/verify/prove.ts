import { hashNode, hashWhole, splitOf } from './merkle.ts';
import { readTile, tilePath, tileWidth, widthAt } from './tiles.ts';

/** Reads a file of the log by its path under the log's folder; null when it is not there. */
export type ReadLog = (path: string) => Promise<Uint8Array | null>;

/** A log whose tiles are missing or too short for the tree that its checkpoint states. */
export class LogUnreadable extends Error {
  readonly code = 'log-unreadable';

  constructor(message: string) {
    super(message);
    this.name = 'LogUnreadable';
  }
}

/**
 * The inclusion proof of a leaf (RFC 6962, section 2.1.1), computed from the tiles. It proves nothing until `verifyInclusion` has
 * checked it: tiles come from whoever keeps the log. Throws LogUnreadable.
 */
export async function proveInclusion(read: ReadLog, index: number, size: number): Promise<Uint8Array[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  return inclusion(remembering(read), index, 0, size, size);
}

/** The consistency proof of two trees (RFC 6962, section 2.1.2), computed from the tiles of the second. Throws LogUnreadable. */
export async function proveConsistency(read: ReadLog, first: number, second: number): Promise<Uint8Array[]> {
  if (first > second || first < 0) throw new RangeError(`${first} leaves are no beginning of ${second}`);
  if (first === 0 || first === second) return [];
  return consistency(remembering(read), first, { from: 0, to: second, whole: true }, second);
}

/** The hashes of a tile of the tree of `size` leaves. Throws LogUnreadable. */
export async function tileAt(
  read: ReadLog,
  level: number,
  index: number,
  size: number,
): Promise<Uint8Array[]> {
  const width = widthAt(level, index, size);
  const path = tilePath(level, index, width);
  // A log may drop a partial tile once the full one is there, which begins with the same hashes.
  const bytes = (await read(path)) ?? (await read(tilePath(level, index, tileWidth)))?.slice(0, width * 32);
  const hashes = bytes && readTile(bytes, width);
  if (hashes) return hashes;
  throw new LogUnreadable(`${path} of the log ${bytes ? `does not hold ${width} hashes` : 'is missing'}`);
}

async function inclusion(
  read: ReadLog,
  index: number,
  from: number,
  to: number,
  size: number,
): Promise<Uint8Array[]> {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  const [own, other] =
    index < middle
      ? ([
          [from, middle],
          [middle, to],
        ] as const)
      : ([
          [middle, to],
          [from, middle],
        ] as const);
  const below = await inclusion(read, index, own[0], own[1], size);
  return [...below, await rangeHash(read, other[0], other[1], size)];
}

/** `whole`: the first tree is known to begin with this range as one node, whose hash the verifier has. */
async function consistency(
  read: ReadLog,
  first: number,
  { from, to, whole }: { from: number; to: number; whole: boolean },
  size: number,
): Promise<Uint8Array[]> {
  if (first === to) return whole ? [] : [await rangeHash(read, from, to, size)];
  const middle = from + splitOf(to - from);
  if (first <= middle) {
    const below = await consistency(read, first, { from, to: middle, whole }, size);
    return [...below, await rangeHash(read, middle, to, size)];
  }
  const below = await consistency(read, first, { from: middle, to, whole: false }, size);
  return [...below, await rangeHash(read, from, middle, size)];
}

/** The hash over leaves `from` to `to`, a range that the recursions above cut out: a whole subtree, or the right end of the tree. */
async function rangeHash(read: ReadLog, from: number, to: number, size: number): Promise<Uint8Array> {
  const count = to - from;
  const height = Math.log2(count);
  if (Number.isInteger(height)) return subtree(read, from, height, size);
  const middle = from + splitOf(count);
  return hashNode(await rangeHash(read, from, middle, size), await rangeHash(read, middle, to, size));
}

/** The root of the 2^height leaves from `from` on, out of the tile that holds it or its parts. */
async function subtree(read: ReadLog, from: number, height: number, size: number): Promise<Uint8Array> {
  const level = Math.floor(height / 8);
  const first = from / tileWidth ** level;
  const index = Math.floor(first / tileWidth);
  const hashes = await tileAt(read, level, index, size);
  const at = first - index * tileWidth;
  return hashWhole(hashes.slice(at, at + 2 ** (height % 8)));
}

/** The same log, of which each file is read once. */
export function remembering(read: ReadLog): ReadLog {
  const known = new Map<string, Promise<Uint8Array | null>>();
  return (path) => {
    const found = known.get(path) ?? read(path);
    known.set(path, found);
    return found;
  };
}
