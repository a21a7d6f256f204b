import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnName } from '../../../functions/publish/write/workbook/cell.ts';
import type { Sheet } from '../../../functions/publish/write/workbook/sheet.ts';
import { workbook } from '../../../functions/publish/write/workbook/workbook.ts';
import { openArchive } from '../../../functions/validate/decode/archive.ts';
import { openSheet } from '../../../functions/validate/workbook/workbook.ts';
import { collect, streamOf, wholeOf } from '../../support/streams.ts';

test('the reader of uploads finds texts, numbers, truths and gaps where they were', async () => {
  const book = await wholeOf(
    workbook([
      aSheet(
        'seats',
        ['code', 'count', 'true', 'note'],
        [
          ['01', 12, true, null],
          [null, 1.5, false, ''],
        ],
      ),
    ]),
  );

  expect(await rowsOf(book, 'seats')).toEqual([
    ['code', 'count', 'true', 'note'],
    ['01', '12', 'yes'],
    ['', '1.5', 'no', ''],
  ]);
});

test('texts come back as they were, whatever is in them, and none is a formula', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
  const hostile = fc.constantFrom(
    '=HYPERLINK("http://evil.example")',
    '+1',
    '@x',
    '_x0041_',
    '<c>&amp;',
    ' a ',
    '\u0000\u001f\r\n',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(text, hostile), { minLength: 1, maxLength: 5 }), async (cells) => {
      const book = await wholeOf(workbook([aSheet('s', ['a'], [cells])]));

      expect((await rowsOf(book, 's'))[1]).toEqual(cells.map((cell) => cell.toWellFormed()));
      expect(await partOf(book, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    }),
  );
});

test('a number that Excel would round, and a code, are stored as text', async () => {
  const book = await wholeOf(workbook([aSheet('s', ['a'], [[10n ** 15n, 999_999_999_999_999n, '007']])]));

  const xml = await partOf(book, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<is><t xml:space="preserve">1000000000000000</t></is>');
  expect(xml).toContain('<v>999999999999999</v>');
  expect(xml).toContain('<is><t xml:space="preserve">007</t></is>');
});

test('a text longer than a cell can take ends in an ellipsis', async () => {
  const book = await wholeOf(workbook([aSheet('s', ['a'], [['x'.repeat(40_000)]])]));

  const [, [cell = ''] = []] = await rowsOf(book, 's');
  expect(cell).toHaveLength(32_767);
  expect(cell.endsWith('…')).toBe(true);
});

test('rows beyond the limit of a sheet go on in another, under the same header', async () => {
  const rows = [1, 2, 3, 4, 5].map((count) => [count]);

  const book = await wholeOf(workbook([aSheet('totals', ['count'], rows), aSheet('areas', ['area'], [])], 3));

  expect(await rowsOf(book, 'totals')).toEqual([['count'], ['1'], ['2']]);
  expect(await rowsOf(book, 'totals 2')).toEqual([['count'], ['3'], ['4']]);
  expect(await rowsOf(book, 'totals 3')).toEqual([['count'], ['5']]);
  expect(await rowsOf(book, 'areas')).toEqual([['area']]);
});

test('the same sheets give the same bytes, whatever the time and its zone', async () => {
  const make = () => wholeOf(workbook([aSheet('s', ['a'], [['x', 1]])]));
  const first = await make();
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Apia';
  try {
    expect((await make()).equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('columns are named as Excel names them', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

function aSheet(
  name: string,
  columns: readonly string[],
  rows: readonly (string | number | bigint | boolean | null)[][],
): Sheet {
  return { name, columns, rows: streamOf([rows]) };
}

async function rowsOf(book: Uint8Array, name: string): Promise<(readonly string[])[]> {
  const { rows } = await openSheet(await openArchive(book), name);
  return (await collect(rows())).flatMap((block) => block.rows);
}

async function partOf(book: Uint8Array, path: string): Promise<string> {
  const archive = await openArchive(book);
  return (await wholeOf(archive.read(path, 1e8))).toString();
}
