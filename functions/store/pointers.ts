import type { Folder } from '../model/generated/folder.ts';
import type { Latest } from '../model/generated/latest.ts';
import type { Versions } from '../model/generated/versions.ts';
import { type ElectionId, isElectionId } from '../model/ids.ts';
import { prettyJson } from '../model/json/json.ts';
import { byCodePoint } from '../model/text/text.ts';
import { type Bucket, isRefused, listFolders, readText, type WriteOptions, writeText } from './aws/bucket.ts';
import { backOff, inParallel } from './aws/parallel.ts';
import { isFolder, isLatest, isVersions } from './codec/documents.ts';
import { decode } from './codec/shape.ts';
import {
  cacheControl,
  electionIndexKey,
  electionsPrefix,
  keptKeyKey,
  latestKey,
  mediaTypeOf,
  publicKeyKey,
  versionsKey,
} from './objects.ts';
import { extendsFolder, supersedes } from './order.ts';
import { type DescribeRoot, StoreError } from './store.ts';

/** The pointer to the newest release of an election; null before the first. */
export async function readLatest(bucket: Bucket, election: string): Promise<Latest | null> {
  return (await readPointer(bucket, latestKey(election), isLatest))?.value ?? null;
}

/** Moves the pointer of an election to `latest`, unless a later entry of the ledger has put it where it is. */
export function moveLatest(bucket: Bucket, latest: Latest): Promise<void> {
  return replace(bucket, latestKey(latest.election), latest, isLatest);
}

/** Writes the list of the releases of an election, unless the one that is there follows from a later entry of the ledger. */
export function writeVersions(bucket: Bucket, versions: Versions): Promise<void> {
  return replace(bucket, versionsKey(versions.election), versions, isVersions);
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
    await writeText(bucket, key, prettyJson(index), pointerOptions(mediaTypeOf(key), current?.etag));
  });
}

/** Writes the public key of the installation, unless it is there. First where it stays: what the pointer names is never missing. */
export async function putKey(bucket: Bucket, id: string, text: string): Promise<void> {
  for (const key of [keptKeyKey(id), publicKeyKey])
    await untilWritten(key, async () => {
      const current = await readText(bucket, key);
      if (current?.text === text) return;
      await writeText(bucket, key, text, pointerOptions(mediaTypeOf(key), current?.etag));
    });
}

/** Writes the files at the root anew. */
export function rebuildRoot(bucket: Bucket, names: readonly string[], describe: DescribeRoot): Promise<void> {
  return rewrite(bucket, names, async () => describe(await allLatest(bucket)));
}

/** Writes one document of all elections anew. */
export function rebuild(
  bucket: Bucket,
  key: string,
  describe: (latest: readonly Latest[]) => string,
): Promise<void> {
  return rewrite(bucket, [key], async () => {
    const text = describe(await allLatest(bucket));
    return new Map([[key, { text, mediaType: mediaTypeOf(key) }]]);
  });
}

/**
 * Writes files anew that follow from pointers, which `describe` reads. Their ETags are read before the pointers are: whoever moves a pointer after
 * it was read writes these files too, and then this one is refused and begins again.
 *
 * @param describe the files by key; none of them is one that `keys` does not name
 */
export async function rewrite(
  bucket: Bucket,
  keys: readonly string[],
  describe: () => Promise<ReadonlyMap<string, { readonly mediaType: string; readonly text: string }>>,
): Promise<void> {
  await untilWritten(keys.join(', '), async () => {
    const there = new Map<string, { text: string; etag: string }>();
    await inParallel(keys, 8, async (key) => {
      const found = await readText(bucket, key);
      if (found) there.set(key, found);
    });
    for (const [key, { text, mediaType }] of await describe()) {
      const current = there.get(key);
      if (current?.text !== text)
        await writeText(bucket, key, text, pointerOptions(mediaType, current?.etag));
    }
  });
}

/** Replaces the checkpoint of a log, unless `keep` says of the one that is there that it is as good. */
export async function moveCheckpoint(
  bucket: Bucket,
  key: string,
  note: string,
  keep: (current: string) => Promise<boolean>,
): Promise<void> {
  await untilWritten(key, async () => {
    const current = await readText(bucket, key);
    if (current && (await keep(current.text))) return;
    const condition = current ? { IfMatch: current.etag } : { IfNoneMatch: '*' };
    const headers = { ContentType: mediaTypeOf('checkpoint.txt'), CacheControl: cacheControl.checkpoint };
    await writeText(bucket, key, note, { ...headers, ...condition });
  });
}

type Pointer = Latest | Versions;

async function replace<Value extends Pointer>(
  bucket: Bucket,
  key: string,
  value: Value,
  isValue: (value: unknown) => value is Value,
): Promise<void> {
  await untilWritten(key, async () => {
    const current = await readPointer(bucket, key, isValue);
    if (current && !supersedes(value, current.value)) return;
    await writeText(bucket, key, prettyJson(value), pointerOptions(mediaTypeOf(key), current?.etag));
  });
}

async function readPointer<Value extends Pointer>(
  bucket: Bucket,
  key: string,
  isValue: (value: unknown) => value is Value,
): Promise<{ value: Value; etag: string } | null> {
  const found = await readText(bucket, key);
  if (!found) return null;
  return { value: decode(found.text, isValue, `${key} in the bucket ${bucket.name}`), etag: found.etag };
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

function pointerOptions(mediaType: string, etag: string | undefined): WriteOptions {
  const condition = etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag };
  return { ContentType: mediaType, CacheControl: cacheControl.pointer, ...condition };
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
