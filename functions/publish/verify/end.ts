import { addLeaf, rootOf, type Tree } from '../log/tree.ts';
import { LogUnreadable, type ReadLog, tileAt } from './prove.ts';
import { bundlePath, partialWidth, readBundle, tileWidth, widthAt } from './tiles.ts';

/** A bundle of entries as a log has it. */
export interface FoundBundle {
  readonly path: string;
  /** Entries that it should hold. */
  readonly width: number;
  /** Null where it holds none, or not as many. */
  readonly entries: readonly Uint8Array[] | null;
  /** Whether a file lies there at all. */
  readonly there: boolean;
}

/** Looks for bundle `index` of a log of `size` entries. */
export async function findBundle(read: ReadLog, index: number, size: number): Promise<FoundBundle> {
  const width = widthAt(0, index, size);
  const path = bundlePath(index, width);
  const own = await read(path);
  // A log may drop a bundle that is not full once the full one is there, which begins with the same entries.
  const full = own ? null : await read(bundlePath(index, tileWidth));
  const entries = own
    ? readBundle(own, width)
    : full && (readBundle(full, tileWidth)?.slice(0, width) ?? null);
  return { path, width, entries, there: own !== null || full !== null };
}

/** The entries of a bundle. Throws LogUnreadable where it is missing, or none of as many. */
export async function bundleOfLog(
  read: ReadLog,
  index: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const { path, width, entries, there } = await findBundle(read, index, size);
  if (entries) return entries;
  throw new LogUnreadable(`${path} of the log ${there ? `does not hold ${width} entries` : 'is missing'}`);
}

/**
 * The root of a log whose end was read: what lies before it goes in by the hashes of its whole subtrees, two or three tiles. Where it is the root of
 * a checkpoint, the entries that were read are those that it covers. Throws LogUnreadable.
 *
 * @param end entries before the first that was read, and the hash of each from there to the end
 */
export async function rootOfEnd(
  read: ReadLog,
  { from, leaves }: { readonly from: number; readonly leaves: readonly Uint8Array[] },
): Promise<Uint8Array> {
  const size = from + leaves.length;
  const edge: Uint8Array[][] = [];
  for (let level = 0; tileWidth ** level <= from; level += 1) {
    const width = partialWidth(level, from);
    const index = Math.floor(from / tileWidth ** (level + 1));
    edge.push(width === 0 ? [] : (await tileAt(read, level, index, size)).slice(0, width));
  }
  const before: Tree = { size: from, edge };
  return rootOf(leaves.reduce((tree, leaf) => addLeaf(tree, leaf).tree, before));
}
