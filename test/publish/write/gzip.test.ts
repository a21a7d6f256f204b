import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gzip } from '../../../functions/publish/write/gzip.ts';
import { streamOf, wholeOf } from '../../support/streams.ts';

test('zlib reads back what was written, in whatever pieces it came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 20 }), async (pieces) => {
      const file = await wholeOf(gzip(streamOf(pieces)));

      expect(gunzipSync(file)).toEqual(Buffer.concat(pieces));
    }),
  );
});

test('the header holds no time and no name, so the same bytes give the same file', async () => {
  const file = await wholeOf(gzip(streamOf([Buffer.from('contest,area\r\n')])));

  // RFC 1952: ID1 ID2, CM deflate, FLG none, MTIME 0.
  expect([...file.subarray(0, 8)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
});
