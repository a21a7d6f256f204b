import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byCodePoint, inLanguage } from '../../functions/model/text.ts';

test('orders as the bytes of UTF-8 do, on any strings', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test('puts a character beyond the basic plane after one at its end', () => {
  expect(byCodePoint('\u{1f5f3}', '\uff21')).toBeGreaterThan(0);
});

test('falls back to English, then to any language', () => {
  expect(inLanguage({ en: 'Yes', ru: 'Да' }, 'kk')).toBe('Yes');
  expect(inLanguage({ ru: 'Да' }, 'kk')).toBe('Да');
  expect(inLanguage({}, 'kk')).toBe('');
});
