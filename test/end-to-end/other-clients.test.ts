import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { installed, localAws } from '../support/tools.ts';

const run = promisify(execFile);
const example = 'examples/kz-mazhilis-2016';
let running: TestStack;

beforeAll(async () => {
  running = await startTestStack();
});

afterAll(() => running.close());

const hasCli = installed('the AWS CLI', 'uploads with it were not tried');
const hasPython = installed('Python', 'docs/verification.md was not tried');
const hasBoto3 = installed('boto3', 'uploads and reads with it were not tried');

test.runIf(hasCli)('the unmodified AWS CLI uploads a folder, and the release appears', async () => {
  const uri = `s3://${running.stack.buckets.intake}/uploads/kz-mazhilis-2016/`;

  await run('aws', ['--endpoint-url', running.stack.endpoints.s3, 's3', 'cp', '--recursive', example, uri], {
    env: localAws,
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
    env: localAws,
  });
  await running.idle();

  expect((await running.latest('kz-mazhilis-2016'))?.version).not.toBe(before?.version);
});

test.runIf(hasBoto3)(
  'boto3 reads the ledger a page an entry, and every entry names the hash of the one before',
  async () => {
    const script = `
import boto3, hashlib, json, sys
client = boto3.client("dynamodb", endpoint_url=sys.argv[1])
pages = client.get_paginator("query").paginate(
    TableName=sys.argv[2], ConsistentRead=True, KeyConditionExpression="pk = :e AND begins_with(sk, :l)",
    ExpressionAttributeValues={":e": {"S": "kz-mazhilis-2016"}, ":l": {"S": "LEDGER#"}}, PaginationConfig={"PageSize": 1})
entries = [item["doc"]["S"] for page in pages for item in page["Items"]]
before = ["0" * 64] + [hashlib.sha256(entry.encode()).hexdigest() for entry in entries]
assert [json.loads(entry)["previous"] for entry in entries] == before[:-1]
print(len(entries), json.loads(entries[-1])["type"])
`;

    const { dynamodb } = running.stack.endpoints;
    const { stdout } = await run('python3', ['-c', script, dynamodb, running.stack.table], { env: localAws });

    expect(stdout).toMatch(/^\d\d? published\n$/);
  },
);

test.runIf(hasCli)('the query of docs/operations.md lists the executions that failed', async () => {
  const blocks = (await readFile('docs/operations.md', 'utf8')).matchAll(/```sh\n(.*?)```/gs);
  const query = [...blocks].map(([, code = '']) => code).find((code) => code.includes('dynamodb query'));
  const env = {
    ...localAws,
    AWS_ENDPOINT_URL_DYNAMODB: running.stack.endpoints.dynamodb,
    SAILAU_TABLE: running.stack.table,
  };

  const { stdout } = await run('sh', ['-c', query ?? 'exit 1'], { env });

  expect(JSON.parse(stdout)).toMatchObject({ Items: [], Count: 0 });
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
