import { expect, test } from 'vitest';
import { link, plain } from '../../../functions/model/text/markdown.ts';

test.each([
  ['Выборы 2024', 'Выборы 2024'],
  ['<script>alert(1)</script>', '&#60;script&#62;alert(1)&#60;/script&#62;'],
  ['[click](javascript:x)', '\\[click\\](javascript:x)'],
  ['a | b', 'a \\| b'],
  ['line\n# heading', 'line \\# heading'],
  ['1. item', '1&#46; item'],
  ['- item', '&#45; item'],
  ['2024-03-10', '2024-03-10'],
  ['https://evil.example www.evil.example', 'https&#58;//evil.example www&#46;evil.example'],
  ['`code` & @all', '\\`code\\` &#38; &#64;all'],
  ['\u202Eevil', 'evil'],
])('writes %j as plain words', (text, words) => {
  expect(plain(text)).toBe(words);
});

test('links web addresses and nothing else', () => {
  expect(link('https://example.org/a')).toBe('<https://example.org/a>');
  expect(link('javascript:alert(1)')).toBe('javascript:alert(1)');
});
