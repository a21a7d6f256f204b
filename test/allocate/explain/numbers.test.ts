import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exact } from '../../../functions/allocate/exact.ts';
import { type Language, languages } from '../../../functions/allocate/explain/language.ts';
import { exactly, nounFor } from '../../../functions/allocate/explain/numbers.ts';
import { fraction } from '../../../functions/model/fraction.ts';

test.each<[Language, bigint, bigint, string]>([
  ['en', 7n, 1n, '7'],
  ['en', 9n, 2n, '4.5'],
  ['en', -9n, 2n, '-4.5'],
  ['en', 7n, 3n, '7/3 ≈ 2.333333'],
  ['en', 1n, 10_000_000n, '1/10,000,000 ≈ 0.000000'],
  ['ru', 6366441n, 20n, '318\u00a0322,05'],
  ['kk', 1990573n, 23n, '1\u00a0990\u00a0573/23 ≈ 86\u00a0546,652174'],
])('in %s, %i/%i is %s', (language, numerator, denominator, text) => {
  expect(exactly(exact(fraction(numerator, denominator)), language)).toBe(text);
});

test.each([
  [0, 'голосов'],
  [1, 'голос'],
  [2, 'голоса'],
  [4, 'голоса'],
  [5, 'голосов'],
  [11, 'голосов'],
  [12, 'голосов'],
  [14, 'голосов'],
  [21, 'голос'],
  [22, 'голоса'],
  [111, 'голосов'],
  [112, 'голосов'],
  [1001, 'голос'],
  ['9007199254740993', 'голоса'],
])('in Russian it is %s %s', (value, noun) => {
  expect(nounFor(value, 'vote', 'ru')).toBe(noun);
});

test('the noun of a fraction is that of a part', () => {
  const half = exact(fraction(5n, 2n));

  expect(languages.map((language) => nounFor(half, 'vote', language))).toEqual(['votes', 'дауыс', 'голоса']);
  expect([nounFor(1, 'seat', 'en'), nounFor(2, 'seat', 'en'), nounFor(2, 'seat', 'kk')]).toEqual([
    'seat',
    'seats',
    'мандат',
  ]);
});

test('the forms of Russian agree with the plural rules of CLDR', () => {
  const rules = new Intl.PluralRules('ru');
  const forms: Readonly<Record<string, string>> = { one: 'мандат', few: 'мандата', many: 'мандатов' };

  fc.assert(
    fc.property(fc.nat(10_000_000), (value) => {
      expect(nounFor(value, 'seat', 'ru')).toBe(forms[rules.select(value)]);
    }),
  );
});
