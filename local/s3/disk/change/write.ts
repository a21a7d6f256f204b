import { renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../../../errors.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Bucket } from '../bucket.ts';
import { kindOf, syncFolders, writeDurable } from '../files.ts';
import { bytesFile, currentVersion, META, metaFile, noncurrentFile } from '../lookup.ts';
import { type DeleteMarker, type ObjectVersion, type Version, writeVersion } from '../version.ts';
import { pendingFiles, settleWrite } from './settle.ts';

type Numbered = 'versionId' | 'sequencer';

/** A version to be written: its id and its sequencer are given when its turn comes. */
export type Draft = Omit<ObjectVersion, Numbered> | Omit<DeleteMarker, Numbered>;

/** Looks at the object that is there and throws if the change must not happen; a deleted key counts as no object. */
export type Check = (current: ObjectVersion | undefined) => void;

/**
 * Writes a version of a key: `check` and the write are one step among all changes of that key. `bytes` is the file that
 * becomes the object; it is gone afterwards, whatever happens. Resolves when the change is durable.
 * Throws what `check` throws, and `KeyTooLongError` where the file system cannot hold the key.
 */
export async function writeVersionOf(
  bucket: Bucket,
  draft: Draft,
  bytes: string | undefined,
  check: Check,
): Promise<Version> {
  try {
    return await bucket.locks(`key ${draft.key}`, () => write(bucket, draft, bytes, check));
  } finally {
    if (bytes !== undefined) await rm(bytes, { force: true });
  }
}

/** The version as an object, or undefined for none and for a delete marker. */
export function asObject(version: Version | undefined): ObjectVersion | undefined {
  return version?.kind === 'object' ? version : undefined;
}

async function write(
  bucket: Bucket,
  draft: Draft,
  bytes: string | undefined,
  check: Check,
): Promise<Version> {
  const { folders } = bucket;
  assertStorable(bucket, draft.key);
  check(asObject(currentVersion(folders, draft.key)));
  const sequencer = bucket.sequencer();
  const version: Version = { ...draft, sequencer, versionId: bucket.versioned ? sequencer : 'null' };
  const files = pendingFiles(folders, sequencer);
  await writeDurable(files.draft, writeVersion(version));
  if (bytes !== undefined) renameSync(bytes, files.bytes);
  renameSync(files.draft, files.write);
  settleWrite(folders, sequencer, version);
  bucket.keys.add(draft.key);
  const placed = bytes === undefined ? [] : [dirname(bytesFile(folders, draft.key))];
  await syncFolders([folders.pending, ...placed, dirname(metaFile(folders, draft.key))]);
  return version;
}

/** A change that is decided must be possible to carry out, so the longest paths of the key are tried before. */
function assertStorable(bucket: Bucket, key: string): void {
  try {
    kindOf(noncurrentFile(bucket.folders, key, '0'.repeat(18)) + META);
    bytesFile(bucket.folders, key);
  } catch (error) {
    if (systemCode(error) !== 'ENAMETOOLONG') throw error;
    throw new S3Error(
      'KeyTooLongError',
      'Your key is too long for the file system that this endpoint stores it in.',
    );
  }
}
