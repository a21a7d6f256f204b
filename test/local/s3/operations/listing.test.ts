import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as s3 from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { metaPath, plainPath } from '../../../../local/s3/disk/paths.ts';
import { writeVersion } from '../../../../local/s3/disk/version.ts';
import { codeIn, type Stand, send, startStand, temporaryFolder } from '../support.ts';

const COUNT = 2510;

let stand: Stand;
let many: string[];

beforeAll(async () => {
  const root = await temporaryFolder();
  await (await startStand({ root })).server.stop();
  many = Array.from(
    { length: COUNT },
    (_, at) => `many/${at % 7}/ст-${String(at).padStart(4, '0')}.csv`,
  ).sort();
  for (const key of many) lay(join(root, 'plain'), key);
  stand = await startStand({ root });
  const few = ['a', 'a/b', 'a.b', 'z/\u0001&', 'tree/x/1', 'tree/x/2', 'tree/y', 'tree/z/1'];
  for (const key of few) await put(key);
});

/** An object of one byte, laid where the server keeps it: thousands of requests would take most of the time of the tests. */
function lay(bucket: string, key: string): void {
  const bytes = join(bucket, 'objects', plainPath(key));
  const meta = join(bucket, 'meta', metaPath(key));
  for (const file of [bytes, meta]) mkdirSync(dirname(file), { recursive: true });
  writeFileSync(bytes, 'x');
  const facts = {
    versionId: 'null',
    sequencer: '000000000000000001',
    lastModified: '2026-03-19T06:00:00.000Z',
  };
  const content = { etag: '9dd4e461268c8034f5c8564e155c67a6', size: 1, checksum: undefined, headers: [] };
  writeFileSync(meta, writeVersion({ kind: 'object', key, ...facts, ...content }));
}

const put = (Key: string) => stand.client.send(new s3.PutObjectCommand({ Bucket: 'plain', Key, Body: 'x' }));
const list = (input: Omit<s3.ListObjectsV2CommandInput, 'Bucket'>) =>
  stand.client.send(new s3.ListObjectsV2Command({ Bucket: 'plain', ...input }));

async function pages(input: Omit<s3.ListObjectsV2CommandInput, 'Bucket'>): Promise<string[][]> {
  const found: string[][] = [];
  for await (const page of s3.paginateListObjectsV2(
    { client: stand.client },
    { Bucket: 'plain', ...input },
  )) {
    found.push([
      ...(page.CommonPrefixes ?? []).map((entry) => entry.Prefix ?? ''),
      ...(page.Contents ?? []).map((entry) => entry.Key ?? ''),
    ]);
  }
  return found;
}

describe('listing', () => {
  it('gives every key once, in order, over pages of 1,000', async () => {
    const found = await pages({ Prefix: 'many/' });

    expect(found.map((page) => page.length)).toEqual([1000, 1000, 510]);
    expect(found.flat()).toEqual(many);
  });

  it('finds the same after a restart', async () => {
    const again = await startStand({ root: stand.root });

    const page = await again.client.send(new s3.ListObjectsV2Command({ Bucket: 'plain', Prefix: 'many/6/' }));

    expect(page.Contents?.map((entry) => entry.Key)).toEqual(many.filter((key) => key.startsWith('many/6/')));
  });

  it('folds keys into common prefixes, also over pages', async () => {
    const whole = await list({ Prefix: 'tree/', Delimiter: '/' });
    const small = await pages({ Prefix: 'tree/', Delimiter: '/', MaxKeys: 1 });
    const years = await pages({ Prefix: 'many/', Delimiter: '/', MaxKeys: 3 });

    expect(whole.CommonPrefixes?.map((entry) => entry.Prefix)).toEqual(['tree/x/', 'tree/z/']);
    expect(whole.Contents?.map((entry) => entry.Key)).toEqual(['tree/y']);
    expect(whole.KeyCount).toBe(3);
    expect(small).toEqual([['tree/x/'], ['tree/y'], ['tree/z/']]);
    expect(years.flat()).toEqual([0, 1, 2, 3, 4, 5, 6].map((digit) => `many/${digit}/`));
  });

  it('starts behind a key, whether it is there or not', async () => {
    const keys = async (StartAfter: string) => (await list({ StartAfter, MaxKeys: 1 })).Contents?.[0]?.Key;

    expect(await keys('a')).toBe('a.b');
    expect(await keys('a.b0')).toBe('a/b');
    expect((await list({ StartAfter: 'zz' })).Contents).toBeUndefined();
  });

  it('answers the bounds of max-keys', async () => {
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    expect((await list({ MaxKeys: 5000 })).MaxKeys).toBe(1000);
    expect(codeIn(await send(stand.server, 'GET', '/plain?list-type=2&max-keys=-1'))).toBe('InvalidArgument');
    expect(codeIn(await send(stand.server, 'GET', '/plain?list-type=2&continuation-token=x!'))).toBe(
      'InvalidArgument',
    );
    expect(codeIn(await send(stand.server, 'GET', '/plain?list-type=2&encoding-type=x'))).toBe(
      'InvalidArgument',
    );
  });

  it('encodes keys that XML cannot hold when asked to', async () => {
    const encoded = await send(stand.server, 'GET', '/plain?list-type=2&prefix=z&encoding-type=url');
    const plain = await send(stand.server, 'GET', '/plain?list-type=2&prefix=z');

    expect(encoded.body).toContain('<Key>z/%01%26</Key>');
    expect(plain.body).toContain('<Key>z/&#x1;&amp;</Key>');
  });

  it('serves the first version of the listing as well', async () => {
    const first = await stand.client.send(
      new s3.ListObjectsCommand({ Bucket: 'plain', Prefix: 'tree/', MaxKeys: 2 }),
    );
    const rest = await stand.client.send(
      new s3.ListObjectsCommand({ Bucket: 'plain', Prefix: 'tree/', Marker: first.NextMarker }),
    );

    expect(first.IsTruncated).toBe(true);
    expect(rest.Contents?.map((entry) => entry.Key)).toEqual(['tree/y', 'tree/z/1']);
  });

  it('shows no key that was deleted in a versioned bucket, and no prefix of such keys alone', async () => {
    for (const Key of ['dead/1', 'dead/2', 'live/1']) {
      await stand.client.send(new s3.PutObjectCommand({ Bucket: 'kept', Key, Body: 'x' }));
    }
    const Objects = [{ Key: 'dead/1' }, { Key: 'dead/2' }, { Key: 'never' }];

    const deleted = await stand.client.send(
      new s3.DeleteObjectsCommand({ Bucket: 'kept', Delete: { Objects } }),
    );
    const listed = await stand.client.send(new s3.ListObjectsV2Command({ Bucket: 'kept', Delimiter: '/' }));

    expect(deleted.Deleted?.map((entry) => [entry.Key, entry.DeleteMarker])).toEqual([
      ['dead/1', true],
      ['dead/2', true],
      ['never', true],
    ]);
    expect(listed.CommonPrefixes).toEqual([{ Prefix: 'live/' }]);
    expect(listed.Contents).toBeUndefined();
  });

  it('removes a page of keys at once, quietly if asked', async () => {
    const page = many.filter((key) => key.startsWith('many/0/'));
    const Objects = page.map((Key) => ({ Key }));

    const answer = await stand.client.send(
      new s3.DeleteObjectsCommand({ Bucket: 'plain', Delete: { Objects, Quiet: true } }),
    );

    expect(answer.Deleted).toBeUndefined();
    expect((await list({ Prefix: 'many/0/' })).KeyCount).toBe(0);
  });
});
