import { createHash } from 'node:crypto';
import { type Encoding, encodingSieve } from './encoding.ts';
import { gunzip, isGzipError } from './gunzip.ts';
import type { ByteSource, DecodeProblem } from './source.ts';

/** What a first pass over the bytes tells. */
export interface Inspection {
  /** SHA-256 of the bytes as uploaded, hexadecimal. */
  readonly sha256: string;
  /** As uploaded. */
  readonly bytes: number;
  readonly text: { readonly encoding: Encoding } | DecodeProblem;
}

/**
 * Reads a file once, keeping nothing: hash and size as uploaded, and the encoding of its text, of at most `limit` bytes after
 * decompression. Decoding takes a second pass: a file whose last line alone is not UTF-8 cannot be told by its first.
 */
export async function inspect(source: ByteSource, limit: number): Promise<Inspection> {
  const hash = createHash('sha256');
  let bytes = 0;
  const raw = source.open()[Symbol.asyncIterator]();
  const counted = {
    // No `return`: when the sieve has seen enough, the rest is still to be hashed.
    [Symbol.asyncIterator]: () => ({
      async next() {
        const step = await raw.next();
        if (step.done !== true) {
          hash.update(step.value);
          bytes += step.value.length;
        }
        return step;
      },
    }),
  };
  const text = await sift(source.name.toLowerCase().endsWith('.gz') ? gunzip(counted) : counted, limit);
  for await (const _rest of counted);
  return { sha256: hash.digest('hex'), bytes, text };
}

async function sift(body: AsyncIterable<Uint8Array>, limit: number): Promise<Inspection['text']> {
  const sieve = encodingSieve();
  let bytes = 0;
  try {
    for await (const piece of body) {
      bytes += piece.length;
      if (bytes > limit) return { code: 'file-too-large', limit };
      sieve.push(piece);
      if (sieve.hopeless) break;
    }
  } catch (error) {
    if (!isGzipError(error)) throw error;
    return { code: 'file-undecodable', reason: `the .gz is damaged (${error.message})` };
  }
  return sieve.verdict();
}
