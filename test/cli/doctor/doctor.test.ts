import { expect, test, vi } from 'vitest';
import { examine } from '../../../cli/doctor/examine.ts';
import type { Problem } from '../../../cli/doctor/problem.ts';
import { recover } from '../../../cli/doctor/recover.ts';
import { repair } from '../../../cli/doctor/repair.ts';
import type { Entry } from '../../../functions/model/ledger.ts';
import { foldLedger } from '../../../functions/model/state.ts';
import { storeOf } from '../../../functions/store/open.ts';
import { definitionOf } from '../../infra/support/reading.ts';
import { templateWith } from '../../infra/support/templates.ts';
import {
  copyState,
  emptyState,
  type MemoryState,
  memoryClients,
  partsOf,
  places,
} from '../../reliability/support/aws/memory.ts';
import { lambdas } from '../../reliability/support/run/lambda.ts';
import { execute } from '../../reliability/support/run/machine.ts';
import { eventOf, put, type Upload, upload } from '../../reliability/support/run/upload.ts';
import { life } from '../../reliability/support/sweep/scenarios.ts';
import { electionId } from '../../support/builders.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const election = electionId('xx-2024');
const machine = definitionOf(templateWith());
const uploads = life.steps.flatMap((step) => step.uploads);
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

test.each([1, 2, 3, 4, 5, 6])(
  'brings a table of after upload %i back to what was published and uploaded since',
  async (moment) => {
    const whole = await lived(uploads.length);
    const restored = { ...copyState(whole), items: (await lived(moment)).items };

    await recover(placesOf(restored), election);
    for (let round = 0; round < 3; round++) await repaired(restored, await problemsIn(restored));

    expect(await problemsIn(restored)).toEqual([]);
    expect(contentOf(await ledgerOf(restored))).toEqual(contentOf(await ledgerOf(whole)));
    expect(releasesIn(restored)).toEqual(releasesIn(whole));
  },
);

test('makes again every entry as it was, with batches, allocations and reports', async () => {
  const whole = await lived(5);
  const restored = { ...copyState(whole), items: (await lived(2)).items };

  const entries = await recover(placesOf(restored), election);

  const [before, after] = [await ledgerOf(whole), await ledgerOf(restored)];
  expect(entries).toBe(before.length - 1 - 2);
  expect(after).toEqual(before.slice(0, -1));
});

test('refuses to recover a ledger that has gone on otherwise, and one whose uploads are gone', async () => {
  const whole = await lived(5);
  const parted = { ...copyState(whole), items: (await lived(2)).items };
  await process(parted, upload(9, 'uploads/xx-2024/results/list/bad.csv', 'no,table\n'));
  const gone = { ...copyState(whole), items: (await lived(2)).items };
  lose(gone, 'uploads/xx-2024/results/list/north.csv');

  await expect(recover(placesOf(parted), election)).rejects.toThrow('another than release 1.0.1 shows');
  await expect(recover(placesOf(gone), election)).rejects.toThrow('no longer in the bucket');
});

const late = upload(
  9,
  'uploads/xx-2024/results/list/south.csv',
  'station,registered,cast,invalid,A,B,C,against-all\nst4,500,250,5,150,60,25,10\n',
);

/** The state after the first `steps` uploads of the life. */
async function lived(steps: number): Promise<MemoryState> {
  const state = known.get(steps) ?? emptyState();
  if (!known.has(steps)) for (const one of uploads.slice(0, steps)) await process(state, one);
  known.set(steps, state);
  return copyState(state);
}

const known = new Map<number, MemoryState>();

async function process(state: MemoryState, one: Upload): Promise<void> {
  put(state, one);
  await run(state, eventOf(one));
}

/** One execution, to its end. */
async function run(state: MemoryState, event: object): Promise<void> {
  let now = Date.UTC(2024, 2, 11);
  const task = lambdas({
    clients: () => memoryClients(() => state),
    now: () => new Date(now).toISOString(),
    strike: async () => null,
    later: () => undefined,
  });
  const { failed } = await execute(machine, event, task, async (milliseconds) => {
    now += milliseconds;
  });
  expect(failed).toBeNull();
}

function placesOf(state: MemoryState) {
  const parts = partsOf(memoryClients(() => state));
  const bucket = (name: string) => ({ client: parts.s3, name });
  return {
    store: storeOf(parts),
    intake: bucket(places.intakeBucket),
    publication: bucket(places.publicationBucket),
  };
}

async function problemsIn(state: MemoryState): Promise<Problem[]> {
  const problems: Problem[] = [];
  for await (const one of examine(placesOf(state), election)) problems.push(one);
  return problems;
}

function ledgerOf(state: MemoryState): Promise<Entry[]> {
  return placesOf(state).store.ledger.read(election);
}

/** What is in force, and what is published, whatever the numbers of the entries. */
function contentOf(ledger: readonly Entry[]) {
  const { files, status, releases, unfinished } = foldLedger(ledger);
  return {
    files: [...files.values()].map(({ file, versionId, batch }) => [file, versionId, batch]),
    status: status?.status,
    releases: releases.map(({ version, revision, manifest }) => [version, revision, manifest]),
    unfinished,
  };
}

/** Every file of every release, by key. */
function releasesIn({ buckets }: MemoryState): Map<string, unknown> {
  const objects = buckets.get(places.publicationBucket) ?? new Map();
  return new Map([...objects].filter(([key]) => /\/\d+\.\d+\.\d+\//.test(key)));
}

async function repaired(state: MemoryState, problems: readonly Problem[]): Promise<void> {
  const start = async (_: string, event: object) => {
    await run(state, event);
    return 'started' as const;
  };
  await repair(problems, { start, bucket: places.intakeBucket, attempt: '1' });
}

function lose({ buckets }: MemoryState, key: string): void {
  const there = [...buckets.values()].filter((objects) => objects.delete(key));
  if (there.length === 0) throw new Error(`there is no ${key}`);
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
