import type { Bytes } from '../../../functions/store/store.ts';

/** The bytes of a body, as one array that nobody else holds. */
export async function collect(body: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk.slice());
  return new Uint8Array(Buffer.concat(chunks));
}
