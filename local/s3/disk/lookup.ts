import { closeSync, fstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BucketFolders } from './bucket.ts';
import { isAbsence, kindOf, readIfThere } from './files.ts';
import { flatPath, metaPath, plainPath, versionsPath } from './paths.ts';
import { type ObjectVersion, readVersion, type Version } from './version.ts';

/** A sequencer or S3's word for a version that was written without versioning. */
const VERSION_ID = /^(?:[0-9a-f]{18}|null)$/;

/** The current version of a key, or undefined. */
export function currentVersion(folders: BucketFolders, key: string): Version | undefined {
  return versionAt(metaFile(folders, key));
}

/** One version of a key, or undefined; also for an id that no version can have. */
export function findVersion(folders: BucketFolders, key: string, versionId: string): Version | undefined {
  if (!VERSION_ID.test(versionId)) return undefined;
  const current = currentVersion(folders, key);
  return current?.versionId === versionId
    ? current
    : versionAt(noncurrentFile(folders, key, versionId) + META);
}

/** The versions of a key that are not current, newest first. */
export function noncurrentVersions(folders: BucketFolders, key: string): Version[] {
  const folder = join(folders.versions, versionsPath(key));
  const versions: Version[] = [];
  for (const name of namesIn(folder)) {
    const version = name.endsWith(META) ? versionAt(join(folder, name)) : undefined;
    if (version !== undefined) versions.push(version);
  }
  return versions.sort((one, other) => (one.sequencer > other.sequencer ? -1 : 1));
}

/**
 * Opens the bytes of an object: a file descriptor, which the caller closes. Lookup and opening happen without giving way to
 * other work, so the bytes are those of this version, whatever is written meanwhile. Throws an error that names the file
 * where its bytes are not those that were stored.
 */
export function openBytes(folders: BucketFolders, version: ObjectVersion): number {
  const isCurrent = currentVersion(folders, version.key)?.versionId === version.versionId;
  const file = isCurrent
    ? bytesFile(folders, version.key)
    : noncurrentFile(folders, version.key, version.versionId);
  const descriptor = openSync(file, 'r');
  if (fstatSync(descriptor).size === version.size) return descriptor;
  closeSync(descriptor);
  throw new Error(`${file}: the file was changed outside of the endpoint; upload the object again.`);
}

/** Where the metadata of the current version lie. */
export function metaFile(folders: BucketFolders, key: string): string {
  return join(folders.meta, metaPath(key));
}

/** Where the bytes of the current version lie: under the plain path unless there is a file under the flat one. */
export function bytesFile(folders: BucketFolders, key: string): string {
  const flat = join(folders.objects, flatPath(key));
  return kindOf(flat) === 'file' ? flat : join(folders.objects, plainPath(key));
}

/** Where the bytes of a noncurrent version lie; its metadata lie beside, with `.json` behind. */
export function noncurrentFile(folders: BucketFolders, key: string, versionId: string): string {
  return join(folders.versions, versionsPath(key), versionId);
}

/** What metadata files end in. */
export const META = '.json';

function versionAt(file: string): Version | undefined {
  const text = readIfThere(file);
  return text === undefined ? undefined : readVersion(text, file);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}
