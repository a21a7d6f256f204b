import { ListObjectsV2Command, type ListObjectsV2CommandInput } from '@aws-sdk/client-s3';
import type { Behaviour, Place } from '../behaviour.ts';
import { put, remove } from './requests.ts';

const source = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html';

/** Listings: of elections, of files, of what lies in a folder. */
export const listings: readonly Behaviour[] = [
  {
    name: 'keys come in the order of their UTF-8 bytes, whole, without what was deleted',
    source,
    async see(place) {
      for (const name of ['я', 'a/b', 'Z', 'a+b %41&<', '😀', '\uFF01', 'gone']) await put(place, name, name);
      await remove(place, 'gone');
      return (await pages(place, {})).flat();
    },
    expected: ['Z', 'a+b %41&<', 'a/b', 'я', '\uFF01', '😀'],
  },
  {
    name: 'a listing comes in pages, each key once',
    source,
    async see(place) {
      for (const name of ['a', 'b', 'c', 'd', 'e']) await put(place, name, name);
      return pages(place, { MaxKeys: 2 });
    },
    expected: [['a', 'b'], ['c', 'd'], ['e']],
  },
  {
    name: 'a delimiter rolls folders up, across pages too',
    source,
    async see(place) {
      for (const name of ['a/1', 'a/2', 'b/1', 'c', 'd/1', 'd/2']) await put(place, name, name);
      return (await pages(place, { Delimiter: '/', MaxKeys: 2 })).flat();
    },
    expected: ['a/', 'b/', 'c', 'd/'],
  },
  {
    name: 'a prefix under which nothing lies is an empty list',
    source,
    see: async (place) => (await pages(place, {})).flat(),
    expected: [],
  },
];

// The keys and folders of each page, without what is before the behaviour's own.
async function pages(
  { s3, bucket, own }: Place,
  query: Pick<ListObjectsV2CommandInput, 'Delimiter' | 'MaxKeys'>,
): Promise<string[][]> {
  const found: string[][] = [];
  let token: string | undefined;
  do {
    const reply = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: own, ContinuationToken: token, ...query }),
    );
    const keys = (reply.Contents ?? []).map(({ Key: key = '' }) => key);
    const folders = (reply.CommonPrefixes ?? []).map(({ Prefix: prefix = '' }) => prefix);
    // Objects and folders of a page come in two lists: put together again they have to follow one another.
    const page = folders.length === 0 ? keys : [...keys, ...folders].sort(byBytes);
    found.push(page.map((key) => key.slice(own.length)));
    token = reply.NextContinuationToken;
  } while (token !== undefined);
  return found;
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
