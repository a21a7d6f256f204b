import { expect, test } from 'vitest';
import { openPublished } from '../../../site/data/published.ts';
import { groupsOf } from '../../../site/data/results-parquet.ts';
import { openResults } from '../../../site/data/results-parts.ts';
import { contestId, electionId } from '../../support/builders.ts';
import { protocolRows, type ResultsRow } from '../compute/stations/support.ts';
import { releaseFiles, resultsOf, serverOf } from './support.ts';

test('the rows of a group are those that were written, from one request for the footer and one for the group', async () => {
  const rows = [
    ...protocolRows('list', 'N', '№ 1', { registered: 100, cast: 60, A: 40, B: 20 }),
    ...protocolRows('list', 'N', null, { registered: 2 ** 40, cast: 0 }),
  ];
  const { asked, open } = await served(rows);

  const [group, ...others] = await open('list');
  const read = await group?.read();

  expect(others).toEqual([]);
  expect(read?.station).toEqual(rows.map(({ station }) => station));
  expect(read?.option).toEqual(rows.map(({ option }) => option));
  expect(read?.count).toEqual(rows.map(({ count }) => BigInt(count ?? 0)));
  expect(asked.filter((one) => one.startsWith('results.parquet'))).toHaveLength(2);
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

test('what is no Parquet, or one of another table, is malformed, though a release vouches for it', async () => {
  const { bytes } = await resultsOf(protocolRows('list', 'N', '1', { cast: 60 }));
  const renamed = Buffer.from(
    Buffer.from(bytes).toString('latin1').replaceAll('measure', 'leisure'),
    'latin1',
  );

  for (const file of [new Uint8Array(100), new TextEncoder().encode('PAR1PAR1'), renamed])
    await expect(opened(releaseFiles({ 'results.parquet': file })).open('list')).rejects.toMatchObject({
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
  const { bytes, stated } = await resultsOf(rows);
  return opened(releaseFiles({ 'results.parquet': bytes, 'results.parts.json': JSON.stringify(stated) }));
}

function opened(files: ReadonlyMap<string, Uint8Array>) {
  const { fetch, asked } = serverOf(files);
  const published = openPublished(fetch, new URL('https://data.example.org/'));
  const open = async (contest: string) => {
    const release = await published.release(electionId('xx-2024'), null);
    const results = await openResults(release, published.parts, 2_000_000);
    if (!results) throw new RangeError('the file is too large to be loaded whole');
    return groupsOf(results, contestId(contest));
  };
  return { asked, open };
}
