import { expect, test } from 'vitest';
import { unprintable } from '../../../functions/model/text/printable.ts';

test.each([
  ['a\0b', 'U+0000'],
  ['\u0085', 'U+0085'],
  ['54\u202e', 'U+202E'],
  ['\u2066x', 'U+2066'],
  ['\ud800', 'U+D800'],
  ['x\udc00', 'U+DC00'],
  ['\ufffe', 'U+FFFE'],
])('%j holds %s', (text, character) => {
  expect(unprintable(text)).toBe(character);
});

test.each([
  '',
  'Ақмола\tоблысы\r\n',
  'שלום\u200f',
  'می\u200cخواهم',
  'a\u200bb\ufeff\u00ad',
  '\u{1f5f3}',
  'e\u0301',
])('%j may be meant', (text) => {
  expect(unprintable(text)).toBeNull();
});
