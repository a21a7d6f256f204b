import {
  DeleteObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectTaggingCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, expect, it } from 'vitest';
import { errorOf, type Stand, startStand } from '../support.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});

const where = (Key: string, VersionId?: string) => ({
  Bucket: 'kept',
  Key,
  ...(VersionId === undefined ? {} : { VersionId }),
});
const write = async (Key: string) =>
  (await stand.client.send(new PutObjectCommand({ ...where(Key), Body: 'x' }))).VersionId ?? '';
const tag = (Key: string, pairs: Record<string, string>, VersionId?: string) =>
  stand.client.send(
    new PutObjectTaggingCommand({
      ...where(Key, VersionId),
      Tagging: { TagSet: Object.entries(pairs).map(([name, value]) => ({ Key: name, Value: value })) },
    }),
  );
const tags = async (Key: string, VersionId?: string) =>
  (await stand.client.send(new GetObjectTaggingCommand(where(Key, VersionId)))).TagSet;

it('tags a version, and leaves the others as they are', async () => {
  const first = await write('a');
  const second = await write('a');

  await tag('a', { scan: 'clean & <sound>' }, first);

  expect(await tags('a', first)).toEqual([{ Key: 'scan', Value: 'clean & <sound>' }]);
  expect(await tags('a', second)).toEqual([]);
  expect(await tags('a')).toEqual([]);
});

it('puts tags in the place of others, and takes them away', async () => {
  await write('b');
  await tag('b', { one: '1' });
  await tag('b', { two: '2' });

  expect(await tags('b')).toEqual([{ Key: 'two', Value: '2' }]);

  await stand.client.send(new DeleteObjectTaggingCommand(where('b')));

  expect(await tags('b')).toEqual([]);
});

it('forgets the tags of a version that is removed', async () => {
  const version = await write('c');
  await tag('c', { one: '1' });

  await stand.client.send(new DeleteObjectCommand(where('c', version)));

  expect(await errorOf(tags('c', version))).toMatchObject({ code: 'NoSuchVersion' });
});

it('refuses what S3 refuses', async () => {
  await write('d');
  const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`t${index}`, '']));

  expect(await errorOf(tag('d', eleven))).toMatchObject({ code: 'InvalidTag' });
  expect(await errorOf(tag('d', { ['x'.repeat(129)]: '' }))).toMatchObject({ code: 'InvalidTag' });
  expect(await errorOf(tag('d', { x: 'y'.repeat(257) }))).toMatchObject({ code: 'InvalidTag' });
  expect(await errorOf(tags('missing'))).toMatchObject({ code: 'NoSuchKey' });
});
