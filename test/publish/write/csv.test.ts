import { expect, test } from 'vitest';
import { tables } from '../../../functions/model/generated/tables.ts';
import { csvCell } from '../../../functions/model/text/text.ts';
import { onePage } from '../../../functions/publish/write/blocks.ts';
import { csv, type Row } from '../../../functions/publish/write/csv.ts';

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const row: Row<'stations'> = { station: '1', area: 'N', name: 'School', registered: 5, source: null };

test('the header is that of the table schema, in its order, and lines end in CRLF', async () => {
  const columns = tables.out.stations.fields.map(({ name }) => name).join(',');

  expect(await textOf(csv('stations', onePage([row])))).toBe(`${columns}\r\n1,N,School,5,\r\n`);
});

test.each([
  ['plain words', 'plain words'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+7 701', "'+7 701"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['=cmd|"/c calc",1', '"\'=cmd|""/c calc"",1"'],
  ['Қазақстан', 'Қазақстан'],
  [-5, '-5'],
  [10n ** 20n, '100000000000000000000'],
  [true, 'true'],
  [null, ''],
])('writes %s as %s', (value, text) => {
  expect(csvCell(value)).toBe(text);
});

test('the first column may be empty', async () => {
  const text = await textOf(csv('stations', onePage([{ ...row, station: null, area: null }])));

  expect(text).toContain('\r\n,,School,5,\r\n');
});

test('writes blocks of about 64 KB, however long the table', async () => {
  const sizes: number[] = [];
  for await (const block of csv('stations', onePage(Array.from({ length: 20_000 }, () => row))))
    sizes.push(block.length);

  expect(sizes.length).toBeGreaterThan(4);
  expect(Math.max(...sizes)).toBeLessThan(70_000);
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(65_000);
});
