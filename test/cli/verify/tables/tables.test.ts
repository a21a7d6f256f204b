import { expect, test } from 'vitest';
import { tables } from '../../../../cli/verify/checks/tables.ts';
import { keySet } from '../../../../cli/verify/tables/keys.ts';
import { tableSchemas } from '../../../../cli/verify/tables/schema.ts';
import { tables as contracts } from '../../../../functions/model/generated/tables.ts';
import { columnsFingerprint } from '../../../../functions/publish/versions.ts';
import { aRelease, changed, firstDifference, memoryFolder, verdictsOn } from '../support.ts';

const release = await aRelease();

test('every table of a release keeps to its schema', async () => {
  expect(await verdictsOn(release, [tables])).toMatchObject([
    {
      status: 'holds',
      what: expect.stringMatching(/^[0-9]+ tables with [0-9]+ rows, each as its schema says$/),
    },
  ]);
});

test('the verifier knows every word of the schemas that this program publishes by', async () => {
  const schemas = await tableSchemas(memoryFolder(new Map()), columnsFingerprint());

  expect([...schemas.keys()].sort()).toEqual(Object.keys(contracts.out).sort());
});

test.each([
  [
    'a column more',
    'seats.csv',
    'seats.csv row 1, cell 10',
    (text: string) => text.replace('\r\n', ',more\r\n'),
  ],
  ['columns in another order', 'seats.csv', 'seats.csv row 1, cell 1', swapColumns],
  [
    'a required cell that is empty',
    'results.csv',
    'row 2, column contest',
    (text: string) => edit(text, 1, 0, ''),
  ],
  [
    'a word that is none of the allowed',
    'results.csv',
    'row 2, column measure',
    (text: string) => edit(text, 1, 3, 'vote'),
  ],
  ['a count below zero', 'results.csv', 'row 2, column count', (text: string) => edit(text, 1, 5, '-1')],
  [
    'a count with a leading zero',
    'turnout.csv',
    'row 2, column registered',
    (text: string) => edit(text, 1, 2, '02900'),
  ],
  [
    'a decimal with an exponent',
    'turnout.csv',
    'row 2, column percent',
    (text: string) => edit(text, 1, 4, '3e1'),
  ],
  [
    'a flag that is none',
    'candidates.csv',
    'row 2, column woman',
    (text: string) => edit(text, 1, 'woman', 'yes'),
  ],
  [
    'an area that is not there',
    'turnout.csv',
    'row 2, column area',
    (text: string) => edit(text, 1, 0, 'ZZ'),
  ],
  [
    'a row twice',
    'stations.csv',
    'row 6, column station',
    (text: string) => `${text}${text.split('\r\n')[1]}\r\n`,
  ],
  [
    'a count of a protocol twice, in a table whose key has empty cells',
    'results.csv',
    'column contest,area,station,measure,option',
    (text: string) => `${text}${text.split('\r\n')[1]}\r\n`,
  ],
  [
    'a sum twice',
    'totals.csv',
    'column contest,area,measure,option',
    (text: string) => `${text}${text.split('\r\n')[1]}\r\n`,
  ],
])('%s is a difference', async (_what, file, at, change) => {
  const text = change(release.files.get(file) ?? '');

  const difference = await firstDifference(changed(release, { [file]: text }), [tables]);

  expect(`${difference?.file} ${difference?.at}`).toContain(at);
});

test('a release with columns of another version is held to the schemas of its own datapackage.json', async () => {
  const manifest = JSON.parse(release.files.get('manifest.json') ?? '');
  const older = (file: string, text: string) =>
    changed(release, {
      'manifest.json': JSON.stringify({ ...manifest, columns: '0'.repeat(64) }),
      [file]: text,
    });
  const seats = release.files.get('seats.csv') ?? '';
  const datapackage = release.files.get('datapackage.json') ?? '';

  expect(await firstDifference(older('seats.csv', seats), [tables])).toBeNull();
  expect(await firstDifference(older('seats.csv', edit(seats, 1, 0, '')), [tables])).toMatchObject({
    file: 'seats.csv',
    at: 'row 2, column contest',
  });
  for (const [before, after, at] of [
    ['"type": "integer"', '"type": "geopoint"', '/type'],
    ['"minimum": 0', '"pattern": "(a+)+$"', '/constraints'],
    ['"resources": [', '"resources": [7,', '/resources/0'],
    ['"fields"', '"__proto__"', '/fields'],
    ['"uniqueKeys": [', '"uniqueKeys": [["nothing"],', '/uniqueKeys/0'],
    ['"uniqueKeys": [', '"uniqueKeys": [7,', '/uniqueKeys/0'],
  ] as const) {
    const difference = await firstDifference(older('datapackage.json', datapackage.replace(before, after)), [
      tables,
    ]);
    expect(difference).toMatchObject({ file: 'datapackage.json', at: expect.stringContaining(at) });
  }
});

test('keys are found across sets, and keys of several cells are not confused', () => {
  const keys = keySet(2);

  expect(['a', 'b', 'c', 'd', 'e', 'a', 'd'].map((cell) => keys.add([cell]))).toEqual([
    ...[true, true, true, true, true],
    ...[false, false],
  ]);
  expect([keys.add(['x', 'y,z']), keys.add(['x,y', 'z']), keys.has(['x', 'y,z'])]).toEqual([
    true,
    true,
    true,
  ]);
});

/** A table with another cell in a row (the header is row 0), the column by its place or name. */
function edit(text: string, row: number, column: number | string, cell: string): string {
  const lines = text.split('\r\n');
  const place = typeof column === 'number' ? column : (lines[0] ?? '').split(',').indexOf(column);
  lines[row] = (lines[row] ?? '').split(',').with(place, cell).join(',');
  return lines.join('\r\n');
}

function swapColumns(text: string): string {
  return text.replace(/^([^,]+),([^,]+)/, '$2,$1');
}
