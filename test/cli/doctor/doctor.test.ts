import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { examine } from '../../../cli/doctor/examine.ts';
import type { Problem } from '../../../cli/doctor/problem.ts';
import { repair } from '../../../cli/doctor/repair.ts';
import { emptyState, type MemoryState, places } from '../../reliability/support/aws/memory.ts';
import { put } from '../../reliability/support/run/upload.ts';
import {
  election,
  late,
  ledgerOf,
  lived,
  lose,
  placesOf,
  problemsIn,
  process,
  repaired,
  uploads,
} from './support.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const folder = `elections/${election}`;

test('finds nothing in the life of an upload, from the first file to the withdrawal', async () => {
  const state = emptyState();

  for (const one of uploads) {
    await process(state, one);

    expect(await problemsIn(state)).toEqual([]);
  }
});

test.each<[string, (state: MemoryState) => unknown, Problem['code'][]]>([
  [
    'a report that is missing',
    (state) => lose(state, 'reports/xx-2024/results/list/north.csv/u5/report.json'),
    ['report-missing'],
  ],
  ['a pointer that is missing', (state) => lose(state, `${folder}/latest.json`), ['pointer-behind']],
  [
    'a list of versions that is missing',
    (state) => lose(state, `${folder}/versions.json`),
    ['pointer-behind'],
  ],
  ['an index that is missing', (state) => lose(state, `${folder}/index.json`), ['pointer-behind']],
  [
    'an index of all elections that is missing',
    (state) => lose(state, 'elections/index.json'),
    ['pointer-behind'],
  ],
  ['a head of the log that is missing', (state) => lose(state, `${folder}/log/checkpoint`), ['log-behind']],
  ['an upload that nobody has heard of', (state) => put(state, late), ['upload-unprocessed']],
  [
    'a correction that nobody has heard of',
    (state) => put(state, { ...late, key: 'uploads/xx-2024/results/list/north.csv' }),
    ['upload-unprocessed'],
  ],
  ['a release that is unfinished', (state) => crash(state, 'published'), ['release-unfinished']],
  ['a release that was never begun', (state) => crash(state, 'publishing'), ['release-due']],
])('repairs %s, and finds nothing after', async (_, harm, codes) => {
  const state = await lived(5);
  await harm(state);
  const before = await problemsIn(state);

  await repaired(state, before);

  expect(before.map(({ code }) => code)).toEqual(codes);
  expect(before.every((problem) => problem.repair !== null)).toBe(true);
  expect(await problemsIn(state)).toEqual([]);
});

test.each<[string, (state: MemoryState) => void, Partial<Problem>]>([
  [
    'an entry that is missing',
    (state) => void state.items.get(election)?.delete('LEDGER#0000000002'),
    { code: 'ledger-broken' },
  ],
  [
    'a batch without its header',
    (state) => forget(state, (pk, sk) => sk === 'HEADER' && pk.startsWith(`${election}#`)),
    { code: 'batch-missing' },
  ],
  [
    'a record that is missing',
    (state) => forget(state, (_, sk) => sk === 'list#st1'),
    { code: 'batch-differs' },
  ],
  [
    'totals that are missing',
    (state) => forget(state, (_, sk) => sk.startsWith('TOTALS#')),
    { code: 'batch-differs' },
  ],
  [
    'a roll that is missing',
    (state) => forget(state, (_, sk) => sk.startsWith('ROLL#')),
    { code: 'batch-differs' },
  ],
  [
    'a roll of other stations',
    (state) => amend(state, 'ROLL#000000', () => ({ B: gzipSync(otherRoll) })),
    { code: 'batch-differs', what: 'has a roll that names other stations' },
  ],
  [
    'a header that tells other voters',
    (state) =>
      amend(state, 'HEADER', ({ S = '' }) => ({ S: S.replace('"voters":"1800"', '"voters":"1801"') })),
    { code: 'batch-differs', what: 'has other voters in area N1 than its header says' },
  ],
  [
    'a file of a release that is missing',
    (state) => lose(state, `${folder}/1.0.0/results.csv`),
    { code: 'release-damaged', what: 'is not there' },
  ],
  [
    'checksums that are missing',
    (state) => lose(state, `${folder}/1.0.0/SHA256SUMS`),
    { code: 'release-damaged' },
  ],
  [
    'a manifest that is missing',
    (state) => lose(state, `${folder}/1.0.0/manifest.json`),
    { code: 'release-damaged' },
  ],
  [
    'a file that was taken in and deleted',
    (state) => lose(state, 'uploads/xx-2024/election.json'),
    { code: 'upload-gone' },
  ],
])('tells of %s, which it cannot repair', async (_, harm, problem) => {
  const state = await lived(5);
  harm(state);

  const problems = await problemsIn(state);

  expect(problems[0]).toMatchObject({ ...problem, repair: null });
});

test('tells a table that is older than what is published, and starts nothing on it', async () => {
  const [earlier, later] = [await lived(3), await lived(5)];
  const restored = { ...later, items: earlier.items };

  const problems = await problemsIn(restored);

  expect(problems.map(({ code, where, repair: by }) => [code, where, by === null])).toEqual(
    expect.arrayContaining([
      ['release-unknown', `${folder}/1.0.1/`, true],
      ['pointer-ahead', `${folder}/latest.json`, true],
    ]),
  );
  const start = vi.fn();
  expect(await repair(problems, { start, bucket: places.intakeBucket, attempt: '1' })).toEqual([]);
  expect(start).not.toHaveBeenCalled();
});

test('takes for no problem what a release has moved while it looked', async () => {
  const there = placesOf(await lived(5));
  const before = await ledgerOf(await lived(3));
  const read = vi.fn(there.store.ledger.read).mockResolvedValueOnce(before);
  const codes: string[] = [];

  const store = { ...there.store, ledger: { ...there.store.ledger, read } };
  for await (const { code } of examine({ ...there, store }, election)) codes.push(code);

  // Which the ledger has by now, and which starting the pipeline on does no harm.
  expect([...new Set(codes)]).toEqual(['upload-unprocessed']);
});

// As many stations in each area as there are, one of them another.
const otherRoll = '["N1",0,"st1",2,"9"]\n["N2",0,"st3"]\n["S",0,"st4"]\n';

interface Doc {
  readonly S?: string;
  readonly B?: Uint8Array;
}

/** Changes what the items of that sort key hold. */
function amend({ items }: MemoryState, sk: string, change: (doc: Doc) => { S: string } | { B: Uint8Array }) {
  let changed = 0;
  for (const partition of items.values()) {
    const item = partition.get(sk);
    if (item?.doc === undefined) continue;
    const doc = change(item.doc);
    if ('S' in doc && doc.S === item.doc.S) continue;
    partition.set(sk, { ...item, doc });
    changed += 1;
  }
  if (changed === 0) throw new Error(`there is no ${sk} to change`);
}

function forget({ items }: MemoryState, which: (pk: string, sk: string) => boolean): void {
  const found = [...items].flatMap(([pk, partition]) =>
    [...partition.keys()].filter((sk) => which(pk, sk) && partition.delete(sk)),
  );
  if (found.length === 0) throw new Error('there is no such item');
}

/** Leaves what a publisher does that dies before it writes the last entry of that type: nothing is published of it. */
async function crash(state: MemoryState, type: 'publishing' | 'published'): Promise<void> {
  const before = (await lived(4)).buckets.get(places.publicationBucket);
  if (before) state.buckets.set(places.publicationBucket, before);
  const partition = state.items.get(election) ?? new Map();
  const keys = [...partition.keys()].sort();
  const from = keys.findLastIndex((sk) =>
    JSON.stringify(partition.get(sk)).includes(`\\"type\\":\\"${type}\\"`),
  );
  if (from < 0) throw new Error(`there is no entry ${type}`);
  for (const key of keys.slice(from)) partition.delete(key);
}
