import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { workbookOf } from '../../support/workbook.ts';
import { zipOf } from '../../support/zip.ts';
import { protocolsOf, verdictOn } from '../checking.ts';
import { data, lithuania, present } from './support.ts';

describe.skipIf(!present)('the same files in other wrappings', () => {
  const folder = `${data}/lt-seimas-2020`;
  const votes = () => readFileSync(`${folder}/2020-votes.csv`);
  const read = async (name: string, content: Uint8Array) => {
    const definition = lithuania();
    const tables = definition.tables?.map((table) =>
      table.files === 'results/list/votes.csv' ? { ...table, files: name } : table,
    );
    const verdict = await verdictOn({
      'election.json': JSON.stringify({ ...definition, tables }),
      'stations/minor.csv': readFileSync(`${folder}/2020-minor.csv`),
      [name]: content,
    });
    return protocolsOf(verdict);
  };
  const rows = () =>
    votes()
      .toString()
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));

  test.each([
    ['an archive', 'results/list/votes.csv.zip', () => zipOf([{ name: '2020-votes.csv', content: votes() }])],
    ['gzip', 'results/list/votes.txt.gz', () => gzipSync(votes())],
    [
      'UTF-16 without a mark',
      'results/list/votes.tsv',
      () => Buffer.from(votes().toString().replaceAll(',', '\t'), 'utf16le'),
    ],
    [
      'a workbook',
      'results/list/votes.xlsx',
      () =>
        workbookOf([{ name: 'A', rows: rows().map((row, index) => (index === 0 ? row : row.map(Number))) }]),
    ],
    [
      'lines of JSON',
      'results/list/votes.ndjson',
      () => {
        const [header = [], ...body] = rows();
        const objects = body.map((row) =>
          Object.fromEntries(row.map((cell, at) => [header[at] ?? '', Number(cell)])),
        );
        return Buffer.from(objects.map((object) => JSON.stringify(object)).join('\n'));
      },
    ],
  ])('%s gives the same protocols', async (_name, name, content) => {
    const plain = await read('results/list/votes.csv', votes());

    expect(await read(name, content())).toEqual(plain);
  });
});
