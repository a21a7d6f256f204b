import { type Bucket, hashObject, isRefused, streamObject } from './aws/bucket.ts';
import { cacheControl, catalogKey, electionsIndexKey, releaseKey } from './objects.ts';
import { moveIndex, moveLatest, putKey, rebuild } from './pointers.ts';
import { type Bytes, type ReleaseStore, type StoredFile, StoreError } from './store.ts';

/** The publication bucket: files of releases that never change, and the pointers to them. */
export function bucketReleases(publication: Bucket): ReleaseStore {
  return {
    put: (election, version, path, mediaType, body) =>
      putOnce(publication, releaseKey(election, version, path), mediaType, body),
    moveLatest: (latest) => moveLatest(publication, latest),
    moveIndex: (election, index) => moveIndex(publication, election, index),
    putKey: (id, text) => putKey(publication, id, text),
    rebuildCatalog: (describe) => rebuild(publication, catalogKey, describe),
    rebuildIndex: (describe) => rebuild(publication, electionsIndexKey, describe),
  };
}

async function putOnce(bucket: Bucket, key: string, mediaType: string, body: Bytes): Promise<StoredFile> {
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
