import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localCredentials } from '../../cli/endpoint.ts';
import { rowsOf, startTestStack, type TestStack } from '../support/stack.ts';
import { workbookOf } from '../support/workbook.ts';

const election = 'kz-mazhilis-2023';
const key = `uploads/${election}/results/list/votes.csv`;
let running: TestStack;
let right: string;

beforeAll(async () => {
  running = await startTestStack();
  right = await readFile(`examples/${election}/results/list/votes.csv`, 'utf8');
  await running.putFolder(`examples/${election}`);
  await running.idle();
}, 300_000);

afterAll(() => running.close());

test('a misprint makes a release that says what changed, its correction another, and the older ones stay', async () => {
  const first = await running.latest(election);
  const before = await running.objects(election, first?.version ?? '');

  await running.put(key, right.replace('3431510', '3341510'));
  await running.idle();
  const misprinted = await running.latest(election);
  const changes = rowsOf(await running.file(election, 'changes.csv'));

  expect(misprinted?.version).toBe(nextPatch(first?.version));
  expect(changes).toEqual([
    expect.objectContaining({
      contest: 'list',
      area: 'KZ',
      field: 'votes:amanat',
      before: '3431510',
      after: '3341510',
    }),
  ]);

  await running.put(key, right);
  await running.idle();
  const corrected = await running.latest(election);

  expect(corrected?.version).toBe(nextPatch(misprinted?.version));
  expect(await running.file(election, 'results.csv')).toBe(
    await running.file(election, 'results.csv', first?.version),
  );
  expect(await running.objects(election, first?.version ?? '')).toEqual(before);
});

test('a file with errors changes nothing, and its report names row, column, code and remedy', async () => {
  const before = await running.latest(election);

  const versionId = await running.put(key, right.replace('3431510', '34.31510'));
  await running.idle();
  const report = await running.report(election, 'results/list/votes.csv', versionId);

  expect(await running.latest(election)).toEqual(before);
  expect(report.outcome).toBe('rejected');
  expect(report.findings).toEqual([
    expect.objectContaining({
      code: 'count-not-whole',
      level: 'error',
      where: expect.objectContaining({ row: expect.any(Number), column: 'votes' }),
      remedy: expect.objectContaining({ en: expect.stringContaining('digits') }),
    }),
  ]);
});

test('what a correction would change is told beforehand, and told again in its report', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sailau-against-'));
  const path = join(folder, election, 'results/list/votes.csv');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, right.replace('3431510', '3431511'));
  const before = await running.latest(election);

  const told = await checkAgainst(path);
  const after = await running.latest(election);
  const versionId = await running.put(key, await readFile(path));
  await running.idle();
  const report = await running.report(election, 'results/list/votes.csv', versionId);
  await rm(folder, { recursive: true });

  expect(told).toMatchObject({
    fields: 1,
    listed: [{ contest: 'list', area: 'KZ', field: 'votes:amanat', before: 3431510, after: 3431511 }],
  });
  expect(after).toEqual(before);
  expect(report.changes).toEqual(told);
  await running.put(key, right);
  await running.idle();
});

test('a workbook is read by the deployed code too: here it repeats what another file has reported', async () => {
  const rows = right
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const workbook = workbookOf([{ name: 'Votes', rows }]);

  const versionId = await running.put(`uploads/${election}/results/list/votes.xlsx`, workbook);
  await running.idle();
  const report = await running.report(election, 'results/list/votes.xlsx', versionId);

  expect(report.outcome).toBe('rejected');
  expect(report.counts).toEqual({ 'votes-conflict': 1 });
});

test('the same bytes again change nothing', async () => {
  const before = await running.latest(election);

  await running.put(key, right);
  await running.idle();

  expect(await running.latest(election)).toEqual(before);
});

/** What `sailau check --against deployed` says that a file would change. */
async function checkAgainst(path: string): Promise<unknown> {
  const { endpoints, buckets, table } = running.stack;
  const env = {
    ...process.env,
    ...localCredentials,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    SAILAU_BUCKET: buckets.intake,
    SAILAU_PUBLICATION: buckets.publication,
    SAILAU_TABLE: table,
  };
  const args = ['cli/sailau.ts', 'check', path, '--against', 'deployed', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  const [report] = JSON.parse(stdout);
  return report.changes;
}

function nextPatch(version = ''): string {
  const [major, minor, patch] = version.split('.');
  return `${major}.${minor}.${Number(patch) + 1}`;
}
