import type { Signer } from '../sign/signer.ts';
import { sameBytes } from '../verify/bytes.ts';
import { hashLeaf } from '../verify/merkle.ts';
import { isNoteName, verifyCheckpoint } from '../verify/signature/note.ts';
import { bundlePath, partialWidth, readBundle, readTile, tilePath, tileWidth } from '../verify/tiles.ts';
import { versionOf } from './entries.ts';
import type { LogFiles } from './grow.ts';
import { emptyTree, loadTree, rootOf, type Tree } from './tree.ts';

/** Where a log stands: what is needed to go on. */
export interface Head {
  readonly origin: string;
  readonly tree: Tree;
  /** The entries of the last bundle where that is not full. */
  readonly entries: readonly Uint8Array[];
  /** The release that it ends with; null when it is empty. */
  readonly version: string | null;
}

/**
 * The head of a log as its checkpoint says. It goes by nothing but what its own key has signed: where the checkpoint is missing, by
 * another key (after a change of keys) or does not fit the tiles, it gives the empty log, and whoever grows it writes it all again from
 * the ledger. Tiles that somebody has changed show then, since they are not written over.
 */
export async function headOf(files: LogFiles, signer: Signer, path: string): Promise<Head> {
  const note = await files.read('checkpoint');
  if (!note) return emptyHead(signer, path);
  const verdict = await verifyCheckpoint(new TextDecoder().decode(note), await signer.publicKey());
  return (verdict.holds ? await load(files, verdict) : null) ?? emptyHead(signer, path);
}

/** A log before its first entry. It is called after its address, as C2SP asks; the name stays when the address changes. */
export function emptyHead({ name }: Signer, path: string): Head {
  const origin = `${name}/${path}`;
  if (isNoteName(origin)) return { origin, tree: emptyTree, entries: [], version: null };
  throw new RangeError(
    `a log cannot be called ${JSON.stringify(origin)}: spaces and plus signs are not allowed`,
  );
}

async function load(
  files: LogFiles,
  { origin, size, root }: { origin: string; size: number; root: Uint8Array },
): Promise<Head | null> {
  const tree = await loadTree(size, async (path, width) => {
    const bytes = await files.read(path);
    return bytes && readTile(bytes, width);
  });
  if (!tree || !sameBytes(rootOf(tree), root)) return null;
  const width = partialWidth(0, size) || tileWidth;
  const bundle = await files.read(bundlePath(Math.ceil(size / tileWidth) - 1, width));
  const entries = bundle && readBundle(bundle, width);
  if (!entries || !(await fits(files, tree, entries))) return null;
  const version = versionOf(entries.at(-1) ?? new Uint8Array());
  return { origin, tree, entries: width === tileWidth ? [] : entries, version };
}

/** Whether the last bundle holds what the tree has hashed. */
async function fits(files: LogFiles, { size, edge }: Tree, entries: readonly Uint8Array[]): Promise<boolean> {
  const hashes = edge[0]?.length ? edge[0] : await fullTile(files, size);
  return (
    hashes?.length === entries.length &&
    entries.every((entry, index) => sameBytes(hashLeaf(entry), hashes[index] ?? new Uint8Array()))
  );
}

async function fullTile(files: LogFiles, size: number): Promise<Uint8Array[] | null> {
  const bytes = await files.read(tilePath(0, size / tileWidth - 1, tileWidth));
  return bytes && readTile(bytes, tileWidth);
}
