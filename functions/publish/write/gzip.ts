import { Gzip } from 'fflate';

/**
 * Bytes as a gzip file (RFC 1952) without name and time. In JavaScript, at half the speed of zlib: what zlib makes of the same bytes
 * depends on its version and on the processor, and Lambda replaces the one and offers two of the other.
 */
export async function* gzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const stream = new Gzip({ level, mtime: 0 }, (chunk) => {
    if (chunk.length > 0) ready.push(chunk);
  });
  for await (const chunk of bytes) {
    stream.push(chunk);
    yield* ready;
    ready = [];
  }
  stream.push(new Uint8Array(0), true);
  yield* ready;
}

// Measured on results.csv: 30 % faster than level 6, for 2 % more bytes.
const level = 4;
