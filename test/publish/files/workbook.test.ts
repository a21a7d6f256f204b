import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { openArchive } from '../../../functions/validate/decode/archive.ts';
import { openSheet } from '../../../functions/validate/workbook/workbook.ts';
import { anElection } from '../../support/builders.ts';
import { collect } from '../../support/streams.ts';
import { aFullElection, aSetting, north, type Setting } from '../setting.ts';

const setting = await aFullElection();
await setting.release();

test.each([
  ['totals', 20],
  ['seats', 5],
  ['elected', 0],
  ['turnout', 2],
  ['areas', 5],
])('the sheet %s holds the rows of its table', async (name, least) => {
  const { data } = Papa.parse<string[]>(setting.read(`1.0.0/${name}.csv`), { skipEmptyLines: true });

  const rows = await sheet(name);

  const width = data[0]?.length ?? 0;
  expect(rows.map((row) => Array.from({ length: width }, (_, place) => shown(row[place] ?? '')))).toEqual(
    data.map((row) => row.map(shown)),
  );
  expect(rows.length).toBeGreaterThan(least);
});

test('the summary says what the release is, and how far each contest has come', async () => {
  const rows = await sheet('summary');

  expect(rows).toContainEqual(['version', '1.0.0']);
  expect(rows).toContainEqual(['name (kk)', 'Ксанаду сайлауы 2024']);
  expect(rows).toContainEqual(['list', 'Party lists', '4', '4', 'no', '2900', '1750', '35', '60.34']);
});

test('there is no sheet of a table that the release does not have', async () => {
  const without = aSetting();
  await without.accept('election.json', { kind: 'definition', definition: anElection() });
  await without.accept('results/list/north.csv', { kind: 'results', protocols: north });
  await without.release();

  const { others } = await openSheet(await book(without), 'summary');

  expect(others).toEqual(['totals', 'seats', 'elected', 'areas']);
});

/** As the reader of workbooks shows it: a truth as yes or no, a number without zeros at its end; and without the apostrophe of a formula. */
function shown(cell: string): string {
  const plain = cell.replace(/^'(?=[=+\-@])/, '');
  if (plain === 'true' || plain === 'false') return plain === 'true' ? 'yes' : 'no';
  return /^[0-9]+\.[0-9]+$/.test(plain) ? String(Number(plain)) : plain;
}

async function sheet(name: string) {
  const { rows } = await openSheet(await book(setting), name);
  return (await collect(rows())).flatMap((block) => block.rows);
}

function book({ store }: Setting) {
  return openArchive(store.files().get('elections/xx-2024/1.0.0/results.xlsx') ?? new Uint8Array());
}
