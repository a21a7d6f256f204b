import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodedWords, encodedWords } from '../../../functions/model/text/encoded-words.ts';

test('any text comes back as it was, through letters that a header may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const header = encodedWords(text);

      expect(header).toMatch(/^[\x20-\x7e]*$/);
      expect(header.split(' ').filter((word) => word.startsWith('=?') && word.length > 75)).toEqual([]);
      expect(decodedWords(header)).toBe(text);
    }),
  );
});

test('plain words stay readable', () => {
  expect(encodedWords('station 17 was counted again')).toBe('station 17 was counted again');
});

test.each([
  ['=?UTF-8?Q?caf=C3=A9_au_lait?=', 'café au lait'],
  ['=?utf-8?b?0JDQsdCw0Lk=?=', 'Абай'],
  ['=?UTF-8?B?0JA=?= =?UTF-8?B?0LHQsNC5?=', 'Абай'],
  ['=?UTF-8?B?0A==?= =?UTF-8?B?kA==?=', 'А'],
  ['a =?UTF-8?B?0JA=?= b', 'a А b'],
  ['=?ISO-8859-1?Q?=E9?=', '=?ISO-8859-1?Q?=E9?='],
  ['50 % = half?', '50 % = half?'],
])('%s is read as %s', (header, text) => {
  expect(decodedWords(header)).toBe(text);
});
