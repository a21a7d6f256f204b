import { cacheControl } from '../objects.ts';
import { type Bytes, type StoredFile, StoreError } from '../store.ts';
import { type Bucket, hashObject, isRefused, streamObject } from './bucket.ts';

/**
 * Writes an object that never changes, if it is not there (If-None-Match: *). When it is, it has to have the same bytes: `StoreError` code
 * `release-differs` otherwise.
 */
export async function putOnce(
  bucket: Bucket,
  key: string,
  mediaType: string,
  body: Bytes,
): Promise<StoredFile> {
  const stream = streamObject(bucket, key, body, {
    ContentType: mediaType,
    CacheControl: cacheControl.release,
    IfNoneMatch: '*',
  });
  try {
    await stream.done;
  } catch (error) {
    if (!isRefused(error)) throw error;
    await compare(bucket, key, stream.written(), error);
  }
  return stream.written();
}

// Another run of the same release has put the file: the same bytes then, since a release follows from the ledger alone.
async function compare(bucket: Bucket, key: string, mine: StoredFile, refusal: unknown): Promise<void> {
  const there = await hashObject(bucket, key);
  // Refused because of a writer that then failed: whoever runs this step again will find the place free.
  if (!there) throw refusal;
  if (there.sha256 === mine.sha256) return;
  throw new StoreError(
    'release-differs',
    `${key} is already in the bucket ${bucket.name} with other bytes (SHA-256 ${there.sha256}, now ${mine.sha256}). ` +
      'A release never changes. Was it begun by another version of the code? Deploy that version to finish it.',
  );
}
