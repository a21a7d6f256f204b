import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ExecutionEvent } from '../../local/pipeline/progress.ts';
import { type LocalStack, startStack } from '../../local/stack.ts';
import { miniPipeline, temporaryFolder, writeAssembly } from './support/assembly.ts';
import { bundledWork } from './support/mini-stack.ts';

const RUN_STACK = fileURLToPath(new URL('./support/run-stack.ts', import.meta.url));

let assembly: string;
const opened: LocalStack[] = [];

beforeAll(async () => {
  assembly = await writeAssembly({
    resources: miniPipeline(),
    outputs: {
      SiteUrl: { Value: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Site', 'DomainName'] }]] } },
    },
    handlers: { work: await bundledWork() },
  });
});
afterEach(() => Promise.all(opened.splice(0).map((stack) => stack.stop())));

describe('startStack', () => {
  it('takes an upload through rule, state machine and function to the table and the site', async () => {
    const stack = await start();
    const events: ExecutionEvent[] = [];
    stack.executions.on('event', (event) => events.push(event));

    await upload(stack, 'uploads/x/results.csv', 'station,votes\n');
    await stack.idle();

    expect(await items(stack, 'WORK')).toEqual([
      { pk: { S: 'WORK' }, sk: { S: 'uploads/x/results.csv' }, size: { N: '14' } },
    ]);
    expect(await (await fetch(`${stack.outputs.SiteUrl}/uploads/x/results.csv`)).text()).toBe(
      'station,votes\n',
    );
    expect(events.map(({ type }) => type)).toEqual(['started', 'entered', 'succeeded']);
    expect(events.at(-1)).toMatchObject({
      input: { detail: { object: { key: 'uploads/x/results.csv', size: 14 } } },
    });
  });

  it('retries while the function waits for input', async () => {
    const stack = await start();
    const types: string[] = [];
    // The definition must not come before the first attempt has looked for it.
    const missed = new Promise<void>((resolve) =>
      stack.executions.on('event', ({ type }) => {
        types.push(type);
        if (type === 'attempt-failed') resolve();
      }),
    );

    await upload(stack, 'uploads/needs-definition', 'x');
    await missed;
    await upload(stack, 'uploads/definition', 'x');
    await stack.idle();

    expect((await items(stack, 'WORK')).map(({ sk }) => sk?.S)).toEqual([
      'uploads/definition',
      'uploads/needs-definition',
    ]);
    expect(types).toContain('retried');
  });

  it('records what cannot be processed, as the template says', async () => {
    const stack = await start();
    const events: ExecutionEvent[] = [];
    stack.executions.on('event', (event) => events.push(event));

    await upload(stack, 'uploads/broken', 'x');
    await stack.idle();

    const [failure, ...others] = await items(stack, 'FAILURES');
    expect(others).toEqual([]);
    expect(failure).toMatchObject({
      key: { S: 'uploads/broken' },
      versionId: { S: expect.any(String) },
      error: { S: 'BrokenFile' },
      cause: { S: expect.stringContaining('cannot be read') },
      at: { S: expect.stringMatching(/^\d{4}-.*Z$/) },
      sk: { S: events[0]?.execution },
    });
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: 'BrokenFile' });
  });

  it('starts nothing for what the rule does not name', async () => {
    const stack = await start();
    const events: ExecutionEvent[] = [];
    stack.executions.on('event', (event) => events.push(event));

    await upload(stack, 'reports/x.json', '{}');
    await stack.idle();

    expect(events).toEqual([]);
  });

  it('keeps names and data over a restart', async () => {
    const data = await temporaryFolder();
    const first = await start(data);
    await upload(first, 'uploads/a', 'x');
    await first.idle();
    await first.stop();

    const second = await start(data);

    expect(second).toMatchObject({
      buckets: { intake: 'mini-intake', publication: 'mini-publication' },
      table: 'mini-records',
    });
    expect(await items(second, 'WORK')).toHaveLength(1);
    expect(await (await fetch(`${second.endpoints.site}/uploads/a`)).text()).toBe('x');
  });

  it('leaves what is under way in the journal when it is stopped, and takes it up again', async () => {
    const data = await temporaryFolder();
    const first = await start(data);
    await upload(first, 'uploads/needs-definition', 'x');
    await first.stop();
    expect(await readdir(join(data, 'events'))).toHaveLength(1);

    const second = await start(data);
    await upload(second, 'uploads/definition', 'x');
    await second.idle();

    expect(await items(second, 'WORK')).toHaveLength(2);
    expect(await readdir(join(data, 'events'))).toEqual([]);
  });

  it('loses no upload when its process is killed, and leaves no process behind', async () => {
    const data = await temporaryFolder();
    const child = spawn(process.execPath, [RUN_STACK, assembly, data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const client = await clientOf(child);
    await client.put('uploads/slow');
    const children = childrenOf(child.pid ?? 0);
    child.kill('SIGKILL');
    await once(child, 'exit');

    await expect.poll(() => children.filter(isRunning), { timeout: 20_000 }).toEqual([]);
    const stack = await start(data);
    await stack.idle();

    expect(children.length).toBeGreaterThan(0);
    expect((await items(stack, 'WORK')).map(({ sk }) => sk?.S)).toEqual(['uploads/slow']);
  });

  it('refuses a second start on the same data', async () => {
    const data = await temporaryFolder();
    await start(data);

    await expect(start(data)).rejects.toMatchObject({ code: 'data-folder-in-use' });
  });

  it('says which port is taken, and holds nothing afterwards', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const data = await temporaryFolder();

    for (const name of ['s3', 'site', 'dynamodb'] as const) {
      await expect(startStack({ assembly, data, ports: { [name]: port } })).rejects.toMatchObject({
        code: 'port-in-use',
      });
    }

    other.close();
    await start(data);
  });

  it('refuses a template that it cannot run before it starts anything', async () => {
    const data = await temporaryFolder();
    const unknown = await writeAssembly({
      resources: { ...miniPipeline(), Stream: { Type: 'AWS::Kinesis::Stream' } },
      handlers: { work: '' },
    });

    await expect(startStack({ assembly: unknown, data })).rejects.toThrow(
      'Stream is of type AWS::Kinesis::Stream',
    );

    expect(await readdir(data)).toEqual([]);
  });
});

async function start(data?: string): Promise<LocalStack> {
  const stack = await startStack({ assembly, data: data ?? (await temporaryFolder()) });
  opened.push(stack);
  return stack;
}

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

async function upload(stack: LocalStack, key: string, body: string): Promise<void> {
  const client = new S3Client({ endpoint: stack.endpoints.s3, region: 'eu-central-1', credentials });
  await client.send(new PutObjectCommand({ Bucket: stack.buckets.intake, Key: key, Body: body }));
  client.destroy();
}

async function items(stack: LocalStack, pk: string) {
  const client = new DynamoDBClient({
    endpoint: stack.endpoints.dynamodb,
    region: 'eu-central-1',
    credentials,
  });
  const query = {
    TableName: stack.table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
  };
  const { Items = [] } = await client.send(new QueryCommand(query));
  client.destroy();
  return Items;
}

/** A client of a stack in another process; `put` resolves when its execution has begun. */
async function clientOf(child: ChildProcess): Promise<{ put: (key: string) => Promise<void> }> {
  if (child.stdout === null) throw new Error('The process has no output.');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { endpoints, buckets } = JSON.parse((await lines.next()).value ?? '{}');
  const client = new S3Client({ endpoint: endpoints.s3, region: 'eu-central-1', credentials });
  return {
    put: async (key) => {
      await client.send(new PutObjectCommand({ Bucket: buckets.intake, Key: key, Body: 'x' }));
      for (let line: string | undefined = ''; line !== undefined && line !== 'entered'; )
        line = (await lines.next()).value;
      client.destroy();
    },
  };
}

function childrenOf(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table.split('\n').map((row) => row.trim().split(/\s+/).map(Number));
  return rows.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
