import { describe, expect, test } from 'vitest';
import { parts } from '../../../../../cli/verify/checks/parquet/parts.ts';
import type { ResultsParts } from '../../../../../functions/model/generated/results-parts.ts';
import { aRelease, changed, firstDifference, type Release, sha256, verdictsOn } from '../../support.ts';

const file = 'results.parts.json';
const release = await aRelease();
const stated: ResultsParts = JSON.parse(release.files.get(file) ?? '');
const parquet = release.binary.get('results.parquet') ?? new Uint8Array();

test('the parts of a release hold: each has the hash that is stated, and together they are the rows of results.csv', async () => {
  expect(await verdictsOn(release, [parts])).toEqual([
    {
      check: 'parts',
      status: 'holds',
      what: '1 row group of results.parquet with 28 rows, and its footer, each with the SHA-256 that results.parts.json states',
    },
  ]);
});

test('a release from before parts were stated holds, and it is said that it has none', async () => {
  const manifest = JSON.parse(release.files.get('manifest.json') ?? '');
  const files = manifest.files.filter(({ path }: { path: string }) => path !== file);
  const earlier = changed(release, {
    [file]: undefined,
    'manifest.json': JSON.stringify({ ...manifest, files }),
  });

  expect(await verdictsOn(earlier, [parts])).toEqual([
    { check: 'parts', status: 'holds', what: 'the release has no results.parts.json' },
  ]);
});

test.each([
  ['row group 1', 4],
  ['row group 1', stated.footer.offset - 1],
  ['footer', stated.footer.offset],
  ['footer', parquet.length - 1],
])('a changed byte in the %s (%i) is a difference there', async (at, place) => {
  const bytes = parquet.with(place, 1 ^ (parquet[place] ?? 0));

  expect(await firstDifference(withParquet(bytes), [parts])).toMatchObject({
    check: 'parts',
    file: 'results.parquet',
    at,
  });
});

test('a file that is cut off is a difference in its last part', async () => {
  expect(await firstDifference(withParquet(parquet.subarray(0, -1)), [parts])).toMatchObject({
    file: 'results.parquet',
    at: 'footer',
  });
});

describe('what is stated is a difference where it does not fit:', () => {
  const { groups, footer } = stated;
  const [group = { offset: 0, bytes: 0, rows: 0, sha256: '' }] = groups;
  const half = group.bytes >> 1;
  const cut = [partOf(group.offset, half, 20), partOf(group.offset + half, group.bytes - half, 9)];
  test.each<[string, object, string, string]>([
    ['another election', { ...stated, election: 'xx-2025' }, file, '/election'],
    ['another version', { ...stated, version: '1.0.1' }, file, '/version'],
    ['another size', { ...stated, bytes: stated.bytes + 1 }, file, '/bytes'],
    ['another hash of the file', { ...stated, sha256: '0'.repeat(64) }, file, '/sha256'],
    ['a gap before a group', { ...stated, groups: [{ ...group, offset: 5 }] }, file, '/groups/0/offset'],
    ['a group that is left out', { ...stated, groups: [] }, file, '/footer/offset'],
    ['a footer that ends early', { ...stated, footer: { ...footer, bytes: 9 } }, file, '/footer/bytes'],
    ['a hash of a group', withHash('groups'), 'results.parquet', 'row group 1'],
    ['a hash of the footer', withHash('footer'), 'results.parquet', 'footer'],
    ['too many rows', { ...stated, groups: cut }, file, '/groups'],
    [
      'a number beyond all files',
      { ...stated, groups: [{ ...group, bytes: 1e300 }] },
      file,
      '/footer/offset',
    ],
    ['a member that nobody knows', { ...stated, note: '' }, file, ''],
  ])('%s', async (_what, other, where, at) => {
    const text = `${JSON.stringify(other, null, 2)}\n`;

    expect(await firstDifference(changed(release, { [file]: text }), [parts])).toMatchObject({
      check: 'parts',
      file: where,
      at,
    });
  });

  test('a member that stands there twice', async () => {
    const text = (release.files.get(file) ?? '').replace('"groups"', '"groups": [],\n  "groups"');

    expect(await firstDifference(changed(release, { [file]: text }), [parts])).toMatchObject({
      file,
      expected: 'the bytes that Sailau writes',
    });
  });

  function partOf(offset: number, bytes: number, rows: number) {
    return { offset, bytes, rows, sha256: sha256(parquet.subarray(offset, offset + bytes)) };
  }

  function withHash(of: 'groups' | 'footer'): object {
    const hash = { sha256: '0'.repeat(64) };
    return of === 'footer'
      ? { ...stated, footer: { ...footer, ...hash } }
      : { ...stated, groups: [{ ...group, ...hash }] };
  }
});

function withParquet(bytes: Uint8Array): Release {
  return { ...release, binary: new Map([...release.binary, ['results.parquet', bytes]]) };
}
