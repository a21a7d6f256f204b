import { AbortMultipartUploadCommand } from '@aws-sdk/client-s3';
import { type Behaviour, outcome } from '../behaviour.ts';
import { begin, get, textOf } from './requests.ts';

const source = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html';
const least = 5 * 1024 ** 2;

/** Uploads in parts: what is larger than 8 MB goes that way. */
export const parts: readonly Behaviour[] = [
  {
    name: 'parts come together in the order of their numbers, whenever they came',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html',
    async see(place) {
      const upload = await begin(place, 'large');
      const last = await upload.part(2, 'end');
      const first = await upload.part(1, 'a'.repeat(least));
      const before = await outcome(get(place, 'large'));
      await upload.complete([first, last]);
      const reply = await get(place, 'large');
      const text = await textOf(reply);
      return [before, text.length - least, text.slice(-4), /-2"$/.test(reply.ETag ?? '')];
    },
    expected: ['404 NoSuchKey', 3, 'aend', true],
  },
  {
    name: 'a part that is put again takes the place of the first',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html',
    async see(place) {
      const upload = await begin(place, 'again');
      await upload.part(1, 'first');
      await upload.complete([await upload.part(1, 'second')]);
      return textOf(await get(place, 'again'));
    },
    expected: 'second',
  },
  {
    name: 'only the last part may have less than 5 MiB',
    source,
    async see(place) {
      const upload = await begin(place, 'small');
      return outcome(upload.complete([await upload.part(1, 'a'), await upload.part(2, 'b')]));
    },
    expected: '400 EntityTooSmall',
  },
  {
    name: 'parts out of order, and a part that never came, are refused',
    source,
    async see(place) {
      const upload = await begin(place, 'order');
      const first = await upload.part(1, 'a'.repeat(least));
      const second = await upload.part(2, 'b');
      return [
        await outcome(upload.complete([second, first])),
        await outcome(upload.complete([first, { PartNumber: 3, ETag: second.ETag }])),
      ];
    },
    expected: ['400 InvalidPartOrder', '400 InvalidPart'],
  },
  {
    name: 'an upload that was given up leaves nothing',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html',
    async see(place) {
      const { s3, bucket, own } = place;
      const upload = await begin(place, 'given-up');
      const part = await upload.part(1, 'a');
      await s3.send(
        new AbortMultipartUploadCommand({ Bucket: bucket, Key: `${own}given-up`, UploadId: upload.id }),
      );
      return [await outcome(upload.complete([part])), await outcome(get(place, 'given-up'))];
    },
    expected: ['404 NoSuchUpload', '404 NoSuchKey'],
  },
];
