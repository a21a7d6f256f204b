import {
  addLeaf,
  emptyTree,
  type LogFile,
  partialTiles,
  type Tree,
} from '../../../functions/publish/log/tree.ts';
import { utf8 } from '../../../functions/publish/verify/bytes.ts';
import { hashLeaf, hashNode, splitOf } from '../../../functions/publish/verify/merkle.ts';
import { verifyInclusion } from '../../../functions/publish/verify/proof.ts';
import { proveInclusion, type ReadLog } from '../../../functions/publish/verify/prove.ts';

/** The entries of a log that stands for any other. */
export function entriesOf(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => utf8(`entry ${index}`));
}

/** A tree of these entries, with every file that a log of them holds. */
export function grown(entries: readonly Uint8Array[]): { tree: Tree; files: LogFile[] } {
  let tree = emptyTree;
  const files: LogFile[] = [];
  for (const entry of entries) {
    const next = addLeaf(tree, hashLeaf(entry));
    tree = next.tree;
    files.push(...next.full);
  }
  return { tree, files: [...files, ...partialTiles(tree)] };
}

/** Reads files in memory. */
export function reader(files: readonly LogFile[]): ReadLog {
  const all = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return async (path) => all.get(path) ?? null;
}

/** Whether the tiles lead from the last of the entries up to `root`: every subtree that the root is made from is in that proof. */
export async function tilesLeadTo(
  root: Uint8Array,
  read: ReadLog,
  entries: readonly Uint8Array[],
): Promise<boolean> {
  const [size, last] = [entries.length, entries.at(-1)];
  if (!last) throw new RangeError('a log without entries has no tiles');
  const proof = await proveInclusion(read, size - 1, size);
  return verifyInclusion({ index: size - 1, size, leafHash: hashLeaf(last), root }, proof);
}

/** The Merkle tree hash, written down as RFC 6962 defines it (section 2.1). `leafHashes` is not empty. */
export function merkleTreeHash(leafHashes: readonly Uint8Array[]): Uint8Array {
  const [only] = leafHashes;
  if (leafHashes.length === 1 && only) return only;
  const middle = splitOf(leafHashes.length);
  return hashNode(merkleTreeHash(leafHashes.slice(0, middle)), merkleTreeHash(leafHashes.slice(middle)));
}
