import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { type Behaviour, outcome } from '../behaviour.ts';
import { get, put, remove, textOf } from './requests.ts';

const source = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html';

/** Versions: the ledger names an upload by its. */
export const versions: readonly Behaviour[] = [
  {
    name: 'every put of a key is a version of its own, and each can be read',
    source,
    async see(place) {
      const { VersionId: first } = await put(place, 'file', 'first');
      const { VersionId: second } = await put(place, 'file', 'second');
      const same = await put(place, 'file', 'second');
      return [
        new Set([first, second, same.VersionId, undefined]).size,
        await textOf(await get(place, 'file', { VersionId: first })),
        await textOf(await get(place, 'file')),
      ];
    },
    expected: [4, 'first', 'second'],
  },
  {
    name: 'a deleted object is gone, and its versions are not',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html',
    async see(place) {
      const { VersionId: first } = await put(place, 'removed', 'first');
      await remove(place, 'removed');
      return [
        await outcome(get(place, 'removed')),
        await outcome(get(place, 'removed', { VersionId: first }), textOf),
      ];
    },
    expected: ['404 NoSuchKey', 'first'],
  },
  {
    name: 'the version of another object is none of this one',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
    async see(place) {
      const { s3, bucket, own } = place;
      const { VersionId: other } = await put(place, 'other', 'x');
      await put(place, 'one', 'x');
      const head = new HeadObjectCommand({ Bucket: bucket, Key: `${own}one`, VersionId: other });
      return [await outcome(get(place, 'one', { VersionId: other })), await outcome(s3.send(head))];
    },
    expected: ['404 NoSuchVersion', '404 NotFound'],
  },
];
