import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped, type Language, languages } from '../../../functions/model/text/languages.ts';

test.each<[Language, number | string, string]>([
  ['en', 0, '0'],
  ['en', 999, '999'],
  ['en', 1000, '1,000'],
  ['en', '9007199254740993', '9,007,199,254,740,993'],
  ['en', -1234567, '-1,234,567'],
  ['en', '1234.56', '1,234.56'],
  ['ru', '1234.5678', '1\u00a0234,5678'],
  ['kk', 3431510, '3\u00a0431\u00a0510'],
  ['ru', 3431510, '3\u00a0431\u00a0510'],
])('groups the thousands of %s: %s', (language, value, text) => {
  expect(grouped(value, language)).toBe(text);
});

test('grouping loses no digit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (value) => {
      for (const language of languages)
        expect(grouped(value, language).replace(/[^0-9]/g, '')).toBe(String(value));
    }),
  );
});
