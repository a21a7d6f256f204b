import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { status } from '../../../cli/commands/status.ts';
import { localEnvironment } from '../../../cli/endpoint.ts';
import { isRecord } from '../../infra/support/reading.ts';
import { anElection, csv, listContest, registerCsv } from '../../support/builders.ts';
import { startTestStack, type TestStack } from '../../support/stack.ts';
import { running } from '../running.ts';
import { writeStackFile } from '../support/stack-file.ts';

const election = 'xx-2024';
let stack: TestStack;
let data: string;

beforeAll(async () => {
  stack = await startTestStack();
  data = await writeStackFile(stack.stack);
  for (const [name, value] of Object.entries(localEnvironment(stack.stack))) vi.stubEnv(name, value);
  vi.stubEnv('SAILAU_BUCKET', undefined);
  const put = (file: string, body: string) => stack.put(`uploads/${election}/${file}`, body);
  const header = 'station,registered,cast,invalid,A,B,C,against-all';
  await put('election.json', JSON.stringify(anElection({ contests: [listContest()] })));
  await put('stations/register.csv', registerCsv);
  await stack.idle();
  await put('results/list/north.csv', csv(header, 'st1,1000,700,20,400,200,50,30'));
  await put('results/list/odd.csv', csv(header, 'st9,1000,700,20,400,200,50,30'));
  await stack.idle();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await stack.close();
});

test('shows one election: what is published and after how long, how complete it is, what was rejected; nothing rings: exit code 0', async () => {
  const { code, stdout } = await asked([election]);

  expect(code).toBe(0);
  for (const part of [
    'No alarm would ring.',
    '1.0.0',
    '1 of 4 protocols',
    '1 rejected (1 in the last day)',
    'published after ',
    'accepted   results/list/north.csv',
    'rejected   results/list/odd.csv',
    'station-unknown',
  ])
    expect(stdout).toContain(part);
});

test('gives the same as a document', async () => {
  const { stdout } = await asked([], true);

  expect(JSON.parse(stdout)).toMatchObject({
    alarms: [],
    queued: 0,
    elections: [
      {
        election,
        version: '1.0.0',
        unpublishedSince: null,
        lagSeconds: expect.any(Number),
        contests: [{ contest: 'list', reported: 1, expected: 4 }],
        failures: [],
      },
    ],
  });
});

test('every attempt has left its line and its metrics in the log of its function', async () => {
  const log = (await stack.logs()).get('sailau-functions-validate.log') ?? '';
  const lines = log.split('\n').flatMap((line) => (line.startsWith('{') ? [recordOf(line)] : []));

  expect(lines.filter(({ outcome }) => outcome === 'accepted').length).toBeGreaterThanOrEqual(3);
  expect(lines.find(({ outcome }) => outcome === 'rejected')).toMatchObject({
    stage: 'validate',
    election,
    file: 'results/list/odd.csv',
    execution: expect.any(String),
    ageSeconds: expect.any(Number),
  });
  expect(lines.filter((line) => 'UploadsRejected' in line)).toHaveLength(1);
});

test('an upload that waits is shown with its time, and an unknown election is said', async () => {
  await stack.put('uploads/yy-2024/results/list/early.csv', csv('station,A', 'st1,1'));

  await expect
    .poll(async () => (await asked([])).stdout)
    .toContain('waiting    results/list/early.csv  since ');
  await expect(asked(['zz-2024'])).rejects.toThrow('There is no election "zz-2024"');
});

function recordOf(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  return isRecord(value) ? value : {};
}

function asked(positionals: string[], json = false) {
  return running(status.run, positionals, { values: { data }, json });
}
