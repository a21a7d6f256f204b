import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../../functions/model/json/json.ts';
import type { MemoryState } from './memory.ts';
import type { ObjectVersion } from './memory-buckets.ts';

/** The SHA-256 (hexadecimal) of all that is stored, in the order in which it came, and of how many versions were ever written. */
export function fingerprint({ buckets, written, items }: MemoryState): string {
  const hash = createHash('sha256').update(`${written}\n`);
  for (const [name, objects] of buckets)
    for (const [key, versions] of objects)
      hash.update(`${JSON.stringify([name, key, versions.map(textOf)])}\n`);
  for (const [pk, partition] of items)
    for (const [sk, item] of partition) hash.update(`${JSON.stringify([pk, sk, contentOf(item)])}\n`);
  return hash.digest('hex');
}

/** A version with the hash of its bytes, which is the tag. */
function textOf({ versionId, etag, contentType, cacheControl, tags }: ObjectVersion): string {
  return canonicalJson([versionId, etag, contentType ?? null, cacheControl ?? null, tags ?? null]);
}

// What is stored is never changed, only replaced.
const contents = new WeakMap<object, string>();

function contentOf(item: object): string {
  const known = contents.get(item) ?? createHash('sha256').update(bytesAsText(item)).digest('hex');
  contents.set(item, known);
  return known;
}

function bytesAsText(item: object): string {
  return JSON.stringify(item, (_name, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
}
