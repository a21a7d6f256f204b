import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countIn, tableRows } from '../../../cli/release/table.ts';
import { heldText } from '../../../cli/verify/rows.ts';
import { csvCell } from '../../../functions/model/text/text.ts';
import { memoryFolder } from '../verify/support.ts';

test('reads what the publisher writes, cell by cell, wherever the pieces end', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r\n', '\n', 'ә', '=', ' ') });

  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 300 }), async (rows) => {
      const lines = [['x', 'y'], ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`);

      const read = await rowsOf(lines.join(''));

      expect(read).toEqual(rows.map((cells, index) => [index + 2, ...cells.map(heldText)]));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['', 'row 1: expected the header of a table, found nothing'],
  ['x\r\n1\r\n', 'row 1: expected a column y, found none'],
  ['x,y\r\n1\r\n', 'row 2: expected 2 cells, found 1'],
  ['x,y\r\n"1"2,3\r\n', 'row 2: expected cells by RFC 4180, found broken quotes'],
  ['x,y\r\n1,2\r\n"', 'row 3: expected cells by RFC 4180, found broken quotes'],
])('%j is no table', async (text, message) => {
  await expect(rowsOf(text)).rejects.toThrow(`t.csv ${message}`);
});

test.each(['', '-1', '1.0', '01', '1e3', ' 1', '9007199254740992', '٣'])('%j is no count', (text) => {
  expect(() => countIn({ row: 7, cell: () => text }, 'count', 't.csv')).toThrow(
    't.csv row 7, column count: expected a whole number',
  );
});

test('9007199254740991 is the greatest count', () => {
  const row = { row: 2, cell: () => '9007199254740991' };

  expect(countIn(row, 'count', 't.csv')).toBe(2n ** 53n - 1n);
});

async function rowsOf(text: string): Promise<(string | number)[][]> {
  const rows: (string | number)[][] = [];
  for await (const { row, cell } of tableRows(memoryFolder(new Map([['t.csv', text]])), 't.csv', ['x', 'y']))
    rows.push([row, cell('x'), cell('y')]);
  return rows;
}
