import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Row } from '../../../functions/publish/write/csv.ts';
import { parquet } from '../../../functions/publish/write/parquet.ts';
import { arrayBufferOf, collect, streamOf, wholeOf } from '../../support/streams.ts';

const release = { election: 'xx-2024', version: '1.2.3' };

test('another reader finds the rows as they were, texts unchanged, missing cells null, counts exact', async () => {
  const rows: Row<'results'>[] = [
    aRow({ station: '№ 7, "old"', count: Number.MAX_SAFE_INTEGER }),
    aRow({ station: '=1+1', option: null, source: null, count: 0 }),
    aRow({ station: null, measure: 'votes', option: 'A', count: 12n }),
  ];

  const file = await fileOf([rows.slice(0, 1), [], rows.slice(1)]);

  expect(await parquetReadObjects({ file })).toEqual(
    rows.map((row) => ({ ...row, count: BigInt(row.count ?? 0) })),
  );
});

test('columns are typed as in the schema of the table, and the file names its release', async () => {
  const metadata = parquetMetadata(await fileOf([[aRow()]]));

  expect(
    metadata.schema.slice(1).map(({ name, type, repetition_type }) => [name, type, repetition_type]),
  ).toEqual([
    ['contest', 'BYTE_ARRAY', 'REQUIRED'],
    ['area', 'BYTE_ARRAY', 'REQUIRED'],
    ['station', 'BYTE_ARRAY', 'OPTIONAL'],
    ['measure', 'BYTE_ARRAY', 'REQUIRED'],
    ['option', 'BYTE_ARRAY', 'OPTIONAL'],
    ['count', 'INT64', 'REQUIRED'],
    ['source', 'BYTE_ARRAY', 'OPTIONAL'],
    ['upload', 'BYTE_ARRAY', 'REQUIRED'],
  ]);
  expect(metadata.key_value_metadata).toEqual([
    { key: 'election', value: 'xx-2024' },
    { key: 'version', value: '1.2.3' },
  ]);
});

test('row groups are cut at 100,000 rows wherever pages end, ids are in dictionaries, and each group leaves as it is full', async () => {
  const pages = [0, 70_000, 140_000].map((start) =>
    Array.from({ length: 70_000 }, (_, row) => aRow({ station: `s${(start + row) >> 3}` })),
  );

  const chunks = await collect(parquet('results', streamOf(pages), release, ['station']));

  const { row_groups: groups, num_rows: rows } = parquetMetadata(arrayBufferOf(Buffer.concat(chunks)));
  expect(rows).toBe(210_000n);
  expect(groups.map(({ num_rows }) => num_rows)).toEqual([100_000n, 100_000n, 10_000n]);
  expect(chunks).toHaveLength(4);
  for (const { columns } of groups) expect(columns[2]?.meta_data?.encodings).toContain('RLE_DICTIONARY');
});

test('a table without rows is a file with columns and no rows', async () => {
  const metadata = parquetMetadata(await fileOf([]));

  expect(metadata.num_rows).toBe(0n);
  expect(metadata.schema).toHaveLength(9);
});

test('a row that lacks what its table requires is refused', async () => {
  await expect(fileOf([[aRow({ upload: null })]])).rejects.toThrow('A row without "upload"');
});

function aRow(changes: Partial<Row<'results'>> = {}): Row<'results'> {
  return {
    contest: 'list',
    area: 'N1',
    station: 'st1',
    measure: 'registered',
    option: null,
    count: 1000,
    source: 'S1',
    upload: 'results/list/north.csv',
    ...changes,
  };
}

async function fileOf(pages: readonly (readonly Row<'results'>[])[]): Promise<ArrayBuffer> {
  return arrayBufferOf(await wholeOf(parquet('results', streamOf(pages), release)));
}
