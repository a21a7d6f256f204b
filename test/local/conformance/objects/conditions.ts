import { type Behaviour, outcome } from '../behaviour.ts';
import { begin, get, put, remove, textOf } from './requests.ts';

const source = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html';

/** The conditions of writes: releases and pointers rest on them. */
export const conditions: readonly Behaviour[] = [
  {
    name: 'If-None-Match: * writes what is not there, and leaves alone what is',
    source,
    async see(place) {
      const once = (text: string) => outcome(put(place, 'once', text, { IfNoneMatch: '*' }));
      return [await once('first'), await once('second'), await textOf(await get(place, 'once'))];
    },
    expected: ['done', '412 PreconditionFailed', 'first'],
  },
  {
    name: 'of ten that write with If-None-Match: * at once, one does',
    source,
    async see(place) {
      const tens = Array.from({ length: 10 }, (_, number) => String(number));
      const ends = await Promise.all(
        tens.map((text) => outcome(put(place, 'race', text, { IfNoneMatch: '*' }))),
      );
      return ends.filter((end) => end === 'done').length;
    },
    expected: 1,
  },
  {
    name: 'If-None-Match: * writes where a delete marker stands',
    source,
    async see(place) {
      await put(place, 'gone', 'first');
      await remove(place, 'gone');
      const again = await outcome(put(place, 'gone', 'second', { IfNoneMatch: '*' }));
      return [again, await textOf(await get(place, 'gone'))];
    },
    expected: ['done', 'second'],
  },
  {
    name: 'If-Match replaces what has that ETag, and nothing else',
    source,
    async see(place) {
      const { ETag: first = '' } = await put(place, 'pointer', '1');
      const { ETag: second = '' } = await put(place, 'pointer', '2', { IfMatch: first });
      const stale = await outcome(put(place, 'pointer', '3', { IfMatch: first }));
      return [first === second, stale, await textOf(await get(place, 'pointer'))];
    },
    expected: [false, '412 PreconditionFailed', '2'],
  },
  {
    name: 'If-Match does not write what is not there',
    source,
    see: (place) => outcome(put(place, 'absent', '1', { IfMatch: '"d41d8cd98f00b204e9800998ecf8427e"' })),
    expected: '404 NoSuchKey',
  },
  {
    name: 'of ten that replace the same ETag at once, one does',
    source,
    async see(place) {
      const { ETag: etag = '' } = await put(place, 'moved', 'start');
      const tens = Array.from({ length: 10 }, (_, number) => String(number));
      const ends = await Promise.all(
        tens.map((text) => outcome(put(place, 'moved', text, { IfMatch: etag }))),
      );
      return ends.filter((end) => end === 'done').length;
    },
    expected: 1,
  },
  {
    name: 'the completion of an upload in parts has the same condition',
    source,
    async see(place) {
      const upload = await begin(place, 'parts');
      const parts = [await upload.part(1, 'in parts')];
      await put(place, 'parts', 'whole');
      const refused = await outcome(upload.complete(parts, { IfNoneMatch: '*' }));
      return [refused, await textOf(await get(place, 'parts'))];
    },
    expected: ['412 PreconditionFailed', 'whole'],
  },
];
