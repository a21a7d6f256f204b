import { describe, expect, test } from 'vitest';
import { readRows, rowLimit } from '../../../functions/validate/table/rows.ts';

async function read(text: string, size: number, headerRow = 1) {
  const rows: string[][] = [];
  const broken: number[] = [];
  let stopped: unknown;
  for await (const block of readRows(pieces(text, size), headerRow)) {
    expect(block.first).toBe(rows.length + 1);
    rows.push(...block.rows.map((row) => [...row]));
    broken.push(...block.broken);
    stopped = block.stopped;
  }
  return { rows, broken, stopped };
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

const table = [
  ['station', 'A'],
  ['a,b', '1'],
  ['say "x"', '2'],
  ['two\nlines', '3'],
];

describe('rows are the same wherever the pieces end', () => {
  test.each([
    ['comma, LF', 'station,A\n"a,b",1\n"say ""x""",2\n"two\nlines",3\n'],
    ['comma, CRLF', 'station,A\r\n"a,b",1\r\n"say ""x""",2\r\n"two\nlines",3\r\n'],
    ['no line end at the end', 'station,A\n"a,b",1\n"say ""x""",2\n"two\nlines",3'],
    ['semicolon, quoted last cell', 'station;A\r\n"a,b";"1"\r\n"say ""x""";"2"\r\n"two\nlines";"3"\r\n'],
    ['tab', 'station\tA\na,b\t1\n"say ""x"""\t2\n"two\nlines"\t3\n'],
    ['CR alone', 'station,A\r"a,b",1\r"say ""x""",2\r"two\nlines",3\r'.replace('two\nlines', 'two lines')],
  ])('%s', async (_name, text) => {
    for (const size of [1, 2, 3, 5, 11, 1000]) {
      const { rows } = await read(text, size);
      expect(rows.map((row) => row.map((cell) => cell.replace('two lines', 'two\nlines')))).toEqual(table);
    }
  });
});

test('the delimiter is that of the header row, not of a title above it', async () => {
  const { rows } = await read('Results, final, of the vote\n\nstation;A\nst1;5\n', 7, 3);

  expect(rows).toEqual(
    [['Results, final, of the vote'], [''], ['station', 'A'], ['st1', '5']].map((row, index) =>
      index === 0 ? ['Results, final, of the vote'] : row,
    ),
  );
});

test('blank lines count as rows, as a spreadsheet counts them', async () => {
  const { rows } = await read('a,b\n\n1,2\n', 4);

  expect(rows).toEqual([['a', 'b'], [''], ['1', '2']]);
});

test('a quote that is never closed stops the reading at its row, at the end or at the limit', async () => {
  expect((await read('a,b\n"1,2\n3,4\n', 5)).broken).toEqual([2]);
  expect(await read(`a,b\n1,2\n"${'x,y\n'.repeat(rowLimit / 4)}`, 48_000)).toMatchObject({
    stopped: { code: 'quote-unclosed', row: 3 },
  });
});

test('a row without end is refused at the limit', async () => {
  const { stopped } = await read('x'.repeat(3 * rowLimit), 48_000);

  expect(stopped).toEqual({ code: 'row-too-long', row: 1 });
});

test('a quote that is not doubled breaks its row', async () => {
  const { broken } = await read('a,b\n"say "x"",2\n3,4\n', 100);

  expect(broken).toEqual([2]);
});
