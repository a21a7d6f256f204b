import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../support/stack.ts';

const run = promisify(execFile);
const example = 'examples/kz-mazhilis-2016';
let running: TestStack;

beforeAll(async () => {
  running = await startTestStack();
});

afterAll(() => running.close());

const hasCli = works('aws', ['--version']);
const hasPython = works('python3', ['--version']);
const hasBoto3 = works('python3', ['-c', 'import boto3']);
if (!hasPython) console.warn('SKIPPED: Python is not installed; docs/verification.md was not tried');
if (!hasCli) console.warn('SKIPPED: the AWS CLI is not installed; uploads with it were not tried');
if (!hasBoto3) console.warn('SKIPPED: boto3 is not installed; uploads with it were not tried');

test.runIf(hasCli)('the unmodified AWS CLI uploads a folder, and the release appears', async () => {
  const uri = `s3://${running.stack.buckets.intake}/uploads/kz-mazhilis-2016/`;

  await run('aws', ['--endpoint-url', running.stack.endpoints.s3, 's3', 'cp', '--recursive', example, uri], {
    env: environment(),
  });
  await running.idle();

  expect((await running.latest('kz-mazhilis-2016'))?.version).toMatch(/^1\./);
});

test.runIf(hasBoto3)('boto3 uploads a correction, and its release appears', async () => {
  const before = await running.latest('kz-mazhilis-2016');
  const votes = await readFile(`${example}/results/list/votes.csv`, 'utf8');
  const path = join(tmpdir(), `sailau-votes-${process.pid}.csv`);
  await writeFile(path, votes.replace('540406', '540407'));
  const script =
    'import boto3,sys; boto3.client("s3",endpoint_url=sys.argv[1]).upload_file(sys.argv[2],sys.argv[3],sys.argv[4])';
  const key = 'uploads/kz-mazhilis-2016/results/list/votes.csv';

  await run('python3', ['-c', script, running.stack.endpoints.s3, path, running.stack.buckets.intake, key], {
    env: environment(),
  });
  await running.idle();

  expect((await running.latest('kz-mazhilis-2016'))?.version).not.toBe(before?.version);
});

test.runIf(hasPython)('the script of docs/verification.md follows a release from its own files', async () => {
  await running.putFolder(example);
  await running.idle();
  const folder = await downloadRelease('kz-mazhilis-2016');
  const blocks = (await readFile('docs/verification.md', 'utf8')).matchAll(/```python\n(.*?)```/gs);
  const script = [...blocks].map(([, code = '']) => code).find((code) => code.includes('seats.csv')) ?? '';

  const { stdout } = await run('python3', ['-c', script], { cwd: folder });

  expect(stdout).toBe('allocation/list.json 84 7 7\n');
  await rm(folder, { recursive: true });
});

/** Every file of the newest release of an election, in a folder of its own. */
async function downloadRelease(election: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sailau-release-'));
  const version = (await running.latest(election))?.version ?? '';
  const { client, stack } = running;
  for (const [key] of await running.objects(election, version)) {
    const path = key.split('/').slice(3).join('/');
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const { Body } = await client.send(new GetObjectCommand({ Bucket: stack.buckets.publication, Key: key }));
    await writeFile(join(folder, path), (await Body?.transformToByteArray()) ?? '');
  }
  return folder;
}

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'eu-central-1',
  };
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
