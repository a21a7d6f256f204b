import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json, JsonObject } from '../../../local/json.ts';
import { createMachine, type Ending } from '../../../local/pipeline/machine.ts';
import type { ExecutionEvent } from '../../../local/pipeline/progress.ts';

const WORK = 'arn:aws:lambda:us-east-1:000000000000:function:work';
const nowhere = { region: 'us-east-1', endpoint: 'http://127.0.0.1:9' };
const dynamodb = new DynamoDBClient(nowhere);
const sqs = new SQSClient(nowhere);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createMachine', () => {
  it('retries with the back-off of the template, up to its longest delay and its last attempt', async () => {
    const times: number[] = [];
    const start = Date.now();
    const run = execute(
      task({
        Retry: [
          { ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 3 },
        ],
      }),
      async () => {
        times.push((Date.now() - start) / 1000);
        throw named('Busy');
      },
    );

    const ending = await run.ending;

    expect(times).toEqual([0, 2, 8, 18]);
    expect(ending).toMatchObject({ type: 'failed', error: 'Busy' });
  });

  it('draws the delay where the template asks for jitter', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const times: number[] = [];
    const start = Date.now();
    const retry = {
      ErrorEquals: ['States.TaskFailed'],
      IntervalSeconds: 4,
      MaxAttempts: 2,
      JitterStrategy: 'FULL',
    };

    await execute(task({ Retry: [retry] }), async () => {
      times.push(Date.now() - start);
      throw named('Busy');
    }).ending;

    expect(times).toEqual([0, 2_000, 6_000]);
    vi.restoreAllMocks();
  });

  it('lets the first retrier that names the error decide, and then the first catcher', async () => {
    const retries = [
      { ErrorEquals: ['WaitingForInput'], IntervalSeconds: 1, MaxAttempts: 1 },
      { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 5 },
    ];
    const catchers: JsonObject[] = [
      { ErrorEquals: ['WaitingForInput'], ResultPath: '$.waiting', Next: 'Caught' },
      { ErrorEquals: ['States.ALL'], Next: 'Other' },
    ];
    const states = {
      Work: { ...task({ Retry: retries, Catch: catchers }).Work },
      Caught: { Type: 'Pass', End: true },
      Other: { Type: 'Fail' },
    };

    const run = execute(states, () => Promise.reject(named('WaitingForInput', 'cause')), { key: 'k' });

    expect(await run.ending).toEqual({
      type: 'succeeded',
      output: { key: 'k', waiting: { Error: 'WaitingForInput', Cause: 'cause' } },
    });
    expect(run.events.map(({ type }) => type)).toEqual([
      'started',
      'entered',
      'attempt-failed',
      'retried',
      'attempt-failed',
      'caught',
      'entered',
      'succeeded',
    ]);
  });

  it('gives the paths of the context object, also those of the state', async () => {
    const context = {
      'execution.$': '$$.Execution.Name',
      'id.$': '$$.Execution.Id',
      'input.$': '$$.Execution.Input.key',
      'state.$': '$$.State.Name',
      'entered.$': '$$.State.EnteredTime',
      'retries.$': '$$.State.RetryCount',
      'machine.$': '$$.StateMachine.Name',
    };
    const inputs: Json[] = [];
    const states = {
      Wait: { Type: 'Wait', Seconds: 60, Next: 'Work' },
      ...task({ Parameters: context, Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5 }] }),
    };

    await execute(
      states,
      async (input) => {
        if (inputs.push(input) === 1) throw named('Busy');
        return null;
      },
      { key: 'k' },
      { StartAt: 'Wait' },
    ).ending;

    const expected = {
      execution: 'e1',
      id: 'arn:aws:states:us-east-1:000000000000:execution:pipeline:e1',
      input: 'k',
      state: 'Work',
      entered: '2026-01-01T00:01:00.000Z',
      machine: 'pipeline',
    };
    expect(inputs).toEqual([
      { ...expected, retries: 0 },
      { ...expected, retries: 1 },
    ]);
  });

  it('lets a task take as long as its function may, and not the minute that the interpreter allows', async () => {
    const slow = () => new Promise<Json>((resolve) => setTimeout(resolve, 14 * 60_000, 'done'));

    expect(await execute(task({}), slow).ending).toEqual({ type: 'succeeded', output: 'done' });
  });

  it('ends a task at its own time limit', async () => {
    const ending = await execute(task({ TimeoutSeconds: 5 }), () => new Promise(() => undefined)).ending;

    expect(ending).toMatchObject({ type: 'failed', error: 'States.Timeout' });
  });

  it('ends an execution at its time limit, without running through the attempts that are left', async () => {
    let attempts = 0;
    const retry = { ErrorEquals: ['Busy'], IntervalSeconds: 100, MaxAttempts: 9 };
    const run = execute(
      task({ Retry: [retry] }),
      async () => {
        attempts += 1;
        throw named('Busy');
      },
      {},
      { TimeoutSeconds: 150 },
    );

    expect(await run.ending).toMatchObject({ type: 'failed', error: 'States.Timeout' });
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(attempts).toBe(2);
  });

  it('fails an execution whose data are too large, and lets no wildcard catch it', async () => {
    const catchers = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const states = { ...task({ Catch: catchers }), Caught: { Type: 'Succeed' } };

    const ending = await execute(states, async () => 'x'.repeat(300_000)).ending;

    expect(ending).toMatchObject({ type: 'failed', error: 'States.DataLimitExceeded' });
  });

  it('can be aborted, in a task too', async () => {
    const run = execute(task({}), () => new Promise(() => undefined));

    run.abort();

    expect(await run.ending).toEqual({ type: 'aborted' });
    expect(run.events.at(-1)?.type).toBe('aborted');
  });

  it.each<[string, JsonObject, string]>([
    [
      'an integration that it does not know',
      task({ Resource: 'arn:aws:states:::sns:publish' }),
      'State "Work" calls arn:aws:states:::sns:publish, which this machine cannot run',
    ],
    ['a function that is not in the stack', task({ Resource: `${WORK}2` }), `State "Work" calls ${WORK}2`],
    [
      'another query language',
      task({ QueryLanguage: 'JSONata' }),
      'state "Work": the query language JSONata cannot be run',
    ],
    [
      'a field that the interpreter ignores',
      task({ HeartbeatSeconds: 5 }),
      'state "Work": the field HeartbeatSeconds',
    ],
    ['a map', { Work: { Type: 'Map', End: true } }, 'state "Work": a state of type Map'],
    [
      'a state that leads nowhere',
      task({ End: false, Next: 'Ghost' }),
      'Machine (AWS::StepFunctions::StateMachine) DefinitionString',
    ],
  ])('refuses %s by name', (_, states, message) => {
    expect(() => execute(states, async () => null)).toThrow(message);
  });
});

type Run = { ending: Promise<Ending>; events: ExecutionEvent[]; abort: () => void };

function execute(
  states: JsonObject,
  work: (input: Json) => Promise<Json>,
  input: Json = {},
  top: JsonObject = {},
): Run {
  const machine = createMachine(
    {
      logicalId: 'Machine',
      name: 'pipeline',
      arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:pipeline',
      definition: { StartAt: 'Work', States: states, ...top },
    },
    {
      dynamodb,
      sqs,
      functions: {
        has: (arn) => arn === WORK,
        invoke: (_, payload) => work(payload),
        drain: async () => undefined,
        stop: async () => undefined,
      },
    },
  );
  const events: ExecutionEvent[] = [];
  const { ended, abort } = machine.start('e1', input, (event) => events.push(event));
  return { events, abort, ending: untilEnded(ended) };
}

/** Lets the clock run until the execution has ended. */
async function untilEnded(ended: Promise<Ending>): Promise<Ending> {
  let over = false;
  void ended.finally(() => {
    over = true;
  });
  for (let second = 0; second < 10_000 && !over; second++) await vi.advanceTimersByTimeAsync(1_000);
  return ended;
}

function task(properties: JsonObject): { Work: JsonObject } {
  return { Work: { Type: 'Task', Resource: WORK, End: true, ...properties } };
}

function named(name: string, message = name): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
