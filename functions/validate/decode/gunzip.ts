import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { undecodable } from './source.ts';

/**
 * The decompressed bytes, a piece at a time. The reader decides how much it takes: leaving the loop stops the decompression, so a bomb
 * costs no more than the reader's limit. Throws `DecodeError` when the data are damaged, and what the storage throws.
 */
export async function* gunzip(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip();
  // The error reaches the loop below through the stream itself.
  pipeline(Readable.from(body), unzip, () => undefined);
  try {
    for await (const piece of unzip) yield piece;
  } catch (error) {
    if (isZlibError(error)) throw undecodable(`the .gz is damaged (${error.message})`);
    throw error;
  }
}

/** Whether an error says that compressed data are damaged, rather than that they could not be fetched. */
function isZlibError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^Z_/.test(error.code)
  );
}
