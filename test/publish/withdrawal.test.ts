import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import schema from '../../schemas/versions.schema.json' with { type: 'json' };
import { aFullElection, aProtocol, type Setting } from './setting.ts';

const certified = { status: 'certified', by: 'Commission', at: '2024-03-20', reason: 'Decision 12' } as const;
const misprint = { version: '1.0.1', by: 'Commission', at: '2024-03-21', reason: 'columns were swapped' };

test('every release is listed, the newest first, with its status and who set it', async () => {
  const setting = await threeReleases();

  const versions = listed(setting);

  expect(new Ajv2020({ strict: false }).validate(schema, versions)).toBe(true);
  expect(versions.latest).toBe('1.0.2');
  expect(versions.releases).toMatchObject([
    { version: '1.0.2', previous: '1.0.1', status: certified, withdrawn: false },
    { version: '1.0.1', previous: '1.0.0', status: { status: 'partial', by: null }, withdrawn: false },
    { version: '1.0.0', previous: null, status: { status: 'partial', by: null }, withdrawn: false },
  ]);
});

test('a withdrawn release stays, marked with who, when and why, and makes no new release', async () => {
  const setting = await threeReleases();
  const before = setting.store.files();
  await setting.setStatus({ ...certified, withdrawn: [misprint] });

  const result = await setting.release();

  expect(result).toMatchObject({ outcome: 'covered', version: '1.0.2' });
  expect(changedFiles(before, setting.store.files())).toEqual([
    'elections/xx-2024/latest.json',
    'elections/xx-2024/versions.json',
  ]);
  expect(listed(setting).releases[1]).toMatchObject({
    version: '1.0.1',
    withdrawn: true,
    status: { status: 'withdrawn', by: 'Commission', at: '2024-03-21', reason: 'columns were swapped' },
  });
  expect(latestOf(setting)).toMatchObject({ version: '1.0.2', status: 'certified', withdrawn: [misprint] });
});

test('when the newest is withdrawn, latest.json and the catalog go back to the newest that stands', async () => {
  const setting = await threeReleases();
  const newest = { ...misprint, version: '1.0.2' };
  await setting.setStatus({ ...certified, withdrawn: [misprint, newest] });

  await setting.release();

  expect(latestOf(setting)).toMatchObject({ version: '1.0.0', status: 'partial' });
  expect(catalogOf(setting)).toMatchObject([{ version: '1.0.0', path: 'elections/xx-2024/1.0.0/' }]);
});

test('a correction after the withdrawal is the latest again, and follows the withdrawn release', async () => {
  const setting = await threeReleases();
  await setting.setStatus({ ...certified, withdrawn: [misprint, { ...misprint, version: '1.0.2' }] });
  await setting.release();
  await correct(setting, 62);

  await setting.release();

  expect(latestOf(setting)).toMatchObject({ version: '1.0.3', status: 'certified' });
  expect(listed(setting).releases[0]).toMatchObject({
    version: '1.0.3',
    previous: '1.0.2',
    withdrawn: false,
  });
});

test('when all are withdrawn, the newest is shown as withdrawn', async () => {
  const setting = await aFullElection();
  await setting.release();
  await setting.setStatus({
    ...certified,
    status: 'partial',
    withdrawn: [{ ...misprint, version: '1.0.0' }],
  });

  expect(await setting.release()).toMatchObject({ outcome: 'covered', version: '1.0.0' });
  expect(latestOf(setting)).toMatchObject({ version: '1.0.0', status: 'withdrawn' });
  expect(catalogOf(setting)).toMatchObject([{ version: '1.0.0', status: 'withdrawn' }]);
});

test('a withdrawal that was a mistake is taken back by the next status file', async () => {
  const setting = await threeReleases();
  await setting.setStatus({ ...certified, withdrawn: [{ ...misprint, version: '1.0.2' }] });
  await setting.release();
  await setting.setStatus(certified);

  expect(await setting.release()).toMatchObject({ outcome: 'covered', version: '1.0.2' });
  expect(latestOf(setting)).toMatchObject({ version: '1.0.2', withdrawn: [] });
});

test('a status that is new is a release, whatever it withdraws besides', async () => {
  const setting = await threeReleases();
  await setting.setStatus({ ...certified, status: 'corrected', withdrawn: [misprint] });

  expect(await setting.release()).toMatchObject({ outcome: 'published', version: '1.0.3' });
  expect(setting.read('1.0.3/changes.csv')).toContain(',,,status,certified,corrected,status.json');
});

test('whoever comes after a publisher that died before the pointer moved lists and moves', async () => {
  const setting = await threeReleases();
  await setting.setStatus({ ...certified, withdrawn: [{ ...misprint, version: '1.0.2' }] });
  setting.store.failNext('releases.writeVersions');
  await expect(setting.release()).rejects.toThrow('the connection was lost');

  await setting.release();

  expect(latestOf(setting)).toMatchObject({ version: '1.0.1' });
  expect(listed(setting).latest).toBe('1.0.1');
});

/** 1.0.0, a correction 1.0.1, and the certified 1.0.2. */
async function threeReleases(): Promise<Setting> {
  const setting = await aFullElection();
  await setting.release();
  await correct(setting, 61);
  await setting.release();
  await setting.setStatus(certified);
  await setting.release();
  return setting;
}

async function correct(setting: Setting, B: number): Promise<void> {
  const numbers = { registered: 500, cast: 250, invalid: 5, A: 150, B, C: 25, 'against-all': 10 };
  const protocols = [aProtocol('S', 'st4', numbers)];
  await setting.accept('results/list/south.csv', { kind: 'results', protocols });
}

function listed(setting: Setting) {
  return JSON.parse(setting.read('versions.json'));
}

function latestOf(setting: Setting) {
  return JSON.parse(setting.read('latest.json'));
}

function catalogOf(setting: Setting) {
  return JSON.parse(new TextDecoder().decode(setting.store.files().get('catalog.json'))).elections;
}

function changedFiles(before: Map<string, Uint8Array>, after: Map<string, Uint8Array>): string[] {
  return [...after]
    .filter(([key, bytes]) => Buffer.compare(bytes, before.get(key) ?? new Uint8Array()) !== 0)
    .map(([key]) => key)
    .sort();
}
