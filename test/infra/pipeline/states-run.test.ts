import { StateMachine } from 'aws-local-stepfunctions';
import { expect, test } from 'vitest';
import { definitionOf } from '../support/reading.ts';
import { templateWith } from '../support/templates.ts';

type Handler = (input: unknown) => unknown;

interface Run {
  readonly steps: string[];
  readonly inputs: unknown[];
  readonly result: unknown;
  readonly failed: string | undefined;
}

const event = {
  source: 'aws.s3',
  time: '2023-03-20T12:00:00Z',
  detail: { object: { key: 'uploads/kz-mazhilis-2023/results/list/all.csv', 'version-id': 'v1' } },
};

const origin = { execution: 'execution-1', key: event.detail.object.key, time: event.time };

/** Runs the template's state machine on the event, with a function of ours in place of each resource and no pauses. */
async function run(handlers: Record<string, Handler>): Promise<Run> {
  const steps: string[] = [];
  const inputs: unknown[] = [];
  const watched = Object.entries(handlers).map(([state, handler]) => [
    state,
    (input: unknown) => {
      steps.push(state);
      inputs.push(input);
      return handler(input);
    },
  ]);
  const text = JSON.stringify(definitionOf(templateWith()));
  const machine = new StateMachine(JSON.parse(text.replaceAll(/<(\w+)>/g, `${lambda}$1`)));
  const pauses = ['Validate', 'Reject late', 'Allocate', 'Publish', 'Record failure', 'Queue failure'].map(
    (state) => [state, 0],
  );
  const { result } = machine.run(event, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(watched),
      retryIntervalOverrides: Object.fromEntries(pauses),
    },
    context: {
      Execution: { Name: 'execution-1', Input: event },
      State: { EnteredTime: '2023-03-20T12:00:00Z' },
    },
  });
  return result.then(
    (value) => ({ steps, inputs, result: value, failed: undefined }),
    (error) => ({ steps, inputs, result: undefined, failed: String(error) }),
  );
}

const lambda = 'arn:aws:lambda:eu-central-1:111122223333:function:';

function fault(name: string): Error {
  return Object.assign(new Error(`${name} happened`), { name });
}

function failing(times: number, name: string, then: Handler): Handler {
  let left = times;
  return (input) => {
    left -= 1;
    if (left >= 0) throw fault(name);
    return then(input);
  };
}

const accepted = () => ({ outcome: 'accepted', election: 'kz-mazhilis-2023' });
const allocated = () => ({ revision: 7 });
const released = () => ({ version: '1.0.0' });

test('takes an accepted upload to its release and hands each step what it needs', async () => {
  const { steps, inputs, result } = await run({ Validate: accepted, Allocate: allocated, Publish: released });

  expect(steps).toEqual(['Validate', 'Allocate', 'Publish']);
  expect(inputs).toEqual([
    { mode: 'check', event, origin },
    { election: 'kz-mazhilis-2023', origin },
    { election: 'kz-mazhilis-2023', revision: 7, origin },
  ]);
  expect(result).toMatchObject({ release: { version: '1.0.0' } });
});

test('publishes again for a duplicate, so that a release that was cut short is finished', async () => {
  const duplicate = () => ({ outcome: 'duplicate', election: 'kz-mazhilis-2023' });

  const { steps } = await run({ Validate: duplicate, Allocate: allocated, Publish: released });

  expect(steps).toEqual(['Validate', 'Allocate', 'Publish']);
});

test.each(['rejected', 'ignored'])('ends well and changes nothing when the upload is %s', async (outcome) => {
  const { steps, failed } = await run({ Validate: () => ({ outcome }) });

  expect(steps).toEqual(['Validate']);
  expect(failed).toBeUndefined();
});

test('waits for input that arrives at the thirteenth attempt', async () => {
  const { steps } = await run({
    Validate: failing(13, 'WaitingForInput', accepted),
    Allocate: allocated,
    Publish: released,
  });

  expect(steps).toEqual([...Array(14).fill('Validate'), 'Allocate', 'Publish']);
});

test('rejects late, with the event as it came, what waits in vain', async () => {
  const { steps, inputs, failed } = await run({
    Validate: failing(99, 'WaitingForInput', accepted),
    'Reject late': () => ({ outcome: 'rejected' }),
  });

  expect(steps).toEqual([...Array(14).fill('Validate'), 'Reject late']);
  expect(inputs.at(-1)).toEqual({ mode: 'reject-waiting', event, origin });
  expect(failed).toBeUndefined();
});

test('goes on when the input arrived just before the late rejection', async () => {
  const { steps } = await run({
    Validate: failing(99, 'WaitingForInput', accepted),
    'Reject late': accepted,
    Allocate: allocated,
    Publish: released,
  });

  expect(steps.slice(-3)).toEqual(['Reject late', 'Allocate', 'Publish']);
});

test.each(['LedgerBusy', 'Lambda.TooManyRequestsException', 'TypeError'])(
  'gets through %s by retries',
  async (name) => {
    const { steps } = await run({
      Validate: accepted,
      Allocate: failing(6, name, allocated),
      Publish: released,
    });

    expect(steps).toEqual(['Validate', ...Array(7).fill('Allocate'), 'Publish']);
  },
);

test('records what failed for good, and fails with that error', async () => {
  const { steps, inputs, failed } = await run({
    Validate: accepted,
    Allocate: allocated,
    Publish: failing(99, 'StoreError', released),
    'Record failure': () => ({}),
    'Queue failure': () => ({}),
  });

  expect(steps.slice(-3)).toEqual(['Publish', 'Record failure', 'Queue failure']);
  expect(steps).toHaveLength(11);
  expect(inputs.at(-2)).toMatchObject({
    Item: {
      pk: { S: 'FAILURES' },
      sk: { S: 'execution-1' },
      key: { S: event.detail.object.key },
      versionId: { S: 'v1' },
      error: { S: 'StoreError' },
      cause: { S: 'StoreError happened' },
      at: { S: '2023-03-20T12:00:00Z' },
    },
  });
  expect(inputs.at(-1)).toMatchObject({
    MessageBody: {
      event,
      execution: 'execution-1',
      error: 'StoreError',
      cause: 'StoreError happened',
      at: '2023-03-20T12:00:00Z',
    },
  });
  expect(failed).toContain('StoreError happened');
});

test.each([
  ['the record', { 'Record failure': failing(99, 'DynamoDB.Down', () => ({})), 'Queue failure': () => ({}) }],
  ['the queue', { 'Record failure': () => ({}), 'Queue failure': failing(99, 'Sqs.Down', () => ({})) }],
])('says what failed though %s cannot be written', async (_, handlers) => {
  const failure = failing(99, 'StoreError', accepted);

  const { steps, failed } = await run({ Validate: failure, ...handlers });

  expect(steps).toContain('Record failure');
  expect(steps.at(-1)).toBe('Queue failure');
  expect(failed).toContain('StoreError happened');
});

test('records an outcome that it does not know', async () => {
  const { steps, inputs, failed } = await run({
    Validate: () => ({ outcome: 'perhaps' }),
    'Record failure': () => ({}),
    'Queue failure': () => ({}),
  });

  expect(steps).toEqual(['Validate', 'Record failure', 'Queue failure']);
  expect(inputs.at(-2)).toMatchObject({ Item: { error: { S: 'UnknownOutcome' } } });
  expect(failed).toContain('does not know');
});
