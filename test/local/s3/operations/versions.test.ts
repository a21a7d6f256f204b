import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeIn, errorOf, type Stand, send, startStand } from '../support.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});

const write = async (Key: string, Body: string, Bucket = 'kept') =>
  (await stand.client.send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId ?? '';
const remove = (Key: string, VersionId?: string) =>
  stand.client.send(new DeleteObjectCommand({ Bucket: 'kept', Key, ...(VersionId ? { VersionId } : {}) }));
const read = async (Key: string, VersionId?: string) => {
  const input = { Bucket: 'kept', Key, ...(VersionId ? { VersionId } : {}) };
  return (await stand.client.send(new GetObjectCommand(input))).Body?.transformToString();
};

describe('versions', () => {
  it('keeps every version of a key', async () => {
    const first = await write('a/b', 'one');
    const second = await write('a/b', 'two');
    await write('a', 'beside');

    expect(await read('a/b')).toBe('two');
    expect(await read('a/b', first)).toBe('one');
    expect(await read('a/b', second)).toBe('two');
    expect(stand.events.at(-2)?.versionId).toBe(second);
  });

  it('deletes with a marker, which can be removed again', async () => {
    const version = await write('marked', 'one');
    const { VersionId: marker = '', DeleteMarker } = await remove('marked');

    expect(DeleteMarker).toBe(true);
    expect(await errorOf(read('marked'))).toEqual({ code: 'NoSuchKey', status: 404 });
    expect((await send(stand.server, 'GET', '/kept/marked')).headers['x-amz-delete-marker']).toBe('true');
    expect(await errorOf(read('marked', marker))).toMatchObject({ status: 405 });
    expect(await read('marked', version)).toBe('one');

    expect(await remove('marked', marker)).toMatchObject({ DeleteMarker: true, VersionId: marker });
    expect(await read('marked')).toBe('one');
  });

  it('makes the newest of the others current when the current version is removed', async () => {
    const [one, two, three] = [await write('k', 'one'), await write('k', 'two'), await write('k', 'three')];

    await remove('k', two);
    await remove('k', three);
    expect(await read('k')).toBe('one');
    await remove('k', one);

    expect(await errorOf(read('k'))).toMatchObject({ code: 'NoSuchKey' });
    expect(await errorOf(read('k', two))).toMatchObject({ code: 'NoSuchVersion' });
  });

  it('counts a deleted key as absent when a write is conditional', async () => {
    await write('again', 'one');
    await remove('again');
    const first = new PutObjectCommand({ Bucket: 'kept', Key: 'again', Body: 'two', IfNoneMatch: '*' });

    await stand.client.send(first);

    expect(await errorOf(stand.client.send(first))).toEqual({ code: 'PreconditionFailed', status: 412 });
  });

  it('lists versions by key, newest first, over pages that end inside a key', async () => {
    const ids = [await write('list/a', '1'), await write('list/a', '2'), await write('list/b', '3')];
    const { VersionId: marker } = await remove('list/a');
    const found: [string | undefined, string | undefined][] = [];
    let next: { KeyMarker?: string; VersionIdMarker?: string } = {};

    do {
      const input = { Bucket: 'kept', Prefix: 'list/', MaxKeys: 1, ...next };
      const page = await stand.client.send(new ListObjectVersionsCommand(input));
      for (const row of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])])
        found.push([row.Key, row.VersionId]);
      const { NextKeyMarker, NextVersionIdMarker } = page;
      next = {
        ...(NextKeyMarker ? { KeyMarker: NextKeyMarker } : {}),
        ...(NextVersionIdMarker ? { VersionIdMarker: NextVersionIdMarker } : {}),
      };
    } while (next.KeyMarker !== undefined);

    expect(found).toEqual([
      ['list/a', marker],
      ['list/a', ids[1]],
      ['list/a', ids[0]],
      ['list/b', ids[2]],
    ]);
  });

  it('keeps what a bucket held before it was versioned, as version null', async () => {
    await write('old', 'before', 'plain');
    await stand.server.createBucket('plain', { versioned: true });
    await write('old', 'after', 'plain');

    const versions = await stand.client.send(new ListObjectVersionsCommand({ Bucket: 'plain' }));

    expect(versions.Versions?.map((row) => [row.VersionId === 'null', row.IsLatest])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect((await send(stand.server, 'GET', '/plain/old?versionId=null')).body).toBe('before');
    await expect(stand.server.createBucket('plain', { versioned: false })).rejects.toThrow(
      'cannot be turned off',
    );
  });

  it('never takes a version id for a path', async () => {
    await write('safe', 'x');

    for (const id of ['../../bucket', '..%2F..%2Fmeta%2Fsafe', '%00', '']) {
      const answer = await send(stand.server, 'GET', `/kept/safe?versionId=${id}`);
      expect(codeIn(answer)).toBe('NoSuchVersion');
      expect((await send(stand.server, 'DELETE', `/kept/safe?versionId=${id}x`)).status).toBe(204);
    }
  });
});
