import { expect, test } from 'vitest';
import { tables } from '../../functions/model/generated/tables.ts';
import { columnsFingerprint } from '../../functions/publish/versions.ts';
import { anElection, councilContest, listContest } from '../support/builders.ts';
import {
  aFullElection,
  aProtocol,
  candidates,
  north,
  register,
  type Setting,
  south,
  turnout,
} from './setting.ts';

const header = 'contest,area,station,field,before,after,upload,reason';

async function released(): Promise<Setting> {
  const setting = await aFullElection();
  await setting.release();
  return setting;
}

/** The version after another upload, and its changes without the header. */
async function next(setting: Setting): Promise<{ version: string; changes: string[] }> {
  const result = await setting.release();
  const version = 'version' in result ? result.version : '';
  const [first, ...changes] = setting.read(`${version}/changes.csv`).trimEnd().split('\r\n');
  expect(first).toBe(header);
  return { version, changes };
}

test('a corrected value is a patch, and the changes name that one value', async () => {
  const setting = await released();
  const corrected = aProtocol('S', 'st4', {
    registered: 500,
    cast: 250,
    invalid: 5,
    A: 150,
    B: 61,
    C: 25,
    'against-all': 10,
  });
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: [corrected] });

  expect(await next(setting)).toEqual({
    version: '1.0.1',
    changes: ['list,S,st4,votes:B,60,61,results/list/south.csv,'],
  });
  expect(setting.read('1.0.0/results.csv')).toContain('list,S,st4,votes,B,60,');
});

test('a value that is withdrawn is a patch', async () => {
  const setting = await released();
  const less = aProtocol('S', 'st4', {
    registered: 500,
    invalid: 5,
    A: 150,
    B: 60,
    C: 25,
    'against-all': 10,
  });
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: [less] });

  const { version, changes } = await next(setting);

  expect(version).toBe('1.0.1');
  expect(changes).toEqual([
    'list,S,st4,cast,250,,results/list/south.csv,',
    'list,S,st4,source:cast,S1,,results/list/south.csv,',
  ]);
});

test('a new file is a minor version and one row with its records', async () => {
  const setting = await released();
  await setting.accept('turnout/night.csv', { kind: 'turnout', turnout: turnout.slice(0, 1) });

  expect(await next(setting)).toEqual({ version: '1.1.0', changes: [',,,records,,1,turnout/night.csv,'] });
});

test('a field that a corrected file did not have is a minor version', async () => {
  const setting = await released();
  const more = aProtocol('S', 'st4', {
    registered: 500,
    issued: 260,
    cast: 250,
    invalid: 5,
    A: 150,
    B: 60,
    C: 25,
    'against-all': 10,
  });
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: [more] });

  const { version, changes } = await next(setting);

  expect(version).toBe('1.1.0');
  expect(changes).toEqual([
    'list,S,st4,issued,,260,results/list/south.csv,',
    'list,S,st4,source:issued,,S1,results/list/south.csv,',
  ]);
});

test('a status is a patch, also the first one', async () => {
  const setting = await released();
  await setting.setStatus({ status: 'complete', by: 'Commission', at: '2024-03-15', reason: 'all in' });

  expect(await next(setting)).toEqual({
    version: '1.0.1',
    changes: [
      ',,,status,,complete,status.json,all in',
      ',,,status:by,,Commission,status.json,all in',
      ',,,status:at,,2024-03-15,status.json,all in',
      ',,,status:reason,,all in,status.json,all in',
    ],
  });
});

test('the same status for another reason is a change that is named', async () => {
  const setting = await released();
  const status = { status: 'complete', by: 'Commission', at: '2024-03-15', reason: 'all in' } as const;
  await setting.setStatus(status);
  await setting.release();
  await setting.setStatus({ ...status, reason: 'Decision 7' });

  expect((await next(setting)).changes).toEqual([
    ',,,status:reason,all in,Decision 7,status.json,Decision 7',
  ]);
});

test('changed columns are a major version', async () => {
  const setting = await aFullElection();
  const body = { version: '3.4.5', revision: 1 };
  await setting.enter({ type: 'publishing', ...body, codeVersion: '0.0.1' });
  await setting.enter({ type: 'published', ...body, manifest: '1'.repeat(64), columns: '2'.repeat(64) });

  expect((await next(setting)).version).toBe('4.0.0');
});

test('registers, lists, snapshots and the definition are compared too', async () => {
  const setting = await released();
  await setting.accept('stations/all.csv', {
    kind: 'stations',
    stations: register.map((one) => (one.station === 'st1' ? { ...one, registered: 1001 } : one)),
  });
  await setting.accept('candidates/lists.csv', {
    kind: 'candidates',
    candidates: candidates.map((one) => (one.order === 3 ? { ...one, woman: true } : one)),
  });
  await setting.accept('turnout/day.csv', {
    kind: 'turnout',
    turnout: turnout.map((one) => ({ ...one, percent: one.percent === '31.03' ? '31.04' : one.percent })),
  });
  await setting.accept('election.json', {
    kind: 'definition',
    definition: anElection({
      date: '2024-03-11',
      contests: [listContest(), councilContest({ name: { en: 'Seat of the council' } })],
    }),
  });

  const { version, changes } = await next(setting);

  expect(version).toBe('1.0.1');
  expect(changes.toSpliced(1, 2)).toEqual([
    'list,,,woman:A:3,false,true,candidates/lists.csv,',
    ',N1,st1,registered,1000,1001,stations/all.csv,',
    ',XX,,percent:2024-03-10T10:00+06:00,31.03,31.04,turnout/day.csv,',
  ]);
  expect(changes[1]).toBe(',,,date,2024-03-10,2024-03-11,election.json,');
  expect(changes[2]).toMatch(/^,,,contests,sha256:[0-9a-f]{64},sha256:[0-9a-f]{64},election\.json,$/);
});

test('the same content again makes no release', async () => {
  const setting = await released();
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south });

  expect(await setting.release()).toMatchObject({ outcome: 'covered', version: '1.0.0' });
});

test('stations that a corrected file no longer has are listed as gone', async () => {
  const setting = await released();
  await setting.accept('results/list/north.csv', { kind: 'results', protocols: north.slice(0, 2) });

  const { version, changes } = await next(setting);

  expect(version).toBe('1.0.1');
  expect(changes).toContain('list,N2,st3,votes:B,150,,results/list/north.csv,');
  expect(changes.every((line) => line.startsWith('list,N2,st3,'))).toBe(true);
});

test('the fingerprint of the columns tells names, types and order apart, and nothing else', () => {
  const [first, ...rest] = tables.out.areas.fields;
  const areas = (fields: readonly { name: string; type: string; description?: string }[]) =>
    columnsFingerprint({ ...tables.out, areas: { fields } });

  expect(areas([{ ...first, description: 'other words' }, ...rest])).toBe(columnsFingerprint());
  expect(areas([{ ...first, type: 'integer' }, ...rest])).not.toBe(columnsFingerprint());
  expect(areas([...rest, first])).not.toBe(columnsFingerprint());
});
