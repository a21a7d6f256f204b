import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../functions/model/json/json.ts';
import type { MergedProtocol } from '../../../functions/model/records/protocol.ts';
import { votesField } from '../../../functions/model/records/protocol.ts';
import { csvBytes } from '../../../functions/publish/files/results/csv.ts';
import {
  canonicalLayout,
  canonicalProtocol,
  protocolText,
  tableLayout,
} from '../../../functions/publish/files/results/text.ts';
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

test.each(['results', 'totals', 'stations'])(
  '%s.parquet holds the rows of its table in their order',
  async (name) => {
    const { data } = Papa.parse<Record<string, string>>(setting.read(`1.0.0/${name}.csv`), {
      header: true,
      skipEmptyLines: true,
    });

    const rows = await parquetReadObjects({ file: arrayBufferOf(file(`${name}.parquet`)) });

    expect(rows.map(asCsv)).toEqual(data.map(asReported));
    expect(rows.length).toBeGreaterThan(3);
  },
);

test('results.ndjson holds the objects of results.json, one a line', () => {
  const lines = setting.read('1.0.0/results.ndjson').trimEnd().split('\n');

  expect(lines.map((line) => JSON.parse(line))).toEqual(
    JSON.parse(setting.read('1.0.0/results.json')).protocols,
  );
  expect(lines).toHaveLength(4);
});

test('the lines of results.csv are those of its rows, whatever is in the cells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aProtocol, { maxLength: 8 }), async (protocols) => {
      const quick = await text(csvBytes(streamOf([{ layout: tableLayout(measures), protocols }])));

      expect(quick).toBe(await text(csv('results', streamOf([resultRows(protocols, measures)]))));
    }),
  );
});

test('the JSON of a protocol states its numbers, sources and uploads, whatever they are called', () => {
  fc.assert(
    fc.property(aProtocol, (protocol) => {
      const told = JSON.parse(protocolText(protocol, tableLayout(measures)));

      const { contest, area, station, values } = protocol;
      expect(told).toMatchObject({ contest, area, station });
      const numbers = new Map(
        measures.map(({ measure, option }) => [
          measure + (option ?? ''),
          told[option ? 'votes' : 'counts'][option ?? measure],
        ]),
      );
      for (const { field, measure, option } of measures)
        expect(numbers.get(measure + (option ?? ''))).toBe(values.get(field)?.count);
      expect(new Set(told.uploads)).toEqual(new Set([...values.values()].map(({ upload }) => upload)));
      const sources = [...values.values()].flatMap(({ source }) => source.split(';'));
      expect(new Set(told.sources)).toEqual(new Set(sources.filter((source) => source !== '')));
    }),
  );
});

test('what the log hashes of a protocol is the canonical JSON of what results.json says of it', () => {
  fc.assert(
    fc.property(aProtocol, (protocol) => {
      const told = JSON.parse(protocolText(protocol, tableLayout(measures)));

      expect(canonicalProtocol(protocol, canonicalLayout(measures))).toBe(
        canonicalJson({ type: 'protocol', ...told }),
      );
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

const measures = measuresOf(
  listContest({
    options: ['A', '10', '9', 'against-all'].map((id) => ({
      id: optionId(id),
      kind: 'list',
      name: { en: id },
    })),
  }),
);
const cell = fc.oneof(fc.constantFrom('S1', '', '=1+1', 'a,b', '"', "'", 'S1;S2', '\ttab'), fc.string());
const aProtocol: fc.Arbitrary<MergedProtocol> = fc
  .record({
    station: fc.option(fc.constantFrom('st1', '№ 7', '-1', 'a,"b"')),
    counts: fc.array(fc.record({ count: fc.nat(), source: cell, upload: cell }), { maxLength: 5 }),
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
  votesField(optionId('10')),
  votesField(optionId('9')),
] as const;

function asCsv(row: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell ?? '')]));
}

/** CSV puts an apostrophe before what a spreadsheet would run. */
function asReported(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'(?=[=+\-@])/, '')]),
  );
}

async function text(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  return (await wholeOf(bytes)).toString();
}
