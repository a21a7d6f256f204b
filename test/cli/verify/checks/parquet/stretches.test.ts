import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchHashes } from '../../../../../cli/verify/checks/parquet/stretches.ts';
import { streamOf } from '../../../../support/streams.ts';
import { sha256 } from '../../support.ts';

test('the hash of each stretch is that of its bytes, wherever the pieces of the file end', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 12 });
  const steps = fc.array(fc.record({ gap: fc.nat(5), bytes: fc.nat(20) }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(pieces, steps, async (chunks, lengths) => {
      let next = 0;
      const stretches = lengths.map(({ gap, bytes }) => {
        const offset = next + gap;
        next = offset + bytes;
        return { offset, bytes };
      });

      const found = await stretchHashes(streamOf(chunks), stretches);

      const whole = Buffer.concat(chunks);
      expect(found).toEqual(
        stretches.map(({ offset, bytes }) => sha256(whole.subarray(offset, offset + bytes))),
      );
    }),
  );
});
