import { describe, expect, test, vi } from 'vitest';
import { checks } from '../../../cli/verify/checks.ts';
import type { Plurality, Share } from '../../../functions/model/generated/election.ts';
import { elections } from '../../examples/reading.ts';
import {
  anUnfinishedRelease,
  aRelease,
  changed,
  exampleRelease,
  firstDifference,
  type Release,
  releaseOfCouncil,
  sealed,
  sha256,
  verdictsOn,
} from './support.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const release = await aRelease();

const nearlyHalf: Share = { percent: '45', base: 'valid-votes', inclusive: true };

test('a release verifies: every check holds and says what', async () => {
  const verdicts = await verdictsOn(release);

  expect(verdicts.map(({ check, status }) => [check, status])).toEqual(
    checks.map(({ name }) => [name, name === 'signature' || name === 'log' ? 'open' : 'holds']),
  );
  expect(verdicts.find(({ check }) => check === 'protocols')).toMatchObject({
    what: '28 numbers in 4 protocols, each once, each from an upload of the manifest',
  });
});

test.each(elections)('the example %s verifies', async (name) => {
  expect(await firstDifference(await exampleRelease(name))).toBeNull();
});

test('a release verifies while stations are missing, with what their voters can still change', async () => {
  const unfinished = await anUnfinishedRelease();

  const certificate = JSON.parse(unfinished.files.get('allocation/list.json') ?? '');
  expect(certificate).toMatchObject({
    provisional: true,
    margins: { missing: { protocols: 2, voters: 1110 }, state: 'open' },
  });
  expect(await firstDifference(unfinished)).toBeNull();
});

test('a release verifies without a pointer, and beside the pointer to a later one', async () => {
  const later = { ...JSON.parse(release.pointer), version: '1.10.0', manifest: '0'.repeat(64) };

  expect(await firstDifference({ ...release, pointer: JSON.stringify(later) })).toBeNull();
  expect(await firstDifference(sealed(release))).toBeNull();
});

test('a release that has been withdrawn is told, with who, when and why', async () => {
  const said = { by: 'Commission', at: '2024-03-21', reason: 'columns were swapped' };
  const latest = JSON.parse(release.pointer);
  const withdrawn = { ...latest, version: '1.0.9', withdrawn: [{ ...said, version: '1.0.0' }] };

  expect(await firstDifference({ ...release, pointer: JSON.stringify(withdrawn) })).toMatchObject({
    check: 'pointer',
    file: 'latest.json',
    at: '/withdrawn',
    found: 'withdrawn by Commission, 2024-03-21: columns were swapped',
  });
});

test.each<[string, Partial<Plurality>, string]>([
  ['voted on again', { tie: 'repeat-voting' }, 'repeat-voting'],
  ['left to a new election', { tie: 'repeat-voting', minimum: nearlyHalf }, 'repeat-election'],
])('a release verifies while the last seat is %s', async (_what, changes, status) => {
  const unsettled = await releaseOfCouncil({ type: 'plurality', tie: 'lots', seats: 2, ...changes });

  const { outcome } = JSON.parse(unsettled.files.get('allocation/council.json') ?? '');
  expect(outcome).toMatchObject({ status, seats: expect.arrayContaining([{ option: 'X', seats: 1 }]) });
  expect(await firstDifference(unsettled)).toBeNull();
});

describe('the first difference is named exactly:', () => {
  test.each([
    ['a file that is not there', { 'README.md': undefined }, 'files', 'README.md', '', 'no such file'],
    ['a byte more', { 'README.md': `${release.files.get('README.md')} ` }, 'files', 'README.md', '', null],
    ['a file that nobody names', { 'extra.csv': 'a\r\n' }, 'files', 'extra.csv', '', 'another'],
    [
      'a path that leads out',
      { SHA256SUMS: `${'0'.repeat(64)}  ../x\n` },
      'files',
      'SHA256SUMS',
      'line 1',
      null,
    ],
    ['no manifest', { 'manifest.json': undefined }, 'files', 'manifest.json', '', 'no such file'],
  ])('%s', async (_what, texts, check, file, at, found) => {
    const difference = await firstDifference(changed(release, texts));

    expect(difference).toMatchObject({ check, file, at, ...(found !== null && { found }) });
  });

  test('a pointer to another manifest', async () => {
    const pointer = JSON.stringify({ ...JSON.parse(release.pointer), manifest: '0'.repeat(64) });

    expect(await firstDifference({ ...release, pointer })).toEqual({
      check: 'pointer',
      file: 'latest.json',
      at: '/manifest',
      expected: `"${sha256(release.files.get('manifest.json') ?? '')}"`,
      found: `"${'0'.repeat(64)}"`,
    });
  });

  test.each([
    ['results.csv', 'st1,votes,A,400', 'st1,votes,A,401', 'totals.csv', 'row 5, column count', '851', '850'],
    [
      'totals.csv',
      'list,N,votes,B,550,3',
      'list,N,votes,B,551,3',
      'totals.csv',
      'row 13, column count',
      '550',
      '551',
    ],
    ['totals.csv', 'list,N,votes,B,550,3\r\n', '', 'totals.csv', '', null, 'none'],
    ['results.csv', 'st1,votes,A,400', 'st1,votes,Z,400', 'results.csv', 'row 5, column option', null, '"Z"'],
    [
      'results.csv',
      'st1,votes,A,400',
      'st1,votes,A,4e2',
      'results.csv',
      'row 5, column count',
      null,
      '"4e2"',
    ],
    ['results.csv', 'N1,st1,votes,A', 'S,st1,votes,A', 'results.csv', 'row 5, column station', null, '"st1"'],
    ['results.csv', 'st1,votes,B,', 'st1,votes,A,', 'results.csv', 'row 6, column option', null, '"A"'],
    [
      'seats.csv',
      'list,A,PA,List A,850,5',
      'list,A,PA,List A,850,6',
      'seats.csv',
      'row 2, column seats',
      '5',
      '6',
    ],
    [
      'completeness.csv',
      'list,N1,2,2',
      'list,N1,3,2',
      'completeness.csv',
      'row 4, column expected',
      '2',
      '3',
    ],
    ['areas.csv', 'N2,district,N', 'N2,district,N1', 'areas.csv', 'row 5, column parent', '"N"', '"N1"'],
    [
      'stations.csv',
      'st1,N1',
      'st1,N2',
      'results.csv',
      'row 2, column station',
      'a station that the register has in N1',
      '"st1"',
    ],
  ])('%s with %j made %j', async (file, before, after, where, at, expected, found) => {
    const difference = await firstDifference(withChange(file, before, after));

    expect(difference).toMatchObject({ file: where, at, found, ...(expected !== null && { expected }) });
  });

  test.each([
    ['a number of the inputs', '"votes": 850', '"votes": 851', '/inputs/options/0/votes', '850', '851'],
    [
      'a member that is not known',
      '"revision": 6,',
      '"revision": 6,\n  "__proto__": {},',
      '/__proto__',
      'nothing',
      'an object',
    ],
    [
      'a member that stands there twice',
      '"revision": 6,',
      '"revision": 7,\n  "revision": 6,',
      'line 4',
      null,
      null,
    ],
  ])('%s of a certificate', async (_what, before, after, at, expected, found) => {
    const difference = await firstDifference(withChange('allocation/list.json', before, after));

    expect(difference).toMatchObject({ check: 'certificates', file: 'allocation/list.json', at });
    if (expected !== null) expect(difference).toMatchObject({ expected, found });
  });

  test('a rule of the law that is not the one by which the seats were counted', async () => {
    const difference = await firstDifference(withChange('election.json', '"seats": 10', '"seats": 11'));

    expect(difference).toEqual({
      check: 'certificates',
      file: 'allocation/list.json',
      at: '/system/seats',
      expected: '11',
      found: '10',
    });
  });

  test.each([
    ['an entry that was left out', (lines: string[]) => lines.toSpliced(1, 1), 'line 2', 'number 2'],
    [
      'an entry that was changed',
      (lines: string[]) => lines.with(1, (lines[1] ?? '').replace('"bytes":100', '"bytes":101')),
      'line 3',
      'previous',
    ],
    ['the last entry cut off', (lines: string[]) => lines.slice(0, -1), 'line 5', 'the SHA-256'],
    ['a line that is no JSON', (lines: string[]) => lines.with(2, '{'), 'line 3', 'JSON'],
  ])('%s', async (_what, edit, at, expected) => {
    const lines = (release.files.get('ledger.ndjson') ?? '').trimEnd().split('\n');
    const text = `${edit(lines).join('\n')}\n`;

    const difference = await firstDifference(sealed(changed(release, { 'ledger.ndjson': text })));

    expect(difference).toMatchObject({ check: 'ledger', file: 'ledger.ndjson', at });
    expect(difference?.expected).toContain(expected);
  });
});

test('what rests on a broken file is unchecked, and does not hold', async () => {
  const verdicts = await verdictsOn(sealed(changed(release, { 'election.json': '{}' })));

  expect(Object.fromEntries(verdicts.map(({ check, status }) => [check, status]))).toEqual({
    files: 'holds',
    pointer: 'holds',
    chain: 'holds',
    index: 'holds',
    versions: 'holds',
    signature: 'open',
    log: 'open',
    ledger: 'holds',
    definition: 'differs',
    protocols: 'unchecked',
    totals: 'unchecked',
    completeness: 'unchecked',
    certificates: 'unchecked',
    seats: 'unchecked',
    tables: 'holds',
    nist: 'holds',
    parts: 'unchecked',
  });
});

/** The release with the first place of a text changed, and all hashes made to fit. */
function withChange(file: string, before: string, after: string): Release {
  const text = release.files.get(file) ?? '';
  if (!text.includes(before)) throw new RangeError(`${file} has no ${before}:\n${text}`);
  return sealed(changed(release, { [file]: text.replace(before, after) }));
}
