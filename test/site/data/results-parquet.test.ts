import { expect, test } from 'vitest';
import { DataError } from '../../../site/data/errors.ts';
import { openParts } from '../../../site/data/parts.ts';
import { groupsOf } from '../../../site/data/results-parquet.ts';
import { contestId } from '../../support/builders.ts';
import { protocolRows, type ResultsRow, rangeServer, resultsParquet } from '../compute/stations/support.ts';

const root = new URL('https://data.example.org/');
const path = 'elections/xx-2024/1.0.0/results.parquet';

test('the rows of a group are those that were written, from one request for the footer and one for the group', async () => {
  const rows = [
    ...protocolRows('list', 'N', '№ 1', { registered: 100, cast: 60, A: 40, B: 20 }),
    ...protocolRows('list', 'N', null, { registered: 2 ** 40, cast: 0 }),
  ];
  const { server, open } = await served(rows);

  const [group, ...others] = await open('list');
  const read = await group?.read();

  expect(others).toEqual([]);
  expect(read?.station).toEqual(rows.map(({ station }) => station));
  expect(read?.option).toEqual(rows.map(({ option }) => option));
  expect(read?.count).toEqual(rows.map(({ count }) => BigInt(count ?? 0)));
  expect(server.asked).toHaveLength(2);
});

test('of several groups those are read alone that can hold the contest', async () => {
  const { open } = await served([
    ...many('a-list', 100_000),
    ...many('b-list', 100_000),
    ...many('c-list', 9),
  ]);

  const found = await Promise.all(['a-list', 'b-list', 'c-list', 'none-of-them'].map(open));

  expect(found.map((groups) => groups.length)).toEqual([1, 1, 1, 0]);
  expect(new Set((await found[1]?.[0]?.read())?.contest)).toEqual(new Set(['b-list']));
});

test('a contest is found whose id is longer than the bounds that the writer keeps', async () => {
  const { open } = await served(many('single-mandate-district-01', 5));

  expect(await open('single-mandate-district-01')).toHaveLength(1);
});

// Of the footer alone: a damaged page within a group can keep the library busy without end (docs/decisions/0008-explorer.md).
test('a damaged footer is malformed or read, and never anything else', async () => {
  const whole = await resultsParquet(protocolRows('list', 'N', '1', { registered: 100, cast: 60, A: 60 }));
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const footer = whole.length - 8 - view.getUint32(whole.length - 8, true);

  for (let place = footer; place < whole.length; place += 1)
    for (const change of [1, 127, 255]) {
      const bytes = whole.slice();
      bytes[place] = (bytes[place] ?? 0) ^ change;
      try {
        await groupsOf(partsOf(bytes), path, contestId('list'));
      } catch (error) {
        expect(error).toBeInstanceOf(DataError);
      }
    }
});

test('what is no Parquet, is cut off, or claims a footer as long as the file is malformed', async () => {
  const whole = await resultsParquet(protocolRows('list', 'N', '1', { cast: 60 }));
  const long = new Uint8Array(8_000_000);
  long.set(whole.subarray(-8), long.length - 8);
  new DataView(long.buffer).setUint32(long.length - 8, 7_000_000, true);

  for (const bytes of [
    new Uint8Array(100),
    whole.subarray(0, -5),
    new TextEncoder().encode('PAR1PAR1'),
    long,
  ])
    await expect(groupsOf(partsOf(bytes), path, contestId('list'))).rejects.toMatchObject({
      code: 'malformed',
    });
});

function many(contest: string, rows: number): ResultsRow[] {
  return Array.from({ length: rows }, () => ({
    contest,
    area: 'N',
    station: 'st1',
    measure: 'cast',
    option: null,
    count: 5,
    source: 'S1',
    upload: 'results/all.csv',
  }));
}

async function served(rows: readonly ResultsRow[]) {
  const bytes = await resultsParquet(rows);
  const server = rangeServer(bytes);
  const parts = openParts(server.fetch, root, path, bytes.length);
  return { server, open: (contest: string) => groupsOf(parts, path, contestId(contest)) };
}

function partsOf(bytes: Uint8Array) {
  return openParts(rangeServer(bytes).fetch, root, path, bytes.length);
}
