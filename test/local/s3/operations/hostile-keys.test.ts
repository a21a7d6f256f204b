import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeIn, errorOf, type Stand, send, startStand } from '../support.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});

const put = (Key: string, Body: string) =>
  stand.client.send(new PutObjectCommand({ Bucket: 'plain', Key, Body }));
const get = (Key: string) => stand.client.send(new GetObjectCommand({ Bucket: 'plain', Key }));
const text = async (Key: string) => (await get(Key)).Body?.transformToString();

describe('hostile keys', () => {
  const keys = [
    '../../escape',
    '..',
    'a/../../b',
    '/leading',
    'double//slash',
    'trailing/',
    'null\u0000byte',
    'control\u0001\r\n',
    '%2e%2e/%00',
    'a+b c&d<e>"f"',
    'a',
    'a/b',
    'a/b/c',
    'a.json',
    'a.json/b',
    'long/'.concat('x'.repeat(300)),
    'ы'.repeat(512),
    '/'.repeat(1024),
    `${'x'.repeat(200)}..`,
    '💚/\uffee',
    '__proto__',
    'constructor/prototype',
  ];
  const path = (key: string) => `/kept/${encodeURIComponent(key).replaceAll('%2F', '/')}`;

  it('keeps them apart, inside the root, and lists them by their bytes', async () => {
    for (const key of keys) {
      const answer = await send(
        stand.server,
        'PUT',
        path(key),
        { 'content-length': String(Buffer.byteLength(key)) },
        key,
      );
      expect([key, answer.status]).toEqual([key, 200]);
    }

    for (const key of keys) expect((await send(stand.server, 'GET', path(key))).body).toBe(key);
    const listed = await stand.client.send(new ListObjectsV2Command({ Bucket: 'kept', EncodingType: 'url' }));
    const found = listed.Contents?.map((entry) => decodeURIComponent(entry.Key ?? '')).filter((key) =>
      keys.includes(key),
    );
    expect(found).toEqual(
      keys
        .map((key) => Buffer.from(key))
        .sort(Buffer.compare)
        .map(String),
    );
  });

  it('removes them again and leaves no empty folders', async () => {
    for (const key of ['n', 'n/o', 'n/o/p']) await put(key, key);
    await stand.client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'n' }));
    expect(await text('n/o')).toBe('n/o');
    expect(await text('n/o/p')).toBe('n/o/p');
    for (const Key of ['n/o', 'n/o/p'])
      await stand.client.send(new DeleteObjectCommand({ Bucket: 'plain', Key }));

    await put('n', 'again');

    expect(readFileSync(join(stand.root, 'plain/objects/n'), 'utf8')).toBe('again');
  });

  it('rejects what S3 rejects', async () => {
    expect(codeIn(await send(stand.server, 'PUT', `/plain/${'x'.repeat(1025)}`))).toBe('KeyTooLongError');
    expect(codeIn(await send(stand.server, 'GET', '/plain/%FF'))).toBe('InvalidURI');
    expect(codeIn(await send(stand.server, 'GET', '/../objects/x'))).toBe('NoSuchBucket');
    const large = { 'x-amz-meta-x': 'y'.repeat(2100), 'content-length': '0' };
    expect(codeIn(await send(stand.server, 'PUT', '/plain/x', large))).toBe('MetadataTooLarge');
    const tagged = { 'x-amz-tagging': 'a=b', 'content-length': '0' };
    expect(codeIn(await send(stand.server, 'PUT', '/plain/x', tagged))).toBe('NotImplemented');
  });

  it('says so where a file was changed by hand', async () => {
    await put('touched', 'as uploaded');
    writeFileSync(join(stand.root, 'plain/objects/touched'), 'changed');

    expect(await errorOf(get('touched'))).toEqual({ code: 'InternalError', status: 500 });
  });
});
