import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { anElection } from '../support/builders.ts';
import { aFullElection, aSetting, type Setting } from './setting.ts';

test('publishes every file of a release, the pointer and the catalog', async () => {
  const setting = await aFullElection();

  const result = await setting.release();

  expect(result).toMatchObject({ outcome: 'published', election: 'xx-2024', version: '1.0.0' });
  expect([...setting.store.files().keys()].sort()).toEqual([
    'catalog.json',
    'catalog.jsonld',
    'elections/index.json',
    ...[
      'CHANGELOG.md',
      'CITATION.cff',
      'README.kk.md',
      'README.md',
      'README.ru.md',
      'SHA256SUMS',
      'SHA256SUMS.minisig',
      'allocation/council.json',
      'allocation/list.en.md',
      'allocation/list.json',
      'allocation/list.kk.md',
      'allocation/list.ru.md',
      'areas.csv',
      'areas.json',
      'areas/N.json',
      'areas/N1.json',
      'areas/N2.json',
      'areas/S.json',
      'areas/XX.json',
      'candidates.csv',
      'changes.csv',
      'completeness.csv',
      'croissant.jsonld',
      'csv-metadata.json',
      'datapackage.json',
      'dcat.jsonld',
      'elected.csv',
      'election.json',
      'findings.csv',
      'index.json',
      'indicators.csv',
      'ledger.ndjson',
      'manifest.json',
      'measures.json',
      'nist-1500-100.json',
      'openapi.json',
      'results.csv',
      'results.csv.gz',
      'results.json',
      'results.ndjson',
      'results.parquet',
      'results.parts.json',
      'results.xlsx',
      'seats.csv',
      'stations.csv',
      'stations.parquet',
      'summary.json',
      'totals.csv',
      'totals.parquet',
      'turnout.csv',
    ].map((path) => `elections/xx-2024/1.0.0/${path}`),
    'elections/xx-2024/index.html',
    'elections/xx-2024/index.json',
    'elections/xx-2024/index.kk.html',
    'elections/xx-2024/index.ru.html',
    'elections/xx-2024/latest.json',
    ...['checkpoint', 'checkpoints/1.0.0', 'tile/0/000.p/5', 'tile/entries/000.p/5'].map(
      (path) => `elections/xx-2024/log/${path}`,
    ),
    'elections/xx-2024/versions.json',
    'feed.json',
    'feed.xml',
    'index.html',
    'index.kk.html',
    'index.ru.html',
    expect.stringMatching(/^keys\/[0-9A-F]{16}\.pub$/),
    'minisign.pub',
    'openapi.json',
  ]);
});

test('leaves out the tables whose uploads are not in', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  await setting.accept('turnout/day.csv', { kind: 'turnout', turnout: [] });

  await setting.release();

  const paths = [...setting.store.files().keys()].join('\n');
  expect(paths).not.toMatch(/stations\.csv|candidates\.csv/);
  expect(paths).toMatch(/turnout\.csv/);
  expect(setting.read('1.0.0/README.md')).toContain('No votes of these contests have been published');
  expect(JSON.parse(setting.read('1.0.0/summary.json')).notPublished).toEqual(['list', 'council']);
});

test('publishes nothing before results or turnout are in', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });

  expect(await setting.release()).toEqual({ outcome: 'nothing-yet', election: 'xx-2024' });
  expect(setting.store.files().size).toBe(0);
});

test('gives the same bytes from the same state', async () => {
  const [first, second] = [await aFullElection(), await aFullElection()];

  await first.release();
  await second.release();

  expect(filesOf(first)).toEqual(filesOf(second));
});

test('writes checksums that sha256sum accepts, and a changed byte that it refuses', async () => {
  const setting = await aFullElection();
  await setting.release();
  const folder = mkdtempSync(join(tmpdir(), 'sailau-release-'));
  try {
    for (const [key, bytes] of setting.store.files()) {
      const path = join(folder, key);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    const release = join(folder, 'elections/xx-2024/1.0.0');
    const check = () =>
      execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: release, stdio: 'pipe' });

    const others = [...setting.store.files().keys()].filter((key) => /\/1\.0\.0\/(?!SHA256SUMS)/.test(key));
    expect(check().toString().trim().split('\n')).toHaveLength(others.length);
    writeFileSync(join(release, 'results.csv'), `${setting.read('1.0.0/results.csv')} `);
    expect(check).toThrow(/1 computed checksum did NOT match/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the manifest names every file with its hash, the uploads, and the release before', async () => {
  const setting = await aFullElection();
  await setting.release();
  await setting.setStatus({ status: 'certified', by: 'Commission', at: '2024-03-15', reason: 'Protocol 7' });
  await setting.release();

  const manifest = JSON.parse(setting.read('1.0.1/manifest.json'));
  const ledger = await setting.store.ledger.read(manifest.election);
  const published = ledger.filter((entry) => entry.type === 'published');

  expect(manifest.previous).toEqual({ version: '1.0.0', manifest: published[0]?.manifest });
  expect(manifest.uploads.map(({ file }: { file: string }) => file)).toHaveLength(6);
  expect(manifest.status).toBe('certified');
  expect(manifest.files.map(({ path }: { path: string }) => path)).toContain('README.md');
  expect(JSON.parse(setting.read('latest.json'))).toMatchObject({
    version: '1.0.1',
    manifest: published[1]?.manifest,
    status: 'certified',
    path: 'elections/xx-2024/1.0.1/',
  });
});

function filesOf({ store }: Setting): Record<string, string> {
  return Object.fromEntries([...store.files()].map(([key, bytes]) => [key, Buffer.from(bytes).toString()]));
}
