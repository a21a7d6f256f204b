import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { each } from '../../functions/publish/write/each.ts';
import { bucketLogs } from '../../functions/store/aws/log.ts';
import { bucketReleases } from '../../functions/store/releases.ts';
import { type AwsStore, startAwsStore } from '../support/aws-store.ts';
import { type MemoryStore, memoryStore } from '../support/memory-store.ts';
import { aFullElection, aSetting, election, type Setting } from './setting.ts';

/* Publishing into a bucket over HTTP, by a publisher that dies before or after any one of its writes. */

let aws: AwsStore;
let buckets = 0;
const writers = new Map<string, Writer>();

/** Who publishes into a bucket: what it has written, by key, and at which of its writes it dies. */
interface Writer {
  readonly writes: string[];
  dies: { readonly at: number; readonly when: 'before' | 'after' } | null;
}

beforeAll(async () => {
  aws = await startAwsStore();
  aws.parts.s3.middlewareStack.add(
    (next, context) => async (args) => {
      const writer = writers.get(textIn(args.input, 'Bucket'));
      if (context.commandName !== 'PutObjectCommand' || !writer) return next(args);
      const { writes, dies } = writer;
      writes.push(textIn(args.input, 'Key'));
      const fatal = dies !== null && writes.length === dies.at + 1 ? dies.when : null;
      if (fatal === 'before') throw new Error('the publisher died');
      const reply = await next(args);
      if (fatal === 'after') throw new Error('the publisher died');
      return reply;
    },
    { step: 'initialize' },
  );
});
afterAll(() => aws.stop());

test('writes the manifest after all that it names, the checksums, their signature, the entry, the log, and then the pointers', async () => {
  const { setting, name, writer } = await inABucket();
  const { writes } = writer;
  let entered = -1;
  const { append } = setting.store.ledger;
  setting.store.ledger.append = async (entry) => {
    if (entry.type === 'published') entered = writes.length;
    return append(entry);
  };

  await setting.release();

  const manifest = JSON.parse(await read(aws.parts.s3, name, `elections/${election}/1.0.0/manifest.json`));
  const named: string[] = manifest.files.map(({ path }: { path: string }) => path);
  const ofElection = (paths: readonly string[]) => paths.map((path) => `elections/${election}/${path}`);
  // The forms of the results are written at the same time, and so are the tiles.
  expect(writes.slice(0, named.length).sort()).toEqual(
    ofElection(named.map((path) => `1.0.0/${path}`)).sort(),
  );
  const [keys, tiles] = [2, 2];
  expect(writes.slice(named.length, named.length + 3)).toEqual(
    ofElection(['1.0.0/manifest.json', '1.0.0/SHA256SUMS', '1.0.0/SHA256SUMS.minisig']),
  );
  expect(entered).toBe(named.length + 3);
  expect(writes.slice(entered, entered + keys).at(-1)).toBe('minisign.pub');
  expect(writes.slice(entered + keys, entered + keys + tiles).sort()).toEqual(
    ofElection(['log/tile/0/000.p/5', 'log/tile/entries/000.p/5']),
  );
  expect(writes.slice(entered + keys + tiles)).toEqual([
    ...ofElection(['log/checkpoints/1.0.0', 'log/checkpoint', 'versions.json', 'latest.json', 'index.json']),
    ...ofElection(['index.html', 'index.kk.html', 'index.ru.html']),
    'catalog.json',
    'catalog.jsonld',
    'feed.json',
    'feed.xml',
    'openapi.json',
    'index.html',
    'index.kk.html',
    'index.ru.html',
    'elections/index.json',
  ]);
});

test.each(['before', 'after'] as const)(
  'dies %s any write, and another publisher finishes with the same bytes',
  async (when) => {
    const undisturbed = await inABucket();
    await undisturbed.setting.release();
    const whole = await objects(undisturbed.name);
    const count = undisturbed.writer.writes.length;
    expect(count).toBe(whole.size);

    const deaths = Array.from({ length: count }, (_, at) => at);
    await each(deaths, sideBySide, (at) => dieAndFinish({ at, when }, whole), new AbortController());
  },
  // Twice a release for each of its sixty writes, over HTTP.
  300_000,
);

// While one waits for the disk, another works.
const sideBySide = 6;

async function dieAndFinish(dies: NonNullable<Writer['dies']>, whole: ReadonlyMap<string, string>) {
  const { setting, name, writer } = await inABucket();
  const revision = await setting.allocate();
  writer.dies = dies;
  await expect(setting.publish(revision)).rejects.toThrow('the publisher died');
  writer.dies = null;
  // What points to a release is never there before the release is whole.
  const half = await objects(name);
  if (half.has(`elections/${election}/latest.json`))
    expect([...whole.keys()].filter((key) => isReleaseFile(key) && !half.has(key))).toEqual([]);

  expect(await setting.publish(revision, '9.9.9')).toMatchObject({ version: '1.0.0' });

  const finished = await objects(name);
  expect([...finished.keys()], `${dies.when} ${dies.at}`).toEqual([...whole.keys()]);
  for (const [key, hash] of finished)
    if (isReleaseFile(key) || key.includes('/log/'))
      expect(hash, `${key}, ${dies.when} ${dies.at}`).toBe(whole.get(key));
}

/** An election whose releases go to a bucket of their own, and all else to memory. */
async function inABucket(): Promise<{ setting: Setting; name: string; writer: Writer }> {
  const name = `publication-${++buckets}`;
  const writer: Writer = { writes: [], dies: null };
  writers.set(name, writer);
  await aws.parts.s3.send(new CreateBucketCommand({ Bucket: name }));
  const store: MemoryStore = {
    ...memoryStore(),
    releases: bucketReleases({ client: aws.parts.s3, name }),
    logs: bucketLogs({ client: aws.parts.s3, name }),
  };
  return { setting: await aFullElection(undefined, aSetting(store)), name, writer };
}

/** Every object by key, with the MD5 of its bytes, which is the ETag of what was written in one piece. */
async function objects(name: string): Promise<Map<string, string>> {
  const { Contents = [] } = await aws.parts.s3.send(new ListObjectsV2Command({ Bucket: name }));
  return new Map(
    Contents.map(({ Key: key = '', ETag: tag = '' }) => {
      expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
      return [key, tag];
    }),
  );
}

async function read(client: S3Client, name: string, key: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
  return (await Body?.transformToString()) ?? '';
}

function isReleaseFile(key: string): boolean {
  return /\/\d+\.\d+\.\d+\//.test(key);
}

function textIn(input: object, name: string): string {
  return String(Reflect.get(input, name) ?? '');
}
