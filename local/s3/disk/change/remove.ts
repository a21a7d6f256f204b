import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Bucket } from '../bucket.ts';
import { syncFolders, writeDurable } from '../files.ts';
import { currentVersion, findVersion, metaFile, noncurrentVersions } from '../lookup.ts';
import { removeTags } from '../tags.ts';
import { type Version, writeVersion } from '../version.ts';
import { pendingFiles, removeNoncurrent, removeOnly, settlePromotion } from './settle.ts';
import { asObject, type Check } from './write.ts';

/** Removes one version for good; of the others, the newest becomes current. Resolves to what was removed, if anything was. */
export async function removeVersionOf(
  bucket: Bucket,
  key: string,
  versionId: string,
  check: Check,
): Promise<Version | undefined> {
  return bucket.locks(`key ${key}`, () => remove(bucket, key, versionId, check));
}

async function remove(
  bucket: Bucket,
  key: string,
  versionId: string,
  check: Check,
): Promise<Version | undefined> {
  const { folders } = bucket;
  const current = currentVersion(folders, key);
  check(asObject(current));
  const removed = findVersion(folders, key, versionId);
  if (removed === undefined) return undefined;
  const [newest] = noncurrentVersions(folders, key);
  if (current?.versionId !== versionId) {
    removeNoncurrent(folders, removed);
  } else if (newest === undefined) {
    removeOnly(folders, key);
    bucket.keys.remove(key);
  } else {
    const sequencer = bucket.sequencer();
    const files = pendingFiles(folders, sequencer);
    await writeDurable(files.draft, writeVersion(newest));
    renameSync(files.draft, files.promote);
    settlePromotion(folders, sequencer, newest);
  }
  await removeTags(folders, removed);
  await syncFolders([dirname(metaFile(folders, key)), folders.pending]);
  return removed;
}
