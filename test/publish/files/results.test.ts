import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { MergedProtocol } from '../../../functions/model/protocol.ts';
import { votesField } from '../../../functions/model/protocol.ts';
import { csvBytes } from '../../../functions/publish/files/results/csv.ts';
import { measuresOf, resultRows } from '../../../functions/publish/files/tables/results.ts';
import { csv } from '../../../functions/publish/write/csv.ts';
import { areaId, contestId, listContest, optionId, stationId } from '../../support/builders.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { arrayBufferOf, streamOf, wholeOf } from '../../support/streams.ts';
import { aFullElection, aSetting } from '../setting.ts';

const setting = await aFullElection();
await setting.release();
const file = (path: string) =>
  setting.store.files().get(`elections/xx-2024/1.0.0/${path}`) ?? new Uint8Array();

test('results.csv.gz holds the bytes of results.csv', () => {
  expect(gunzipSync(file('results.csv.gz'))).toEqual(Buffer.from(file('results.csv')));
});

test('results.parquet holds the rows of results.csv in their order', async () => {
  const { data } = Papa.parse<Record<string, string>>(setting.read('1.0.0/results.csv'), {
    header: true,
    skipEmptyLines: true,
  });

  const rows = await parquetReadObjects({ file: arrayBufferOf(file('results.parquet')) });

  expect(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, String(cell ?? '')])),
    ),
  ).toEqual(data);
  expect(rows.length).toBeGreaterThan(20);
});

test('results.ndjson holds the objects of results.json, one a line', () => {
  const lines = setting.read('1.0.0/results.ndjson').trimEnd().split('\n');

  expect(lines.map((line) => JSON.parse(line))).toEqual(
    JSON.parse(setting.read('1.0.0/results.json')).protocols,
  );
  expect(lines).toHaveLength(4);
});

test('the lines of results.csv are those of its rows, whatever is in the cells', async () => {
  const measures = measuresOf(listContest());
  await fc.assert(
    fc.asyncProperty(fc.array(aProtocol, { maxLength: 8 }), async (protocols) => {
      const quick = await text(csvBytes(streamOf([{ measures, protocols }])));

      expect(quick).toBe(await text(csv('results', streamOf([resultRows(protocols, measures)]))));
    }),
  );
});

test('a file that cannot be written ends the others made from the same reading, and its error is thrown', async () => {
  const store = memoryStore();
  const broken = {
    ...store,
    releases: {
      ...store.releases,
      // As an upload that fails: nobody reads the body to its end or closes it.
      put: async (...args: Parameters<typeof store.releases.put>) => {
        if (args[2] !== 'results.csv.gz') return store.releases.put(...args);
        throw new Error('no space in the bucket');
      },
    },
  };
  const failing = await aFullElection(undefined, aSetting({ ...store, ...broken }));

  await expect(failing.release()).rejects.toThrow('no space in the bucket');
});

const cell = fc.oneof(fc.constantFrom('S1', '', '=1+1', 'a,b', '"', "'", 'S1;S2', '\ttab'), fc.string());
const aProtocol: fc.Arbitrary<MergedProtocol> = fc
  .record({
    station: fc.option(fc.constantFrom('st1', '№ 7', '-1', 'a,"b"')),
    counts: fc.array(fc.record({ count: fc.nat(), source: cell, upload: cell }), { maxLength: 4 }),
  })
  .map(({ station, counts }) => ({
    contest: contestId('list'),
    area: areaId('N1'),
    station: station === null ? null : stationId(station),
    values: new Map(counts.map((value, index) => [fields[index] ?? 'cast', value])),
  }));
const fields = [
  'registered',
  'invalid',
  votesField(optionId('A')),
  votesField(optionId('against-all')),
] as const;

async function text(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  return (await wholeOf(bytes)).toString();
}
