import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { vi } from 'vitest';
import type { Json, JsonObject } from '../../../../local/json.ts';
import { createMachine, type Ending } from '../../../../local/pipeline/machine.ts';
import type { ExecutionEvent } from '../../../../local/pipeline/progress.ts';

/** The one function that the machine may call. */
export const WORK = 'arn:aws:lambda:us-east-1:000000000000:function:work';
const nowhere = { region: 'us-east-1', endpoint: 'http://127.0.0.1:9' };
const dynamodb = new DynamoDBClient(nowhere);
const sqs = new SQSClient(nowhere);

/** An execution: `events` grows while it runs. */
type Run = { ending: Promise<Ending>; events: ExecutionEvent[]; abort: () => void };

/** Runs states in which `work` stands for the function. The clock is the test's own: it runs until the execution has ended. */
export function execute(
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

/** The state `Work`, a task that calls the function and ends. */
export function task(properties: JsonObject): { Work: JsonObject } {
  return { Work: { Type: 'Task', Resource: WORK, End: true, ...properties } };
}

/** An error of that name. */
export function named(name: string, message = name): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
