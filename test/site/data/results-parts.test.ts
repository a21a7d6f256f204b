import { beforeAll, describe, expect, test } from 'vitest';
import type { ResultsParts } from '../../../functions/model/generated/results-parts.ts';
import type { ResultRows } from '../../../site/compute/stations/collector.ts';
import { DataError } from '../../../site/data/errors.ts';
import { openPublished } from '../../../site/data/published.ts';
import { groupsOf } from '../../../site/data/results-parquet.ts';
import { openResults } from '../../../site/data/results-parts.ts';
import { contestId, electionId } from '../../support/builders.ts';
import { protocolRows, type ResultsRow } from '../compute/stations/support.ts';
import { type Results, releaseFiles, resultsOf, serverOf, sha256 } from './support.ts';

const path = 'elections/xx-2024/1.0.0/results.parquet';
const partsPath = 'elections/xx-2024/1.0.0/results.parts.json';

let small: Results;
/** Two row groups, of which the first holds the contest alone. */
let large: Results;

beforeAll(async () => {
  small = await resultsOf(protocolRows('list', 'N', '1', { registered: 100, cast: 60, A: 60 }));
  large = await resultsOf(
    [...Array(100_100).keys()].map((place) => ({
      ...row,
      contest: place < 100_000 ? 'list' : 'other',
      count: (place * 7_919) % 65_521,
    })),
  );
});

test('what is asked for: the parts and the end of the file side by side, then the row groups one by one', async () => {
  const { asked, read } = served(large);

  const groups = await read('other');

  expect(groups.map(({ count }) => count.length)).toEqual([100]);
  const [, second] = large.stated.groups;
  const tail = large.bytes.length - 8_192;
  expect(asked.slice(0, 2)).toEqual(['latest.json', 'manifest.json']);
  expect(asked.slice(2, 4).toSorted()).toEqual([
    `results.parquet bytes=${tail}-${large.bytes.length - 1}`,
    'results.parts.json',
  ]);
  expect(asked.slice(4)).toEqual([
    `results.parquet bytes=${second?.offset}-${large.stated.footer.offset - 1}`,
  ]);
});

test('a footer that is longer than expected takes a second request', async () => {
  const long = await resultsOf(protocolRows('list', 'N', '1', { cast: 60 }), 'x'.repeat(10_000));
  const { asked, read } = served(long);

  expect((await read('list')).map(({ count }) => count)).toEqual([[60n]]);

  expect(asked.filter((one) => one.startsWith('results.parquet'))).toHaveLength(3);
});

describe('nothing of a file is read that was changed:', () => {
  test('every byte of it, in three ways, is found before the library sees it', async () => {
    const { files, read } = served(small);
    const { groups, footer } = small.stated;
    const unchanged = await read('list');

    for (let place = 0; place < small.bytes.length; place += 1)
      for (const change of [1, 127, 255]) {
        files.set(
          path,
          small.bytes.map((byte, at) => (at === place ? byte ^ change : byte)),
        );
        const found = await read('list').catch((error) => error);
        // The magic number before the first row group is not loaded at all.
        if (place < 4) expect(found).toEqual(unchanged);
        else expect(found).toMatchObject({ code: 'altered', path, part: partAt(place) });
      }

    function partAt(place: number) {
      return place >= footer.offset ? { part: 'footer' } : { part: 'group', number: 1, of: groups.length };
    }
  });

  test.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, -1)],
    ['longer', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.of(0)])],
    ['of zeros', (bytes: Uint8Array) => new Uint8Array(bytes.length)],
  ])('a file that is %s', async (_what, change) => {
    const { files, read } = served(small);
    files.set(path, change(small.bytes));

    await expect(read('list')).rejects.toMatchObject({ code: 'altered', path });
  });

  test('row groups that have changed their places', async () => {
    const { files, read } = served(large);
    const [first, second] = large.stated.groups.map(({ offset, bytes }) =>
      large.bytes.subarray(offset, offset + bytes),
    );
    const footer = large.bytes.subarray(large.stated.footer.offset);
    files.set(path, Buffer.concat([large.bytes.subarray(0, 4), second ?? footer, first ?? footer, footer]));

    for (const [contest, number] of [
      ['list', 1],
      ['other', 2],
    ] as const)
      await expect(read(contest)).rejects.toMatchObject({
        code: 'altered',
        part: { part: 'group', number, of: 2 },
      });
  });

  test('the file of another release with the same rows', async () => {
    const { files, read } = served(small);
    const other = await resultsOf(
      protocolRows('list', 'N', '1', { registered: 100, cast: 60, A: 60 }),
      'xx-2025',
    );
    files.set(path, other.bytes);

    expect(other.bytes).toHaveLength(small.bytes.length);
    await expect(read('list')).rejects.toMatchObject({ code: 'altered', part: { part: 'footer' } });
  });

  test('the parts themselves, if the manifest states others', async () => {
    const { files, read } = served(small);
    const zeros = { ...small.stated, footer: { ...small.stated.footer, sha256: '0'.repeat(64) } };
    files.set(partsPath, Buffer.from(JSON.stringify(zeros)));

    await expect(read('list')).rejects.toMatchObject({ code: 'altered', path: partsPath, part: null });
  });
});

describe('parts that the manifest vouches for, and that do not fit the file, lead nowhere:', () => {
  const changes: readonly (readonly [string, string, (stated: ResultsParts) => object])[] = [
    ['of another election', 'malformed', (stated) => ({ ...stated, election: 'xx-2025' })],
    ['of another version', 'malformed', (stated) => ({ ...stated, version: '1.0.1' })],
    ['of a file of another size', 'malformed', (stated) => ({ ...stated, bytes: stated.bytes + 1 })],
    ['of a file with another hash', 'malformed', (stated) => ({ ...stated, sha256: '0'.repeat(64) })],
    [
      'a footer that ends too early',
      'malformed',
      ({ footer, ...stated }) => ({
        ...stated,
        footer: { ...footer, bytes: footer.bytes - 1 },
      }),
    ],
    ['a group too few', 'malformed', (stated) => ({ ...stated, groups: stated.groups.slice(1) })],
    ['another number of rows', 'malformed', withGroup((group) => ({ ...group, rows: group.rows + 1 }))],
    ['a group beyond the file', 'malformed', withGroup((group) => ({ ...group, offset: 2 ** 52 }))],
    ['a group without bytes', 'malformed', withGroup((group) => ({ ...group, bytes: 0 }))],
    ['a negative offset', 'malformed', withGroup((group) => ({ ...group, offset: -4 }))],
    ['another stretch', 'altered', withGroup((group) => ({ ...group, bytes: group.bytes - 1 }))],
    ['a group without a hash', 'malformed', withGroup(({ sha256: _hash, ...group }) => group)],
    ['not an object', 'malformed', () => []],
  ];

  test.each(changes)('%s: %s', async (_what, code, change) => {
    const { read } = served(small, change(small.stated));

    await expect(read('list')).rejects.toMatchObject({ code });
  });

  test('a stretch with its own hash in which the columns of the group do not lie', async () => {
    const shorter = withGroup((group) => {
      const [offset, bytes] = [group.offset + 10, group.bytes - 10];
      return { ...group, offset, bytes, sha256: sha256(small.bytes.subarray(offset, offset + bytes)) };
    });
    const { read } = served(small, shorter(small.stated));

    await expect(read('list')).rejects.toMatchObject({ code: 'malformed', path });
  });

  function withGroup(change: (group: ResultsParts['groups'][number]) => object) {
    return (stated: ResultsParts) => ({ ...stated, groups: stated.groups.map(change) });
  }
});

describe('a release that states no parts', () => {
  test('is read whole and checked, if the file is small', async () => {
    const { asked, read } = served(small, null);

    expect((await read('list')).map(({ count }) => count)).toEqual([[100n, 60n, 60n]]);

    expect(asked).toEqual(['latest.json', 'manifest.json', 'results.parquet']);
  });

  test('is not read if a byte of it was changed', async () => {
    const { files, read } = served(small, null);
    files.set(path, small.bytes.with(9, 255 ^ (small.bytes[9] ?? 0)));

    await expect(read('list')).rejects.toMatchObject({ code: 'altered', path, part: null });
  });

  test('is not read if the file is large', async () => {
    const { asked, open } = served(small, null);

    expect(await open(small.bytes.length - 1)).toBeNull();

    expect(asked).toEqual(['latest.json', 'manifest.json']);
  });
});

test('a release without the file says that it is missing', async () => {
  const { open } = openedOf(releaseFiles({ 'summary.json': '{}' }));

  await expect(open()).rejects.toMatchObject({ code: 'missing', path });
});

const row: ResultsRow = {
  contest: 'list',
  area: 'N',
  station: 'st1',
  measure: 'cast',
  option: null,
  count: 5,
  source: 'S1',
  upload: 'results/all.csv',
};

/** A site with the file and what is stated of its parts; null where nothing is. What lies in `files` afterwards is sent. */
function served({ bytes, stated }: Results, parts: object | null = stated) {
  return openedOf(
    releaseFiles({
      'results.parquet': bytes,
      ...(parts && { 'results.parts.json': JSON.stringify(parts) }),
    }),
  );
}

function openedOf(files: Map<string, Uint8Array>) {
  const { fetch, asked } = serverOf(files);
  const published = openPublished(fetch, new URL('https://data.example.org/'));
  const open = async (mostWhole = 2_000_000) => {
    const release = await published.release(electionId('xx-2024'), null);
    return openResults(release, published.parts, mostWhole);
  };
  const read = async (contest: string): Promise<ResultRows[]> => {
    const results = await open();
    if (!results) throw new DataError('missing', path);
    const groups = await groupsOf(results, contestId(contest));
    return Promise.all(groups.map((group) => group.read()));
  };
  return { files, asked, open, read };
}
