import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byCodePoint, cellText, csvCell, inLanguage, textCell } from '../../../functions/model/text/text.ts';

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

test.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  'a spreadsheet does not run the cell of %j, and the text can be had back',
  (text) => {
    const cell = csvCell(text);

    expect(cell.replace(/^"/, '')).toMatch(/^'/);
    expect(cellText(textCell(text))).toBe(text);
  },
);

test('an apostrophe of the text itself stays', () => {
  expect(textCell("'tis")).toBe("'tis");
  expect(cellText("'tis")).toBe("'tis");
});
