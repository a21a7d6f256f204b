import { createHash } from 'node:crypto';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { type Behaviour, outcome } from '../behaviour.ts';
import { get, put, textOf } from './requests.ts';

const ranges = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html';

/** What an object holds and says of itself. */
export const contents: readonly Behaviour[] = [
  {
    name: 'an object that was put is read at once, with its type, its caching and the MD5 of its bytes for an ETag',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html',
    async see(place) {
      const headers = { ContentType: 'text/csv', CacheControl: 'max-age=60' };
      await put(place, 'Алматы 1+2&=%.csv', 'станция\n', headers);
      const reply = await get(place, 'Алматы 1+2&=%.csv');
      return {
        text: await textOf(reply),
        bytes: reply.ContentLength ?? null,
        type: reply.ContentType ?? null,
        caching: reply.CacheControl ?? null,
        etag: reply.ETag ?? null,
      };
    },
    expected: {
      text: 'станция\n',
      bytes: 15,
      type: 'text/csv',
      caching: 'max-age=60',
      etag: `"${createHash('md5').update('станция\n').digest('hex')}"`,
    },
  },
  {
    name: 'an empty object is there, and empty',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
    async see(place) {
      await put(place, 'empty', '');
      const reply = await get(place, 'empty');
      return [await textOf(reply), reply.ContentLength ?? null];
    },
    expected: ['', 0],
  },
  {
    name: 'metadata is given back by HEAD',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html',
    async see(place) {
      const { s3, bucket, own } = place;
      await put(place, 'reasoned', 'x', { Metadata: { reason: 'recount' } });
      const reply = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: `${own}reasoned` }));
      return reply.Metadata?.reason ?? null;
    },
    expected: 'recount',
  },
  {
    name: 'what is not there is 404, by name for GET and without one for HEAD',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
    async see(place) {
      const { s3, bucket, own } = place;
      const head = new HeadObjectCommand({ Bucket: bucket, Key: `${own}none` });
      return [await outcome(get(place, 'none')), await outcome(s3.send(head))];
    },
    expected: ['404 NoSuchKey', '404 NotFound'],
  },
  {
    name: 'a range is a part, named as such; its end may lie behind the last byte, its start may not',
    source: ranges,
    async see(place) {
      await put(place, 'ten', '0123456789');
      const range = (bytes: string) =>
        outcome(get(place, 'ten', { Range: bytes }), async (reply) => [
          reply.$metadata.httpStatusCode ?? null,
          reply.ContentRange ?? null,
          await textOf(reply),
        ]);
      return [
        await range('bytes=2-4'),
        await range('bytes=8-'),
        await range('bytes=-3'),
        await range('bytes=5-99'),
        await range('bytes=10-'),
      ];
    },
    expected: [
      [206, 'bytes 2-4/10', '234'],
      [206, 'bytes 8-9/10', '89'],
      [206, 'bytes 7-9/10', '789'],
      [206, 'bytes 5-9/10', '56789'],
      '416 InvalidRange',
    ],
  },
  {
    name: 'bytes that do not have the checksum they came with are refused',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html',
    see: async (place) => [
      await outcome(put(place, 'checked', 'x', { ChecksumCRC32: 'AAAAAA==' })),
      await outcome(get(place, 'checked')),
    ],
    expected: ['400 BadDigest', '404 NoSuchKey'],
  },
];
