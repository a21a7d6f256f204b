import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Observation } from '../../functions/model/observation.ts';
import { failureOf, observed } from '../../functions/telemetry/observed.ts';
import { isRecord } from '../infra/support/reading.ts';

const lines: Record<string, unknown>[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: uploaded, toFake: ['Date'] });
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'Town');
  vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=5;Sampled=1');
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      const line: unknown = JSON.parse(String(text));
      if (isRecord(line)) lines.push(line);
      return true;
    });
});

afterEach(() => {
  lines.length = 0;
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const uploaded = Date.parse('2024-03-10T20:00:00Z');
const origin = { execution: 'e-1', key: 'uploads/xx-2024/results/list/a.csv', time: '2024-03-10T20:00:00Z' };
const context: Context = {
  awsRequestId: 'request-1',
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'validate',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:111122223333:function:validate',
  logGroupName: 'logs',
  logStreamName: 'stream',
  memoryLimitInMB: '1769',
  getRemainingTimeInMillis: () => 1000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

/** A stage that gives what it gets in `gives`, or throws it when it is an error; a minute after the upload, two seconds long. */
function stageOf(tellError: (error: unknown) => Observation | null = () => null) {
  let now = uploaded + 58_000;
  return observed<{ readonly gives: unknown; readonly origin?: unknown }, unknown>(
    {
      stage: 'validate',
      run: async ({ gives }) => {
        if (gives instanceof Error) throw gives;
        return gives;
      },
      tell: () => ({
        outcome: 'accepted',
        facts: { election: 'xx-2024' },
        counts: { UploadsAccepted: 1, Records: 7 },
      }),
      tellError,
    },
    () => (now += 2000),
  );
}

/** The metrics of the lines, by name, each with its unit. */
function metricsIn(written: readonly Record<string, unknown>[]): Record<string, unknown> {
  const emf = written.find((line) => '_aws' in line) ?? {};
  return Object.fromEntries(
    JSON.stringify(emf._aws)
      .matchAll(/"Name":"(\w+)","Unit":"(\w+)"/g)
      .map(([, name = '', unit]) => [name, [emf[name], unit]]),
  );
}

test('an attempt gives its result, and one line that names stage, execution, file, outcome, age and time', async () => {
  const result = await stageOf()({ gives: { a: 1 }, origin }, context);

  expect(result).toEqual({ a: 1 });
  expect(lines.find((line) => 'level' in line)).toMatchObject({
    level: 'INFO',
    message: 'validate: accepted',
    service: 'Town',
    stage: 'validate',
    outcome: 'accepted',
    election: 'xx-2024',
    execution: 'e-1',
    key: origin.key,
    ageSeconds: 60,
    durationMs: 4000,
    function_request_id: 'request-1',
    xray_trace_id: '1-5759e988-bd862e3fe1be46a994272793',
  });
});

test('its metrics are a line too, under the name of the installation alone', async () => {
  await stageOf()({ gives: 1, origin }, context);

  expect(metricsIn(lines)).toEqual({
    UploadsAccepted: [1, 'Count'],
    Records: [7, 'Count'],
    UploadAge: [60, 'Seconds'],
  });
  const emf = lines.find((line) => '_aws' in line);
  expect(emf).toMatchObject({ service: 'Town', execution: 'e-1', requestId: 'request-1' });
  expect(JSON.stringify(emf?._aws)).toContain('"Namespace":"Sailau","Dimensions":[["service"]]');
});

test('a fault is thrown as it is; the line has its type and code, and not what it says', async () => {
  const fault = Object.assign(new Error('row 7 holds "secret"'), { name: 'StoreError', code: 'corrupt' });

  await expect(stageOf()({ gives: fault, origin }, context)).rejects.toBe(fault);

  expect(lines.find((line) => 'level' in line)).toMatchObject({
    level: 'ERROR',
    error: 'StoreError',
    code: 'corrupt',
  });
  expect(metricsIn(lines)).toMatchObject({ StageFailures: [1, 'Count'] });
  expect(JSON.stringify(lines)).not.toContain('secret');
});

test('what is part of the plan is no error', async () => {
  const waiting = () => ({ outcome: 'waiting', counts: { UploadsWaiting: 1 } });

  await expect(stageOf(waiting)({ gives: new Error(), origin }, context)).rejects.toThrow();

  expect(lines.find((line) => 'level' in line)).toMatchObject({ level: 'INFO', outcome: 'waiting' });
  expect(metricsIn(lines)).toEqual({ UploadsWaiting: [1, 'Count'], UploadAge: [60, 'Seconds'] });
});

test('what is part of the plan is counted in the minute in which Lambda counts the same attempt as an error: when it began', async () => {
  const told = (error: unknown) =>
    error instanceof RangeError ? { outcome: 'busy', counts: { PublishBusy: 1 } } : null;
  const stage = stageOf(told);

  for (const fault of [new RangeError(), new Error()])
    await expect(stage({ gives: fault, origin }, context)).rejects.toThrow();

  const [busy, failed] = lines.flatMap(({ _aws }) => (isRecord(_aws) ? [_aws] : []));
  expect(busy).toMatchObject({ Timestamp: uploaded + 60_000 });
  expect(failed).toMatchObject({ Timestamp: Date.now() });
});

test('what a stage counts of a fault is counted beside it', async () => {
  const told = (error: unknown) => failureOf(error, { SigningFailures: 1 });

  await expect(stageOf(told)({ gives: new Error(), origin }, context)).rejects.toThrow();

  expect(metricsIn(lines)).toMatchObject({ StageFailures: [1, 'Count'], SigningFailures: [1, 'Count'] });
});

test.each([undefined, null, 7, {}, { execution: 7, key: [], time: 'no time' }])(
  'an event whose origin is %j is handled as any other, and has no age',
  async (odd) => {
    await stageOf()({ gives: 1, origin: odd }, context);

    expect(lines.find((line) => 'level' in line)).not.toHaveProperty('ageSeconds');
    expect(metricsIn(lines)).not.toHaveProperty('UploadAge');
  },
);

test('an upload from a clock that is ahead has no age below zero', async () => {
  await stageOf()({ gives: 1, origin: { ...origin, time: '2024-03-11T20:00:00Z' } }, context);

  expect(metricsIn(lines)).toMatchObject({ UploadAge: [0, 'Seconds'] });
});

test('nothing of one attempt is in the lines of the next', async () => {
  const handler = stageOf();
  await handler({ gives: 1, origin }, context);
  lines.length = 0;

  await handler({ gives: 1 }, context);

  expect(JSON.stringify(lines)).not.toContain('e-1');
});
