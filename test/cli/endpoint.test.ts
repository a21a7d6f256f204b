import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Invocation } from '../../cli/command.ts';
import { findDeployment, objectClient, type StackFile, stackFile } from '../../cli/endpoint.ts';
import { openTerminal } from '../../cli/terminal.ts';

let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'sailau-endpoint-'));
  for (const name of [
    'SAILAU_BUCKET',
    'SAILAU_PUBLICATION',
    'SAILAU_TABLE',
    'SAILAU_MACHINE',
    'SAILAU_QUEUE',
  ])
    vi.stubEnv(name, undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(data, { recursive: true, force: true });
});

test('finds the stack that runs on the data folder, with its endpoints', async () => {
  await writeFile(stackFile(data), JSON.stringify(aStack(process.pid)));

  const deployment = await findDeployment(called({ data }));

  expect(deployment).toMatchObject({ local: true, intake: 'in', publication: 'out', table: 'records' });
  expect(deployment.environment).toMatchObject({
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:2',
    AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:4',
    AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:5',
  });
  const endpoint = await objectClient(deployment).config.endpoint?.();
  expect(endpoint).toMatchObject({ hostname: '127.0.0.1', port: 1 });
});

test('says how to start one where none runs, or none any more', async () => {
  await expect(findDeployment(called({ data }))).rejects.toThrow('Start it with `npm start`');

  await writeFile(stackFile(data), JSON.stringify(aStack(await endedProcess())));

  await expect(findDeployment(called({ data }))).rejects.toThrow(`No local stack runs on ${data}`);
});

test('takes AWS when a bucket is named, by option before environment', async () => {
  vi.stubEnv('SAILAU_BUCKET', 'from-environment');
  vi.stubEnv('SAILAU_TABLE', 'table-from-environment');

  const deployment = await findDeployment(called({ data, bucket: 'from-option' }));

  expect(deployment).toEqual({
    local: false,
    intake: 'from-option',
    publication: null,
    table: 'table-from-environment',
    machine: null,
    queue: null,
    environment: {},
  });
});

function called(values: Readonly<Record<string, string>>): Invocation {
  return {
    positionals: [],
    flag: () => false,
    value: (name) => values[name],
    terminal: openTerminal(true),
  };
}

function aStack(pid: number): StackFile {
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const endpoints = { s3: at(1), dynamodb: at(2), site: at(3), sqs: at(4), states: at(5) };
  return { pid, endpoints, intake: 'in', publication: 'out', table: 'records', machine: 'arn', queue: 'url' };
}

/** The id of a process that is no more. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid ?? 0;
}
