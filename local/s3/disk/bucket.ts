import { mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { member } from '../../json.ts';
import { S3Error } from '../protocol/errors.ts';
import { recover } from './change/recover.ts';
import { readIfThere, replaceDurable } from './files.ts';
import { type KeyIndex, loadKeys } from './keys.ts';
import { createLocks, type Locks } from './locks.ts';
import { openSequencer, type Sequencer } from './sequencer.ts';
import { parseObject, textOf } from './version.ts';

/** A bucket: a folder that one can look into. */
export interface Bucket {
  readonly name: string;
  readonly created: string;
  readonly versioned: boolean;
  readonly folders: BucketFolders;
  readonly keys: KeyIndex;
  readonly sequencer: Sequencer;
  readonly locks: Locks;
}

/** What lies where in a bucket's folder. */
export interface BucketFolders {
  /** The bytes of every current object, under its key. */
  readonly objects: string;
  /** Beside it, a JSON file for every key. */
  readonly meta: string;
  /** Noncurrent versions: bytes and JSON. */
  readonly versions: string;
  /** Changes that are decided and being carried out. */
  readonly pending: string;
  /** Bodies on their way in. */
  readonly temporary: string;
  /** Multipart uploads that are not complete. */
  readonly uploads: string;
  /** The tags of versions. */
  readonly tags: string;
}

/** All buckets of a root folder. */
export interface Store {
  /** In the order of their names. */
  list(): Bucket[];
  /** Throws `NoSuchBucket`. */
  bucket(name: string): Bucket;
  has(name: string): boolean;
  /** Idempotent; turns versioning on for a bucket that has none. Throws `InvalidBucketName`, or an error if versioning were to be turned off. */
  create(name: string, versioned: boolean): Promise<void>;
}

/** Room for the longest path below the root (about 3,300 bytes of escaped key) within the 4,096 of Linux. */
const MAX_ROOT_BYTES = 700;
const BUCKET_NAME = /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const FACTS = 'bucket.json';

/**
 * Opens the folder that holds all buckets, finishes what a crash interrupted and clears away what it left.
 * One process a root: two would take each other's work for leftovers.
 */
export async function openStore(folder: string, now: () => Date): Promise<Store> {
  const root = resolve(folder);
  if (Buffer.byteLength(root) > MAX_ROOT_BYTES) {
    throw new Error(
      `${root}: this path is too long for a data folder; choose one of at most ${MAX_ROOT_BYTES} bytes.`,
    );
  }
  mkdirSync(root, { recursive: true });
  const sequencer = openSequencer(join(root, '.sequencer'), now());
  const buckets = new Map<string, Bucket>();
  const locks = createLocks();
  for (const entry of await readdir(root, { withFileTypes: true })) {
    if (!entry.isDirectory() || !BUCKET_NAME.test(entry.name)) continue;
    const bucket = await openBucket(root, entry.name, sequencer);
    if (bucket !== undefined) buckets.set(entry.name, bucket);
  }
  return {
    list: () => [...buckets.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    has: (name) => buckets.has(name),
    bucket: (name) => {
      const bucket = buckets.get(name);
      if (bucket === undefined) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
      return bucket;
    },
    create: (name, versioned) =>
      locks(name, async () => {
        const before = buckets.get(name);
        if (before?.versioned === versioned) return;
        refuse(name, before);
        makeBucket(root, name, versioned, before?.created ?? now().toISOString());
        const bucket =
          before === undefined ? await openBucket(root, name, sequencer) : { ...before, versioned };
        if (bucket !== undefined) buckets.set(name, bucket);
      }),
  };
}

function refuse(name: string, before: Bucket | undefined): void {
  if (!BUCKET_NAME.test(name)) {
    throw new S3Error(
      'InvalidBucketName',
      `The specified bucket is not valid: ${JSON.stringify(name.slice(0, 80))}.`,
    );
  }
  if (before?.versioned === true) {
    throw new Error(
      `Bucket ${name} keeps versions already; they cannot be turned off. Start with an empty data folder.`,
    );
  }
}

function foldersOf(root: string, name: string): BucketFolders {
  const inside = (folder: string) => join(root, name, folder);
  return {
    objects: inside('objects'),
    meta: inside('meta'),
    versions: inside('versions'),
    pending: inside('pending'),
    temporary: inside('tmp'),
    uploads: inside('uploads'),
    tags: inside('tags'),
  };
}

/** The facts come last: a folder without them is no bucket yet. */
function makeBucket(root: string, name: string, versioned: boolean, created: string): void {
  for (const folder of Object.values(foldersOf(root, name))) mkdirSync(folder, { recursive: true });
  replaceDurable(join(root, name, FACTS), `${JSON.stringify({ created, versioned })}\n`);
}

async function openBucket(root: string, name: string, sequencer: Sequencer): Promise<Bucket | undefined> {
  const file = join(root, name, FACTS);
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const damaged = new Error(
    `${file}: this file is damaged; it should read {"created": <time>, "versioned": <true or false>}.`,
  );
  const facts = parseObject(text, damaged);
  const folders = foldersOf(root, name);
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  await recover(folders);
  return {
    name,
    created: textOf(facts, 'created', damaged),
    versioned: member(facts, 'versioned') === true,
    folders,
    keys: await loadKeys(folders.meta),
    sequencer,
    locks: createLocks(),
  };
}
