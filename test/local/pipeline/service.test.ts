import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { executionStarter } from '../../../cli/operate/start-execution.ts';
import type { JsonService } from '../../../local/aws-json.ts';
import type { BusEvent } from '../../../local/events/journal.ts';
import { startStepFunctions } from '../../../local/pipeline/service.ts';

const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:pipeline';
const machine = { logicalId: 'Machine', name: 'pipeline', arn, definition: {} };
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const signing = new SQSClient({ region: 'us-east-1', credentials });

let started: [string, BusEvent][];
let service: JsonService;

beforeEach(async () => {
  started = [];
  service = await startStepFunctions([machine], async (asked, event) => {
    started.push([asked, event]);
    return event.source === 'aws.s3';
  });
  vi.stubEnv('AWS_ENDPOINT_URL_SFN', service.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await service.stop();
});

test('starts the state machine on the event, under the name of the execution', async () => {
  const outcome = await executionStarter(arn, signing)('redrive-1', { source: 'aws.s3', id: 'e1' });

  expect(outcome).toBe('started');
  expect(started).toEqual([[arn, { source: 'aws.s3', id: 'redrive-1' }]]);
});

test.each([
  ['another state machine', `${arn}-2`, 'redrive-1', { source: 'aws.s3' }, 'StateMachineDoesNotExist'],
  ['a name that climbs', arn, '../../redrive', { source: 'aws.s3' }, 'InvalidName'],
  ['an event that no rule starts it on', arn, 'redrive-1', { source: 'mine' }, 'InvalidExecutionInput'],
  ['a list', arn, 'redrive-1', [], 'InvalidExecutionInput'],
])('refuses %s', async (_, asked, name, event, code) => {
  await expect(executionStarter(asked, signing)(name, event)).rejects.toMatchObject({ code });
});

test('takes an execution that was started before for started', async () => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(
    Response.json({ __type: 'com.amazonaws.swf#ExecutionAlreadyExists' }, { status: 400 }),
  );

  expect(await executionStarter(arn, signing)('redrive-1', {})).toBe('started-before');
  vi.restoreAllMocks();
});

test('signs for Step Functions, at the address of the region', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_SFN', undefined);
  const sent = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({}));

  await executionStarter(arn, signing)('redrive-1', {});

  const [address, init] = sent.mock.calls[0] ?? [];
  expect(String(address)).toBe('https://states.us-east-1.amazonaws.com/');
  expect(new Headers(init?.headers).get('authorization')).toMatch(
    /^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/us-east-1\/states\/aws4_request, SignedHeaders=content-type;host;.*x-amz-target/,
  );
  vi.restoreAllMocks();
});
