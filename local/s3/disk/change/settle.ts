import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode } from '../../../errors.ts';
import type { BucketFolders } from '../bucket.ts';
import { kindOf, moveInto, pruneEmpty } from '../files.ts';
import { bytesFile, currentVersion, META, metaFile, noncurrentFile } from '../lookup.ts';
import { flatPath, plainPath } from '../paths.ts';
import type { Version } from '../version.ts';

/*
 * A change of a key moves several files, and a crash may come between any two. So the new metadata are first written to
 * `pending/`; giving them their final name there decides the change. What follows are renames that can be repeated: here
 * right after the decision, and once more at the next start if that was cut off. They run without giving way to other
 * work, so nobody in this process ever sees a key half changed.
 */

/** The names of a pending change: metadata that are decided, and the bytes that go with them. */
export function pendingFiles(folders: BucketFolders, sequencer: string) {
  const file = join(folders.pending, sequencer);
  return {
    draft: `${file}.draft`,
    write: `${file}.write`,
    promote: `${file}.promote`,
    bytes: `${file}.bytes`,
  };
}

/** Carries out a decided write: the current version becomes noncurrent (or is replaced), the new one takes its place. */
export function settleWrite(folders: BucketFolders, sequencer: string, version: Version): void {
  const files = pendingFiles(folders, sequencer);
  const current = currentVersion(folders, version.key);
  if (current !== undefined && current.versionId !== version.versionId) archive(folders, current);
  if (kindOf(files.bytes) === 'file') placeBytes(folders, version.key, files.bytes);
  moveInto(files.write, metaFile(folders, version.key));
  if (version.kind === 'deleteMarker') pruneObjects(folders, version.key);
}

/** Carries out a decided promotion: the current version goes, and this noncurrent one takes its place. */
export function settlePromotion(folders: BucketFolders, sequencer: string, version: Version): void {
  const files = pendingFiles(folders, sequencer);
  const { key, versionId } = version;
  const current = currentVersion(folders, key);
  const noncurrent = noncurrentFile(folders, key, versionId);
  if (current !== undefined && current.versionId !== versionId) {
    rmSync(bytesFile(folders, key), { force: true });
    rmSync(metaFile(folders, key));
  }
  if (kindOf(noncurrent) === 'file') placeBytes(folders, key, noncurrent);
  rmSync(noncurrent + META, { force: true });
  moveInto(files.promote, metaFile(folders, key));
  pruneEmpty(dirname(noncurrent), folders.versions);
  pruneObjects(folders, key);
}

/** Removes the only version of a key. The metadata go first: bytes without them are nothing, and the next write replaces them. */
export function removeOnly(folders: BucketFolders, key: string): void {
  const meta = metaFile(folders, key);
  const bytes = bytesFile(folders, key);
  rmSync(meta);
  rmSync(bytes, { force: true });
  pruneEmpty(dirname(meta), folders.meta);
  pruneEmpty(dirname(bytes), folders.objects);
}

/** Removes a noncurrent version. */
export function removeNoncurrent(folders: BucketFolders, version: Version): void {
  const file = noncurrentFile(folders, version.key, version.versionId);
  rmSync(file + META);
  rmSync(file, { force: true });
  pruneEmpty(dirname(file), folders.versions);
}

function archive(folders: BucketFolders, current: Version): void {
  const target = noncurrentFile(folders, current.key, current.versionId);
  const bytes = bytesFile(folders, current.key);
  mkdirSync(dirname(target), { recursive: true });
  if (current.kind === 'object' && kindOf(bytes) === 'file') renameSync(bytes, target);
  renameSync(metaFile(folders, current.key), target + META);
}

function placeBytes(folders: BucketFolders, key: string, from: string): void {
  const flat = join(folders.objects, flatPath(key));
  if (kindOf(flat) === 'file') {
    renameSync(from, flat);
    return;
  }
  try {
    moveInto(from, join(folders.objects, plainPath(key)));
  } catch (error) {
    if (!isTaken(error)) throw error;
    moveInto(from, flat);
  }
}

/** Whether a rename failed because a folder has the name of the file, or a file that of a folder above it. */
function isTaken(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOTEMPTY';
}

function pruneObjects(folders: BucketFolders, key: string): void {
  pruneEmpty(dirname(join(folders.objects, plainPath(key))), folders.objects);
  pruneEmpty(dirname(join(folders.objects, flatPath(key))), folders.objects);
}
