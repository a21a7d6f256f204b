import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeIn, errorOf, type Stand, send, someBytes, startStand } from '../support.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand({ now: () => new Date('2026-03-19T06:00:00.500Z') });
});

const put = (Key: string, Body: string | Buffer, more = {}) =>
  stand.client.send(new PutObjectCommand({ Bucket: 'plain', Key, Body, ...more }));
const get = (Key: string, more = {}) =>
  stand.client.send(new GetObjectCommand({ Bucket: 'plain', Key, ...more }));
const text = async (Key: string, more = {}) => (await get(Key, more)).Body?.transformToString();

describe('objects', () => {
  it.each([0, 1, 65_536, 5 * 1024 ** 2 + 1])('gives %i bytes back as they came', async (size) => {
    const bytes = someBytes(size);

    await put('folder/bytes.bin', bytes);
    const read = await get('folder/bytes.bin');

    expect(read.ContentLength).toBe(size);
    expect(bytes.equals((await read.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
    expect(readFileSync(join(stand.root, 'plain/objects/folder/bytes.bin')).equals(bytes)).toBe(true);
  });

  it('keeps headers and user metadata, whatever their names', async () => {
    await put('headers', 'x', {
      ContentType: 'text/csv; charset=utf-8',
      CacheControl: 'max-age=60',
      ContentEncoding: 'gzip',
      ContentDisposition: 'attachment',
      Metadata: { source: 'cec', constructor: 'kept', __proto__x: 'kept' },
    });

    const head = await stand.client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'headers' }));
    const raw = await send(stand.server, 'HEAD', '/plain/headers');

    expect(head).toMatchObject({
      ContentType: 'text/csv; charset=utf-8',
      CacheControl: 'max-age=60',
      ContentEncoding: 'gzip',
      ContentDisposition: 'attachment',
      LastModified: new Date('2026-03-19T06:00:00Z'),
      Metadata: { source: 'cec', constructor: 'kept' },
    });
    expect(raw.headers['x-amz-meta-__proto__x']).toBe('kept');
  });

  it('keeps a header named __proto__ apart', async () => {
    const headers = { 'x-amz-meta-__proto__': 'kept', 'content-length': '0' };

    await send(stand.server, 'PUT', '/plain/proto', headers);

    expect((await send(stand.server, 'HEAD', '/plain/proto')).headers['x-amz-meta-__proto__']).toBe('kept');
  });

  it('tells of an object before the answer, with a sequencer that grows', async () => {
    stand.events.length = 0;

    const first = await put('told', 'one');
    await put('told', 'two');

    const [one, two] = stand.events;
    expect(one).toEqual({
      bucket: 'plain',
      key: 'told',
      etag: first.ETag?.replaceAll('"', ''),
      size: 3,
      sequencer: one?.sequencer,
      reason: 'PutObject',
      time: '2026-03-19T06:00:00.500Z',
    });
    expect((two?.sequencer ?? '') > (one?.sequencer ?? '')).toBe(true);
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-100', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-100', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=5-2', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('answers Range %s with %i', async (range, status, body, contentRange) => {
    await put('digits', '0123456789');

    const answer = await send(stand.server, 'GET', '/plain/digits', { range });
    const head = await send(stand.server, 'HEAD', '/plain/digits', { range });

    expect(answer).toMatchObject({ status, body });
    expect(answer.headers['content-range']).toBe(contentRange);
    expect(head).toMatchObject({ status, body: '' });
    expect(head.headers['content-length']).toBe(String(body.length));
  });

  it.each(['bytes=10-', 'bytes=-0', 'bytes=99-100'])('answers Range %s with 416', async (range) => {
    await put('digits', '0123456789');

    const answer = await send(stand.server, 'GET', '/plain/digits', { range });

    expect(answer.status).toBe(416);
    expect(codeIn(answer)).toBe('InvalidRange');
    expect(answer.headers['content-range']).toBe('bytes */10');
  });

  it('answers conditions of a read', async () => {
    const { ETag = '' } = await put('conditional', 'x');
    const status = async (headers: Record<string, string>) =>
      (await send(stand.server, 'GET', '/plain/conditional', headers)).status;

    expect(await status({ 'if-none-match': ETag })).toBe(304);
    expect(await status({ 'if-none-match': '"other", W/"another"' })).toBe(200);
    expect(await status({ 'if-match': ETag })).toBe(200);
    expect(await status({ 'if-match': '"other"' })).toBe(412);
    expect(await status({ 'if-modified-since': 'Thu, 19 Mar 2026 06:00:00 GMT' })).toBe(304);
    expect(await status({ 'if-unmodified-since': 'Thu, 19 Mar 2026 05:59:59 GMT' })).toBe(412);
    expect(await status({ 'if-range': '"other"', range: 'bytes=0-0' })).toBe(200);
  });

  it('overrides headers of the answer, in any script, and refuses line breaks', async () => {
    await put('named', 'x');

    const path = `/plain/named?response-content-type=text%2Fplain&response-content-disposition=`;
    const named = await send(
      stand.server,
      'GET',
      `${path}${encodeURIComponent('inline; filename="Сайлау.csv"')}`,
    );

    expect(named.headers['content-type']).toBe('text/plain');
    expect(Buffer.from(String(named.headers['content-disposition']), 'latin1').toString()).toContain(
      'Сайлау',
    );
    expect((await send(stand.server, 'GET', `${path}a%0D%0AX-Evil:%201`)).status).toBe(400);
  });

  it('lets exactly one of many first writers win', async () => {
    const writers = Array.from({ length: 12 }, (_, at) => put('raced', `writer ${at}`, { IfNoneMatch: '*' }));

    const results = await Promise.allSettled(writers);

    const winners = results.flatMap((result, at) => (result.status === 'fulfilled' ? [at] : []));
    expect(winners).toHaveLength(1);
    expect(await text('raced')).toBe(`writer ${winners[0]}`);
  });

  it('lets exactly one of many successors win', async () => {
    const { ETag } = await put('succeeded', 'first');
    const writers = Array.from({ length: 12 }, (_, at) =>
      put('succeeded', `writer ${at}`, { IfMatch: ETag }),
    );

    const results = await Promise.allSettled(writers);

    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await errorOf(put('succeeded', 'late', { IfMatch: ETag }))).toEqual({
      code: 'PreconditionFailed',
      status: 412,
    });
    expect(await errorOf(put('absent', 'x', { IfMatch: '"x"' }))).toEqual({ code: 'NoSuchKey', status: 404 });
  });

  it('copies, with the metadata of the source or new ones', async () => {
    await put('from/Файл 1+2?.csv', 'copied', { Metadata: { a: 'b' }, ContentType: 'text/csv' });
    const CopySource = `plain/${encodeURIComponent('from/Файл 1+2?.csv')}`;

    await stand.client.send(new CopyObjectCommand({ Bucket: 'kept', Key: 'same', CopySource }));
    await stand.client.send(
      new CopyObjectCommand({
        Bucket: 'plain',
        Key: 'new',
        CopySource,
        MetadataDirective: 'REPLACE',
        Metadata: { c: 'd' },
      }),
    );

    const same = await stand.client.send(new GetObjectCommand({ Bucket: 'kept', Key: 'same' }));
    expect(await same.Body?.transformToString()).toBe('copied');
    expect(same).toMatchObject({ Metadata: { a: 'b' }, ContentType: 'text/csv' });
    expect((await get('new')).Metadata).toEqual({ c: 'd' });
    expect(stand.events.at(-1)).toMatchObject({ key: 'new', reason: 'CopyObject' });
    const itself = new CopyObjectCommand({ Bucket: 'plain', Key: 'new', CopySource: 'plain/new' });
    expect(await errorOf(stand.client.send(itself))).toMatchObject({ code: 'InvalidRequest' });
  });

  it('removes, and says yes to removing what is not there', async () => {
    await put('gone/a', 'x');

    for (let times = 0; times < 2; times++) {
      await stand.client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'gone/a' }));
    }

    expect(await errorOf(get('gone/a'))).toEqual({ code: 'NoSuchKey', status: 404 });
  });
});
