import { sha256 } from '@noble/hashes/sha2.js';

/** Length of a SHA-256 hash. */
export const hashLength = 32;

/** The hash of a leaf: SHA-256(0x00 ‖ entry). RFC 6962, section 2.1. */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return sha256.create().update(leafPrefix).update(entry).digest();
}

/** The hash of a node: SHA-256(0x01 ‖ left ‖ right). The prefix keeps anybody from passing a node off as a leaf. */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(nodePrefix).update(left).update(right).digest();
}

/** The root of a tree without leaves: the hash of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array());
}

/** The root of a whole subtree from the hashes of its leaves or lower subtrees; their number is a power of two. */
export function hashWhole(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) row = pairs(row);
  const [root] = row;
  if (!root) throw new RangeError('a subtree has at least one hash');
  return root;
}

/** The greatest power of two that is less than `count`, where the tree of that many leaves is split. `count` is 2 at least. */
export function splitOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

function pairs(hashes: readonly Uint8Array[]): Uint8Array[] {
  return Array.from({ length: hashes.length / 2 }, (_, index) => {
    const [left, right] = hashes.slice(2 * index, 2 * index + 2);
    if (!left || !right) throw new RangeError(`${hashes.length} hashes make no whole subtree`);
    return hashNode(left, right);
  });
}
