import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bucketLogs } from '../../functions/store/aws/log.ts';
import { bucketReleases } from '../../functions/store/releases.ts';
import { type AwsStore, startAwsStore } from '../support/aws-store.ts';
import { type MemoryStore, memoryStore } from '../support/memory-store.ts';
import { aFullElection, aSetting, election, type Setting } from './setting.ts';

/* Publishing into a bucket over HTTP, by a publisher that dies before or after any one of its writes. */

let aws: AwsStore;
let bucket = 0;
let writes: string[] = [];
let dies: { at: number; when: 'before' | 'after' } | null = null;

beforeAll(async () => {
  aws = await startAwsStore();
  aws.parts.s3.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'PutObjectCommand') return next(args);
      writes.push(keyOf(args.input));
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
  const { setting, name } = await inABucket();
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
    'catalog.json',
    'catalog.jsonld',
    'feed.json',
    'feed.xml',
    'openapi.json',
    'elections/index.json',
  ]);
});

test.each(['before', 'after'] as const)(
  'dies %s any write, and another publisher finishes with the same bytes',
  async (when) => {
    const undisturbed = await inABucket();
    await undisturbed.setting.release();
    const [whole, count] = [await objects(undisturbed.name), writes.length];
    expect(count).toBe(whole.size);

    for (let at = 0; at < count; at += 1) {
      const { setting, name } = await inABucket();
      const revision = await setting.allocate();
      dies = { at, when };
      await expect(setting.publish(revision)).rejects.toThrow('the publisher died');
      dies = null;
      // What points to a release is never there before the release is whole.
      const half = await objects(name);
      if (half.has(`elections/${election}/latest.json`))
        expect([...whole.keys()].filter((key) => isReleaseFile(key) && !half.has(key))).toEqual([]);

      expect(await setting.publish(revision, '9.9.9')).toMatchObject({ version: '1.0.0' });

      const finished = await objects(name);
      expect([...finished.keys()], `${when} ${at}`).toEqual([...whole.keys()]);
      for (const [key, bytes] of finished)
        if (isReleaseFile(key) || key.includes('/log/'))
          expect(bytes, `${key}, ${when} ${at}`).toBe(whole.get(key));
    }
  },
  // Twice a release for each of its fifty writes, over HTTP.
  300_000,
);

/** An election whose releases go to a bucket of their own, and all else to memory. */
async function inABucket(): Promise<{ setting: Setting; name: string }> {
  const name = `publication-${++bucket}`;
  await aws.parts.s3.send(new CreateBucketCommand({ Bucket: name }));
  const store: MemoryStore = {
    ...memoryStore(),
    releases: bucketReleases({ client: aws.parts.s3, name }),
    logs: bucketLogs({ client: aws.parts.s3, name }),
  };
  writes = [];
  return { setting: await aFullElection(undefined, aSetting(store)), name };
}

async function objects(name: string): Promise<Map<string, string>> {
  const { Contents = [] } = await aws.parts.s3.send(new ListObjectsV2Command({ Bucket: name }));
  const found = new Map<string, string>();
  for (const { Key: key = '' } of Contents) found.set(key, await read(aws.parts.s3, name, key));
  return found;
}

async function read(client: S3Client, name: string, key: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
  return (await Body?.transformToString()) ?? '';
}

function isReleaseFile(key: string): boolean {
  return /\/\d+\.\d+\.\d+\//.test(key);
}

function keyOf(input: object): string {
  return 'Key' in input ? String(input.Key) : '';
}
