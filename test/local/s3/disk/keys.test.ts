import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUtf8 } from '../../../../local/s3/disk/keys.ts';

const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe('compareUtf8', () => {
  it('orders as the bytes of UTF-8 do', () => {
    const text = fc.string({ unit: anyCharacter, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(Math.sign(compareUtf8(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
      }),
      { numRuns: 200 },
    );
  });

  it('puts characters beyond the basic plane behind those at its end', () => {
    expect(['💚', '\uffee', 'ы', 'a'].sort(compareUtf8)).toEqual(['a', 'ы', '\uffee', '💚']);
  });
});
