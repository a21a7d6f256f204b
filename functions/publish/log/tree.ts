import { concat } from '../verify/bytes.ts';
import { emptyRoot, hashNode, hashWhole } from '../verify/merkle.ts';
import { partialWidth, tilePath, tileWidth } from '../verify/tiles.ts';

/** A file of a log, its path under the log's folder. */
export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A Merkle tree as it grows: no more than the right edge, the hashes of the last tile of each level where that is not full. Under 300
 * hashes for a million leaves.
 */
export interface Tree {
  readonly size: number;
  /** By level, the lowest first. */
  readonly edge: readonly (readonly Uint8Array[])[];
}

/** The tree before the first leaf. */
export const emptyTree: Tree = { size: 0, edge: [] };

/** The tree with one leaf more, and the tiles that have become full. */
export function addLeaf(tree: Tree, leafHash: Uint8Array): { tree: Tree; full: LogFile[] } {
  const size = tree.size + 1;
  const edge = [...tree.edge];
  const full: LogFile[] = [];
  let hash: Uint8Array | null = leafHash;
  for (let level = 0; hash !== null; level += 1) {
    const hashes: readonly Uint8Array[] = [...(edge[level] ?? []), hash];
    const isFull = hashes.length === tileWidth;
    if (isFull) full.push(tileOf(level, size / tileWidth ** (level + 1) - 1, hashes));
    edge[level] = isFull ? [] : hashes;
    hash = isFull ? hashWhole(hashes) : null;
  }
  return { tree: { size, edge }, full };
}

/** The tiles of the right edge, which the checkpoint of this size needs beside the full ones. */
export function partialTiles({ size, edge }: Tree): LogFile[] {
  return edge.flatMap((hashes, level) =>
    hashes.length === 0 ? [] : [tileOf(level, Math.floor(size / tileWidth ** (level + 1)), hashes)],
  );
}

/** The root of the tree (RFC 6962, section 2.1). */
export function rootOf({ edge }: Tree): Uint8Array {
  const nodes = edge.toReversed().flatMap(wholeSubtrees);
  return nodes.length === 0 ? emptyRoot() : nodes.reduceRight((right, left) => hashNode(left, right));
}

/**
 * The tree of `size` leaves from its stored tiles. Whoever kept them may have changed them: compare the root.
 *
 * @param hashesAt the hashes of a partial tile; null when it is not there or not so wide
 */
export async function loadTree(
  size: number,
  hashesAt: (path: string, width: number) => Promise<Uint8Array[] | null>,
): Promise<Tree | null> {
  const edge: Uint8Array[][] = [];
  for (let level = 0; tileWidth ** level <= size; level += 1) {
    const width = partialWidth(level, size);
    const index = Math.floor(size / tileWidth ** (level + 1));
    const hashes = width === 0 ? [] : await hashesAt(tilePath(level, index, width), width);
    if (hashes === null) return null;
    edge.push(hashes);
  }
  return { size, edge };
}

function tileOf(level: number, index: number, hashes: readonly Uint8Array[]): LogFile {
  return { path: tilePath(level, index, hashes.length), bytes: concat(...hashes) };
}

/** The largest whole subtrees that a row of nodes makes, from the left: its number in binary digits. */
function wholeSubtrees(row: readonly Uint8Array[]): Uint8Array[] {
  const nodes: Uint8Array[] = [];
  for (let width = tileWidth / 2, at = 0; width >= 1; width /= 2)
    if (row.length & width) {
      nodes.push(hashWhole(row.slice(at, at + width)));
      at += width;
    }
  return nodes;
}
