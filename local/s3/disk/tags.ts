import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BucketFolders } from './bucket.ts';
import { readIfThere, replaceDurable } from './files.ts';
import { pairsOf, parseObject, type Version } from './version.ts';

/** Names and values. */
export type Tags = readonly (readonly [string, string])[];

/** The tags of a version. They lie beside the versions, by the sequencer, which no two versions of a bucket share. */
export function readTags(folders: BucketFolders, version: Version): Tags {
  const file = fileOf(folders, version);
  const text = readIfThere(file);
  if (text === undefined) return [];
  const damaged = new Error(`${file}: this file of tags is damaged; remove it and put the tags again.`);
  return pairsOf(parseObject(text, damaged).tags, damaged);
}

/** Puts tags in the place of those that a version has. */
export function writeTags(folders: BucketFolders, version: Version, tags: Tags): void {
  mkdirSync(folders.tags, { recursive: true });
  replaceDurable(fileOf(folders, version), `${JSON.stringify({ tags })}\n`);
}

/** Takes the tags of a version away, as of one that was removed. */
export async function removeTags(folders: BucketFolders, version: Version): Promise<void> {
  await rm(fileOf(folders, version), { force: true });
}

function fileOf({ tags }: BucketFolders, { sequencer }: Version): string {
  return join(tags, `${sequencer}.json`);
}
