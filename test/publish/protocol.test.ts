import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('writes the manifest after all that it names, then the checksums, the entry, and then the pointers', async () => {
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
  expect(writes).toEqual([
    ...[...named, 'manifest.json', 'SHA256SUMS'].map((path) => `elections/${election}/1.0.0/${path}`),
    `elections/${election}/latest.json`,
    `elections/${election}/index.json`,
    'catalog.json',
    'elections/index.json',
  ]);
  expect(entered).toBe(named.length + 2);
});

test('dies before or after any write, and another publisher finishes with the same bytes', async () => {
  const undisturbed = await inABucket();
  await undisturbed.setting.release();
  const [whole, count] = [await objects(undisturbed.name), writes.length];
  expect(count).toBe(whole.size);

  for (const when of ['before', 'after'] as const)
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
        if (isReleaseFile(key)) expect(bytes, `${key}, ${when} ${at}`).toBe(whole.get(key));
    }
});

/** An election whose releases go to a bucket of their own, and all else to memory. */
async function inABucket(): Promise<{ setting: Setting; name: string }> {
  const name = `publication-${++bucket}`;
  await aws.parts.s3.send(new CreateBucketCommand({ Bucket: name }));
  const store: MemoryStore = {
    ...memoryStore(),
    releases: bucketReleases({ client: aws.parts.s3, name }),
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
  return /\/[0-9.]+\//.test(key);
}

function keyOf(input: object): string {
  return 'Key' in input ? String(input.Key) : '';
}
