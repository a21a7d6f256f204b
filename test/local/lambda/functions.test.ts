import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../local/json.ts';
import { createFunctions, type Functions } from '../../../local/lambda/functions.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { planStack } from '../../../local/template/plan.ts';
import { lambda, temporaryFolder, writeAssembly } from '../support/assembly.ts';

const surroundings = {
  region: 'eu-central-1',
  s3: 'http://127.0.0.1:1',
  dynamodb: 'http://127.0.0.1:2',
  kms: 'http://127.0.0.1:3',
};
const opened: Functions[] = [];

afterEach(() => Promise.all(opened.splice(0).map((functions) => functions.stop())));

describe('createFunctions', () => {
  it('runs the handler with the environment of the template and nothing inherited but PATH', async () => {
    process.env.SECRET_OF_THE_USER = 'x';
    const { invoke } = await start('export const handler = async () => process.env', {
      Environment: { Variables: { TABLE: 'records' } },
      MemorySize: 256,
    });

    const environment = await invoke({});

    expect(environment).toMatchObject({
      TABLE: 'records',
      PATH: process.env.PATH,
      TZ: ':UTC',
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:2',
      AWS_LAMBDA_FUNCTION_NAME: 'mini-work',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    });
    expect(environment).not.toHaveProperty('SECRET_OF_THE_USER');
    expect(environment).not.toHaveProperty('HOME');
  });

  it('gives the event and the context of Lambda, and uses a free environment again', async () => {
    const { invoke } = await start(`
      let calls = 0;
      export const handler = async (event, context) => ({
        event, calls: ++calls, pid: process.pid, name: context.functionName,
        left: context.getRemainingTimeInMillis() > 15_000, id: context.awsRequestId.length,
      });`);

    const first = await invoke({ a: ['ү', null] });
    const second = await invoke(null);

    expect(first).toMatchObject({
      event: { a: ['ү', null] },
      calls: 1,
      name: 'mini-work',
      left: true,
      id: 36,
    });
    expect(second).toMatchObject({ event: null, calls: 2, pid: numberOf(first, 'pid') });
  });

  it('reports an error by its JavaScript name, with the cause that Step Functions passes on', async () => {
    const { invoke } = await start(`
      class WaitingForInput extends Error { name = 'WaitingForInput' }
      export const handler = async () => { throw new WaitingForInput('no definition yet') };`);

    const failure = await failureOf(invoke({}));

    expect(failure.name).toBe('WaitingForInput');
    expect(JSON.parse(failure.message)).toMatchObject({
      errorType: 'WaitingForInput',
      errorMessage: 'no definition yet',
      trace: expect.arrayContaining([expect.stringContaining('no definition yet')]),
    });
  });

  it('ends a function that takes longer than the template allows, even in an endless loop, and goes on', async () => {
    const { invoke } = await start(
      'export const handler = async (event) => { while (event.forever); return 1 }',
      {
        Timeout: 1,
      },
    );

    const failure = await failureOf(invoke({ forever: true }));

    expect(failure.name).toBe('Sandbox.Timedout');
    expect(failure.message).toContain('Task timed out after 1.00 seconds');
    expect(await invoke({})).toBe(1);
  });

  it.each([
    [
      'runs out of memory',
      'const kept = []; for (;;) kept.push(new Array(10_000).fill(Math.random()))',
      'Runtime.ExitError',
    ],
    ['ends its process', 'process.exit(3)', 'Runtime.ExitError'],
    ['is killed', "process.kill(process.pid, 'SIGKILL'); await new Promise(() => {})", 'Runtime.ExitError'],
    [
      'throws where nobody waits',
      "setImmediate(() => { throw new TypeError('lost') }); await new Promise(() => {})",
      'TypeError',
    ],
    [
      'leaves a rejection unhandled',
      "Promise.reject(new Error('lost')); await new Promise(() => {})",
      'Runtime.UnhandledPromiseRejection',
    ],
  ])('survives a function that %s', async (_, body, name) => {
    const source = `export const handler = async (event) => { if (event.well) return 'well'; ${body} };`;
    const { invoke } = await start(source, { MemorySize: 128 });

    const failure = await failureOf(invoke({}));

    expect(failure.name).toBe(name);
    expect(await invoke({ well: true })).toBe('well');
  });

  it.each([
    ['that cannot be loaded', 'import "./ghost.mjs"; export const handler = 1', 'Runtime.ImportModuleError'],
    ['that is no JavaScript', 'export const handler = ', 'Runtime.UserCodeSyntaxError'],
    ['without its export', 'export const other = 1', 'Runtime.HandlerNotFound'],
  ])('reports a bundle %s', async (_, source, name) => {
    const { invoke } = await start(source);

    expect((await failureOf(invoke({}))).name).toBe(name);
  });

  it('refuses payloads over six megabytes, in and out', async () => {
    const { invoke } = await start("export const handler = async ({ size }) => 'x'.repeat(size ?? 0)");

    expect((await failureOf(invoke('x'.repeat(7_000_000)))).name).toBe(
      'Lambda.RequestEntityTooLargeException',
    );
    expect((await failureOf(invoke({ size: 7_000_000 }))).name).toBe('Function.ResponseSizeTooLarge');
    expect(await invoke({ size: 3 })).toBe('xxx');
  });

  it('refuses what comes above the concurrency that is reserved, and takes the next when there is room', async () => {
    const { invoke } = await start(
      'export const handler = () => new Promise((resolve) => setTimeout(resolve, 50, process.pid))',
      { ReservedConcurrentExecutions: 1 },
    );

    const first = invoke({});
    const refused = await failureOf(invoke({}));
    const pid = await first;

    expect(refused.name).toBe('Lambda.TooManyRequestsException');
    expect(refused.message).toContain('Rate Exceeded');
    expect(await invoke({})).toBe(pid);
  });

  it('starts no more environments than the machine has cores', async () => {
    const { invoke } = await start(
      'export const handler = () => new Promise((resolve) => setTimeout(resolve, 50, process.pid))',
    );

    const pids = await Promise.all(Array.from({ length: 6 }, () => invoke({})));

    expect(new Set(pids).size).toBeLessThanOrEqual(availableParallelism());
  });

  it('leaves it to this process to end its environments on Ctrl-C, which reaches all', async () => {
    const { invoke } = await start('export const handler = async () => process.pid');
    const pid = await invoke({});

    process.kill(Number(pid), 'SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect(await invoke({})).toBe(pid);
  });

  it('throttles a function for which nothing is reserved', async () => {
    const { invoke } = await start('export const handler = async () => 1', {
      ReservedConcurrentExecutions: 0,
    });

    expect((await failureOf(invoke({}))).name).toBe('Lambda.TooManyRequestsException');
  });

  it('keeps what a function prints', async () => {
    const { invoke, logs } = await start("export const handler = async () => console.log('counted 12 rows')");

    await invoke({});

    await expect.poll(() => readFile(join(logs, 'mini-work.log'), 'utf8')).toContain('counted 12 rows');
  });

  it('waits for a running function when it drains, and begins no other', async () => {
    const { functions, invoke } = await start(
      'export const handler = (event) => new Promise((resolve) => setTimeout(resolve, 300, event))',
    );
    await invoke('warm');
    const ended: Json[] = [];
    void invoke('running').then((result) => ended.push(result));
    await new Promise((resolve) => setImmediate(resolve));

    await functions.drain(10_000);

    void invoke('late').then((result) => ended.push(result));
    expect(ended).toEqual(['running']);
  });
});

type Started = { functions: Functions; logs: string; invoke: (payload: Json) => Promise<Json> };

async function start(
  source: string,
  properties: Parameters<typeof lambda>[1] = { Timeout: 20 },
): Promise<Started> {
  const resources = { Work: lambda('work', { Timeout: 20, ...properties }) };
  const folder = await writeAssembly({ resources, handlers: { work: source } });
  const plan = planStack(await loadAssembly(folder), '127.0.0.1:1');
  const logs = await temporaryFolder();
  const functions = createFunctions(plan.functions, surroundings, logs);
  opened.push(functions);
  return { functions, logs, invoke: (payload) => functions.invoke(plan.functions[0]?.arn ?? '', payload) };
}

async function failureOf(invocation: Promise<Json>): Promise<Error> {
  const error: unknown = await invocation.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error : new Error(String(error));
}

function numberOf(json: Json, key: string): Json | undefined {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json[key] : undefined;
}
