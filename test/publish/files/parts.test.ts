import { createHash } from 'node:crypto';
import { parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import type { ResultsParts } from '../../../functions/model/generated/results-parts.ts';
import type { WrittenPart } from '../../../functions/publish/files/file.ts';
import { noteParts } from '../../../functions/publish/files/results/parts.ts';
import type { Row } from '../../../functions/publish/write/csv.ts';
import { parquetPieces } from '../../../functions/publish/write/parquet.ts';
import { arrayBufferOf, streamOf, wholeOf } from '../../support/streams.ts';
import { aFullElection } from '../setting.ts';

test('the parts of a release are those of its results.parquet, which the manifest names', async () => {
  const setting = await aFullElection();

  await setting.release();

  const bytes = setting.store.files().get('elections/xx-2024/1.0.0/results.parquet') ?? new Uint8Array();
  const stated: ResultsParts = JSON.parse(setting.read('1.0.0/results.parts.json'));
  expect(stated).toMatchObject({ election: 'xx-2024', version: '1.0.0', file: 'results.parquet' });
  expect(stated).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
  expect(stated.groups).toEqual([{ ...partOf(bytes, stated.groups[0]), rows: 28 }]);
  expect(stated.footer).toEqual(partOf(bytes, stated.footer));
  const { files } = JSON.parse(setting.read('1.0.0/manifest.json'));
  expect(files).toContainEqual(expect.objectContaining({ path: 'results.parts.json' }));
});

test('the parts follow one another from the magic number to the end, and a row group lies within its own', async () => {
  const { bytes, parts } = await noted(210_000);

  const { row_groups: groups } = parquetMetadata(arrayBufferOf(bytes));
  expect(parts.map(({ rows }) => rows)).toEqual([100_000, 100_000, 10_000, null]);
  expect(parts.map(({ offset }) => offset)).toEqual([4, ...parts.slice(0, -1).map(endOf)]);
  expect(parts.map(endOf).at(-1)).toBe(bytes.length);
  for (const part of parts) expect(part).toMatchObject(partOf(bytes, part));
  for (const [place, { columns }] of groups.entries())
    for (const { meta_data: column } of columns) {
      const start = Number(column?.dictionary_page_offset ?? column?.data_page_offset);
      expect(start).toBeGreaterThanOrEqual(parts[place]?.offset ?? Number.NaN);
      expect(start + Number(column?.total_compressed_size)).toBeLessThanOrEqual(endOf(parts[place]));
    }
});

test('a file without rows has a footer alone', async () => {
  const { bytes, parts } = await noted(0);

  expect(parts).toEqual([{ ...partOf(bytes, { offset: 4, bytes: bytes.length - 4 }), rows: null }]);
});

interface Place {
  readonly offset: number;
  readonly bytes: number;
}

function endOf({ offset, bytes }: Place = { offset: Number.NaN, bytes: 0 }): number {
  return offset + bytes;
}

function partOf(file: Uint8Array, place: Place | undefined) {
  const { offset, bytes } = place ?? { offset: 0, bytes: 0 };
  return { offset, bytes, sha256: sha256(file.subarray(offset, offset + bytes)) };
}

async function noted(count: number) {
  const rows = Iterator.from(Array(count).keys()).map(aRow);
  const parts: WrittenPart[] = [];
  const release = { election: 'xx-2024', version: '1.2.3' };
  const bytes = await wholeOf(noteParts(parquetPieces('results', streamOf([rows]), release), parts));
  return { bytes, parts };
}

function aRow(place: number): Row<'results'> {
  return {
    contest: 'list',
    area: 'N1',
    station: `st${place >> 3}`,
    measure: 'registered',
    option: null,
    count: place,
    source: 'S1',
    upload: 'results/list/north.csv',
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
