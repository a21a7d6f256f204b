import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { corrupt } from '../codec/shape.ts';
import { StoreError } from '../store.ts';

/** Bytes that a `doc` may have, so that it fits into an item of 400 KB together with its keys. */
export const largestDocument = 390_000;

/**
 * The attribute that holds a text: as it is, so that it can be read in the console, or compressed when it is long.
 * Throws `StoreError` code `record-too-large` when it does not fit into an item even so; `where` names the item.
 */
export function packDocument(text: string, where: string): AttributeValue {
  if (text.length <= shortText) return { S: text };
  const compressed = gzipSync(text);
  if (compressed.length <= largestDocument) return { B: compressed };
  throw new StoreError(
    'record-too-large',
    `${where} is ${compressed.length} bytes compressed, and ${largestDocument} fit into one item. ` +
      'Split the file into several (by area, for example), and shorten names and sources.',
  );
}

/** The text that `packDocument` has put away. Throws `StoreError` code `corrupt`. */
export function unpackDocument(doc: AttributeValue | undefined, where: string): string {
  if (doc?.S !== undefined) return doc.S;
  if (doc?.B === undefined) throw corrupt(where, 'holds no document');
  return decompress(doc.B, where);
}

/** The text of compressed bytes, of at most so many. Throws `StoreError` code `corrupt` when they are damaged, or more. */
export function decompress(bytes: Uint8Array, where: string, most?: number): string {
  try {
    return gunzipSync(bytes, { maxOutputLength: most }).toString('utf8');
  } catch {
    throw corrupt(where, 'cannot be decompressed');
  }
}

// A character has at most three bytes, so a text that is not compressed always fits.
const shortText = 60_000;
