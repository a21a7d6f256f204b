import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Rejected } from '../../../functions/model/ledger.ts';
import { anElection, areaId, contestId, listContest } from '../../support/builders.ts';
import { memoryStore } from '../../support/memory-store.ts';
import {
  aFullElection,
  aProtocol,
  aSetting,
  election,
  north,
  register,
  type Setting,
  south,
} from '../setting.ts';

test('counts corrected protocols: other numbers in a later version, not new ones and not the same again', async () => {
  const setting = await aFullElection();
  const [st2, st1] = north;
  if (!st2 || !st1) throw new Error('two stations are needed');
  const corrected = aProtocol('N1', 'st2', { registered: 800, cast: 501, A: 201, B: 200, C: 60 });
  await setting.accept('results/list/north.csv', { kind: 'results', protocols: [corrected, st1] });

  const rows = await completeness(setting);

  expect(pick(rows, 'corrected')).toEqual({ XX: '1', N: '1', N1: '1', N2: '0', S: '0' });
});

test('counts a protocol once, however often it is corrected, also when it is back at the first numbers', async () => {
  const setting = aSetting();
  const version = (votes: number) => [aProtocol('S', 'st4', { A: votes, B: 1, C: 1 })];
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  for (const votes of [5, 6, 5])
    await setting.accept('results/list/s.csv', { kind: 'results', protocols: version(votes) });

  expect(pick(await completeness(setting), 'corrected')).toMatchObject({ XX: '1', S: '1' });
});

test('says when the first and the last file with protocols of an area came in', async () => {
  const setting = await aFullElection();
  const rows = await completeness(setting);

  expect(pick(rows, 'first')).toMatchObject({ XX: minute(4), N: minute(4), S: minute(6) });
  expect(pick(rows, 'last')).toMatchObject({ XX: minute(6), N: minute(4), S: minute(6) });
});

test('shows what was rejected, with its codes, by area and up the tree', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  await setting.accept('stations/all.csv', { kind: 'stations', stations: register });
  await setting.enter(
    rejection('results/list/north.csv', ['count-not-whole', 'votes-too-many'], { N1: 2, N2: 1 }),
  );
  await setting.enter(rejection('results/list/north-2.csv', ['count-not-whole'], { N1: 1 }));
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south });

  const rows = await completeness(setting);

  expect(pick(rows, 'rejected')).toEqual({ XX: '4', N: '4', N1: '3', N2: '1', S: '0' });
  expect(pick(rows, 'codes')).toMatchObject({ N1: 'count-not-whole;votes-too-many', S: '' });
  expect(pick(rows, 'missing')).toEqual({ XX: '3', N: '3', N1: '2', N2: '1', S: '0' });
  expect(summaryOf(setting)).toEqual({
    missing: 3,
    rejected: 4,
    codes: ['count-not-whole', 'votes-too-many'],
    corrected: 0,
    first: minute(8),
    last: minute(8),
  });
});

test('shows the codes of a file that could not be read at the area of the contest', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  await setting.enter(rejection('results/list/north.csv', ['file-undecodable'], {}));
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south });

  const rows = await completeness(setting);

  expect(pick(rows, 'codes')).toEqual({ XX: 'file-undecodable', S: '' });
  expect(pick(rows, 'rejected')).toEqual({ XX: '0', S: '0' });
});

test('a rejection alone makes no release; the next release shows it, in the ledger too', async () => {
  const setting = await aFullElection();
  await setting.release();
  await setting.enter(rejection('results/list/north.csv', ['count-not-whole'], { N1: 2 }));

  expect(await setting.release()).toMatchObject({ outcome: 'covered', version: '1.0.0' });

  await setting.setStatus({ status: 'complete', by: 'Commission', at: '2024-03-12', reason: 'all in' });
  expect(await setting.release()).toMatchObject({ outcome: 'published', version: '1.0.1' });
  expect(setting.read('1.0.1/ledger.ndjson')).toContain('"type":"rejected"');
  expect(pick(parsed(setting, '1.0.1'), 'rejected')).toMatchObject({ N1: '2' });
  expect(pick(parsed(setting, '1.0.1'), 'reported')).toMatchObject({ N1: '2' });
});

test('a rejection is over when a later version is accepted', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  await setting.enter(rejection('results/list/south.csv', ['count-not-whole'], { S: 1 }, '00'));
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south });

  expect(pick(await completeness(setting), 'rejected')).toEqual({ XX: '0', S: '0' });
});

test('the summary lists rejected files of every kind, by name, until a later version is accepted', async () => {
  const setting = aSetting();
  const roll = { ...rejection('stations/all.csv', ['row-cells'], {}), contest: null, errors: 4 } as const;
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  await setting.enter({ ...roll, kind: 'turnout', file: 'turnout/day.csv' });
  await setting.enter({ ...roll, kind: 'stations' });
  await setting.enter(rejection('results/list/north.csv', ['count-not-whole'], { N1: 2, N2: 1 }));
  await setting.enter({ ...roll, kind: 'stations', file: 'stations/more.csv', sequencer: '00' });
  await setting.accept('stations/more.csv', { kind: 'stations', stations: register });
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south });

  await setting.release();

  const { rejected } = JSON.parse(setting.read('1.0.0/summary.json'));
  const codes = ['row-cells'];
  expect(rejected).toEqual([
    {
      file: 'results/list/north.csv',
      kind: 'results',
      contest: 'list',
      codes: ['count-not-whole'],
      errors: 1,
      protocols: 3,
      at: minute(6),
    },
    {
      file: 'stations/all.csv',
      kind: 'stations',
      contest: null,
      codes,
      errors: 4,
      protocols: 0,
      at: minute(4),
    },
    {
      file: 'turnout/day.csv',
      kind: 'turnout',
      contest: null,
      codes,
      errors: 4,
      protocols: 0,
      at: minute(2),
    },
  ]);
});

test('works without a register: the definition states how many stations an area has', async () => {
  const areas = anElection().areas.map((area) => ({ ...area, stations: area.id === 'S' ? 3 : 0 }));
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection({ areas }) });
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south });

  const rows = await completeness(setting);

  expect(pick(rows, 'expected')).toMatchObject({ XX: '3', S: '3' });
  expect(pick(rows, 'missing')).toMatchObject({ XX: '2', S: '2' });
});

test('does not know what is missing where nobody has said how many are expected', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south });

  expect(pick(await completeness(setting), 'missing')).toEqual({ XX: '', S: '' });
  expect(summaryOf(setting)).toMatchObject({ missing: null });
});

test('a former batch that is lost stops the release with what to do', async () => {
  const store = memoryStore();
  const setting = aSetting(store);
  const contests = [listContest({ area: areaId('S') })];
  await setting.accept('election.json', { kind: 'definition', definition: anElection({ contests }) });
  await setting.accept('results/list/s.csv', { kind: 'results', protocols: south });
  const former = (await store.ledger.read(election)).at(-1);
  await setting.accept('results/list/s.csv', {
    kind: 'results',
    protocols: [aProtocol('S', 'st4', { A: 1, B: 1, C: 1 })],
  });
  const { header } = store.batches;
  store.batches.header = async (election, batch) =>
    former?.type === 'accepted' && batch === former.batch ? null : header(election, batch);

  await expect(setting.release()).rejects.toMatchObject({ code: 'batch-missing' });
});

function rejection(
  file: string,
  codes: readonly string[],
  areas: Readonly<Record<string, number>>,
  sequencer = '02',
): Rejected {
  return {
    type: 'rejected',
    file,
    versionId: 'v',
    sha256: '0'.repeat(64),
    bytes: 1,
    sequencer,
    kind: 'results',
    contest: contestId('list'),
    codes,
    errors: codes.length,
    areas: Object.entries(areas).map(([area, protocols]) => ({ area: areaId(area), protocols })),
  };
}

async function completeness(setting: Setting): Promise<Record<string, string>[]> {
  await setting.release();
  return parsed(setting, '1.0.0');
}

function parsed(setting: Setting, version: string): Record<string, string>[] {
  const text = setting.read(`${version}/completeness.csv`);
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.filter(({ contest }) => contest === 'list');
}

/** A column by area. */
function pick(rows: readonly Record<string, string>[], column: string): Record<string, string | undefined> {
  return Object.fromEntries(rows.map((row) => [row.area, row[column]]));
}

function summaryOf(setting: Setting): unknown {
  return JSON.parse(setting.read('1.0.0/summary.json')).contests[0].completeness;
}

/** So many minutes after the first entry of a setting; there are two between entries. */
function minute(minutes: number): string {
  return new Date(Date.UTC(2024, 2, 11, 0, minutes)).toISOString();
}
