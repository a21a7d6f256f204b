import { randomInt } from 'node:crypto';

// Drawn once a process, so that nobody can prepare ids that all fall into one place. No result depends on it.
const seed = randomInt(2 ** 31);

/** A hash of the bytes from `start` to `end` (32 bits, may be negative): FNV-1a by four bytes with a drawn start, its bits mixed at the end. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = seed;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = mixed(hash, fourAt(bytes, at));
  for (; at < end; at += 1) hash = mixed(hash, bytes[at] ?? 0);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 15);
}

/** Multiplied alone, high bits would never reach the low ones that choose a place. */
function mixed(hash: number, bits: number): number {
  const product = Math.imul(hash ^ bits, 0x01000193);
  return product ^ (product >>> 15);
}

function fourAt(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  const high = (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8);
  return low | (high << 16);
}

/** Whether `length` bytes of `a` from `from` are those of `b` from `start`. Both must hold that many. */
export function sameBytes(
  a: Uint8Array,
  from: number,
  b: Uint8Array,
  start: number,
  length: number,
): boolean {
  for (let at = 0; at < length; at += 1) if (a[from + at] !== b[start + at]) return false;
  return true;
}
