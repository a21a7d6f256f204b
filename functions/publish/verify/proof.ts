import { sameBytes } from './bytes.ts';
import { hashLength, hashNode } from './merkle.ts';

/** What an inclusion proof is about. */
export interface Inclusion {
  /** Of the leaf, from 0. */
  readonly index: number;
  /** Leaves of the tree. */
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
}

/** What a consistency proof is about: a tree and a later one that must begin with the same leaves. */
export interface Consistency {
  readonly first: { readonly size: number; readonly root: Uint8Array };
  readonly second: { readonly size: number; readonly root: Uint8Array };
}

/** Whether `proof` shows that the leaf stands at its index in the tree (RFC 9162, section 2.1.3.2). */
export function verifyInclusion(
  { index, size, leafHash, root }: Inclusion,
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes(leafHash, ...proof)) return false;
  let [node, last] = [BigInt(index), BigInt(size) - 1n];
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0n) return false;
    if (isOdd(node) || node === last) {
      hash = hashNode(sibling, hash);
      while (!isOdd(node) && node !== 0n) [node, last] = [node >> 1n, last >> 1n];
    } else hash = hashNode(hash, sibling);
    [node, last] = [node >> 1n, last >> 1n];
  }
  return last === 0n && sameBytes(hash, root);
}

/**
 * Whether `proof` shows that the second tree begins with all leaves of the first (RFC 9162, section 2.1.4.2). A tree without leaves is
 * the beginning of every tree, and needs no proof.
 */
export function verifyConsistency({ first, second }: Consistency, proof: readonly Uint8Array[]): boolean {
  if (!isCount(first.size) || !isCount(second.size) || first.size > second.size) return false;
  if (!areHashes(first.root, ...proof)) return false;
  if (first.size === second.size) return proof.length === 0 && sameBytes(first.root, second.root);
  if (first.size === 0) return proof.length === 0;
  // Where the first tree is one node of the second, the proof leaves it out: the verifier has it.
  const [seed, ...rest] = isPowerOfTwo(first.size) ? [first.root, ...proof] : proof;
  const roots = seed ? chain(seed, rest, first.size, second.size) : null;
  return roots !== null && sameBytes(roots.old, first.root) && sameBytes(roots.now, second.root);
}

/** The roots of both trees as the proof builds them from the last node that they share; null when it has not the right length. */
function chain(
  seed: Uint8Array,
  proof: readonly Uint8Array[],
  first: number,
  second: number,
): { old: Uint8Array; now: Uint8Array } | null {
  let [node, last] = [BigInt(first) - 1n, BigInt(second) - 1n];
  while (isOdd(node)) [node, last] = [node >> 1n, last >> 1n];
  let [old, now] = [seed, seed];
  for (const sibling of proof) {
    if (last === 0n) return null;
    if (isOdd(node) || node === last) {
      [old, now] = [hashNode(sibling, old), hashNode(sibling, now)];
      while (!isOdd(node) && node !== 0n) [node, last] = [node >> 1n, last >> 1n];
    } else now = hashNode(now, sibling);
    [node, last] = [node >> 1n, last >> 1n];
  }
  return last === 0n ? { old, now } : null;
}

// Whoever sends a proof also chooses its lengths: a piece that is longer or shorter would shift what is hashed.
function areHashes(...hashes: readonly Uint8Array[]): boolean {
  return hashes.every(({ length }) => length === hashLength);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isOdd(value: bigint): boolean {
  return (value & 1n) === 1n;
}

function isPowerOfTwo(value: number): boolean {
  const exact = BigInt(value);
  return (exact & (exact - 1n)) === 0n;
}
