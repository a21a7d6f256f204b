import { createHash } from 'node:crypto';

/** Some bytes of a file, one after the other. */
export interface Stretch {
  /** Bytes of the file before it. */
  readonly offset: number;
  readonly bytes: number;
}

/**
 * The SHA-256 (hexadecimal) of each stretch of a file, in one reading. The stretches stand in the order of the file and do not overlap. Of one that goes beyond
 * the end, the hash is of the bytes that are there.
 */
export async function stretchHashes(
  file: AsyncIterable<Uint8Array>,
  stretches: readonly Stretch[],
): Promise<string[]> {
  const hashes = stretches.map(() => createHash('sha256'));
  let [at, place] = [0, 0];
  for await (const chunk of file) {
    const end = at + chunk.length;
    for (let stretch = stretches[place]; stretch && stretch.offset < end; stretch = stretches[place]) {
      const last = stretch.offset + stretch.bytes;
      hashes[place]?.update(chunk.subarray(Math.max(0, stretch.offset - at), Math.max(0, last - at)));
      // It goes on in the next chunk.
      if (last > end) break;
      place += 1;
    }
    at = end;
  }
  return hashes.map((hash) => hash.digest('hex'));
}
