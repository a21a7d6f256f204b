import type { Folder } from '../model/generated/folder.ts';
import type { Latest } from '../model/generated/latest.ts';
import { type ElectionId, isElectionId } from '../model/ids.ts';
import { prettyJson } from '../model/json.ts';
import { byCodePoint } from '../model/text.ts';
import { type Bucket, isRefused, listFolders, readText, type WriteOptions, writeText } from './aws/bucket.ts';
import { backOff, inParallel } from './aws/parallel.ts';
import { isFolder, isLatest } from './codec/documents.ts';
import { decode } from './codec/shape.ts';
import {
  cacheControl,
  electionIndexKey,
  electionsPrefix,
  keptKeyKey,
  latestKey,
  mediaTypeOf,
  publicKeyKey,
} from './objects.ts';
import { extendsFolder, supersedes } from './order.ts';
import { StoreError } from './store.ts';

/** The pointer to the newest release of an election; null before the first. */
export async function readLatest(bucket: Bucket, election: string): Promise<Latest | null> {
  return (await readPointer(bucket, election))?.latest ?? null;
}

/** Moves the pointer of an election to `latest`, unless it stands there or further on already. */
export async function moveLatest(bucket: Bucket, latest: Latest): Promise<void> {
  const key = latestKey(latest.election);
  await untilWritten(key, async () => {
    const current = await readPointer(bucket, latest.election);
    if (current && !supersedes(latest, current.latest)) return;
    await writeText(bucket, key, prettyJson(latest), pointerOptions(key, current?.etag));
  });
}

/** Writes the index of an election's folder, unless one lies there that has as many releases: none is ever taken away. */
export async function moveIndex(bucket: Bucket, election: ElectionId, index: Folder): Promise<void> {
  const key = electionIndexKey(election);
  await untilWritten(key, async () => {
    const current = await readText(bucket, key);
    if (current) {
      const there = decode(current.text, isFolder, `${key} in the bucket ${bucket.name}`);
      if (!extendsFolder(index, there)) return;
    }
    await writeText(bucket, key, prettyJson(index), pointerOptions(key, current?.etag));
  });
}

/** Writes the public key of the installation, unless it is there. First where it stays: what the pointer names is never missing. */
export async function putKey(bucket: Bucket, id: string, text: string): Promise<void> {
  for (const key of [keptKeyKey(id), publicKeyKey])
    await untilWritten(key, async () => {
      const current = await readText(bucket, key);
      if (current?.text === text) return;
      await writeText(bucket, key, text, pointerOptions(key, current?.etag));
    });
}

/**
 * Writes a document of all elections anew. Its ETag is read before the pointers are: whoever moves a pointer after they were read writes
 * the document too, and then this one is refused and begins again.
 */
export async function rebuild(
  bucket: Bucket,
  key: string,
  describe: (latest: readonly Latest[]) => string,
): Promise<void> {
  await untilWritten(key, async () => {
    const current = await readText(bucket, key);
    const text = describe(await allLatest(bucket));
    if (current?.text === text) return;
    await writeText(bucket, key, text, pointerOptions(key, current?.etag));
  });
}

async function readPointer(
  bucket: Bucket,
  election: string,
): Promise<{ latest: Latest; etag: string } | null> {
  const key = latestKey(election);
  const found = await readText(bucket, key);
  if (!found) return null;
  return { latest: decode(found.text, isLatest, `${key} in the bucket ${bucket.name}`), etag: found.etag };
}

async function allLatest(bucket: Bucket): Promise<Latest[]> {
  const found: Latest[] = [];
  const folders = await listFolders(bucket, electionsPrefix);
  const elections = folders.map((folder) => folder.slice(electionsPrefix.length, -1)).filter(isElectionId);
  await inParallel(elections, 8, async (election) => {
    const latest = await readLatest(bucket, election);
    if (latest) found.push(latest);
  });
  return found.sort((a, b) => byCodePoint(a.election, b.election));
}

function pointerOptions(key: string, etag: string | undefined): WriteOptions {
  const condition = etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag };
  return { ContentType: mediaTypeOf(key), CacheControl: cacheControl.pointer, ...condition };
}

/** Repeats an attempt that another writer has come before. Every refusal means that somebody has got through. */
async function untilWritten(key: string, attempt: () => Promise<void>): Promise<void> {
  for (let round = 0; round < 30; round++) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
    await backOff(Math.min(round, 4));
  }
  throw new StoreError(
    'contended',
    `${key} was changed by others each of the 30 times it was about to be written. Try again later.`,
  );
}
