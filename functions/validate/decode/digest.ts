import { createHash } from 'node:crypto';

/** Hash (SHA-256, hexadecimal) and size of bytes that are read for nothing else. */
export async function digest(body: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of body) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
