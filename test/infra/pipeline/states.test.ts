import { expect, test } from 'vitest';
import { definitionOf, isRecord, type JsonRecord } from '../support/reading.ts';
import { templateWith } from '../support/templates.ts';

function states(): JsonRecord {
  const { States } = definitionOf(templateWith());
  return isRecord(States) ? States : {};
}

const untilInputArrives = {
  ErrorEquals: ['WaitingForInput'],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxDelaySeconds: 300,
  JitterStrategy: 'FULL',
  MaxAttempts: 13,
};

const untilItsTurn = {
  ErrorEquals: ['ReleaseBusy'],
  IntervalSeconds: 2,
  BackoffRate: 1.5,
  MaxDelaySeconds: 20,
  JitterStrategy: 'FULL',
  MaxAttempts: 120,
};

const whileThrottled = {
  ErrorEquals: ['Lambda.TooManyRequestsException'],
  IntervalSeconds: 1,
  BackoffRate: 2,
  MaxDelaySeconds: 30,
  JitterStrategy: 'FULL',
  MaxAttempts: 280,
};

const throughFaults = {
  ErrorEquals: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.Unknown',
    'States.Timeout',
    'LedgerBusy',
    'States.TaskFailed',
  ],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxDelaySeconds: 60,
  JitterStrategy: 'FULL',
  MaxAttempts: 6,
};

// Where an invocation came from, for logs and metrics.
const origin = {
  'execution.$': '$$.Execution.Name',
  'key.$': '$.detail.object.key',
  'time.$': '$.time',
};

const recorded = { ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Record failure' };

test('has these states and no other, and starts with the check', () => {
  expect(Object.keys(states()).sort()).toEqual([
    'Accepted?',
    'Allocate',
    'Done',
    'Failed',
    'Publish',
    'Queue failure',
    'Record failure',
    'Reject late',
    'Unknown outcome',
    'Validate',
  ]);
  expect(definitionOf(templateWith())).toMatchObject({ StartAt: 'Validate', TimeoutSeconds: 7200 });
});

test('checks the whole event, waits for input before it retries faults, and rejects what has waited too long', () => {
  expect(states().Validate).toEqual({
    Type: 'Task',
    Resource: '<FunctionsValidate>',
    Parameters: { mode: 'check', 'event.$': '$', origin },
    ResultPath: '$.validation',
    Retry: [untilInputArrives, whileThrottled, throughFaults],
    Catch: [{ ErrorEquals: ['WaitingForInput'], ResultPath: null, Next: 'Reject late' }, recorded],
    Next: 'Accepted?',
  });
});

test('rejects late with the same function in another mode', () => {
  expect(states()['Reject late']).toEqual({
    Type: 'Task',
    Resource: '<FunctionsValidate>',
    Parameters: { mode: 'reject-waiting', 'event.$': '$', origin },
    ResultPath: '$.validation',
    Retry: [whileThrottled, throughFaults],
    Catch: [recorded],
    Next: 'Accepted?',
  });
});

test('goes on with what is accepted or a duplicate, and ends well with what is rejected or ignored', () => {
  const is = (word: string) => ({ Variable: '$.validation.outcome', StringEquals: word });

  expect(states()['Accepted?']).toEqual({
    Type: 'Choice',
    Choices: [
      { Or: [is('accepted'), is('duplicate')], Next: 'Allocate' },
      { Or: [is('rejected'), is('ignored')], Next: 'Done' },
    ],
    Default: 'Unknown outcome',
  });
  expect(states()['Unknown outcome']).toMatchObject({ ResultPath: '$.failure', Next: 'Record failure' });
});

test('allocates the election, then publishes the revision that was allocated', () => {
  expect(states().Allocate).toEqual({
    Type: 'Task',
    Resource: '<FunctionsAllocate>',
    Parameters: { 'election.$': '$.validation.election', origin },
    ResultPath: '$.allocation',
    Retry: [whileThrottled, throughFaults],
    Catch: [recorded],
    Next: 'Publish',
  });
  expect(states().Publish).toEqual({
    Type: 'Task',
    Resource: '<FunctionsPublish>',
    Parameters: { 'election.$': '$.validation.election', 'revision.$': '$.allocation.revision', origin },
    ResultPath: '$.release',
    Retry: [untilItsTurn, whileThrottled, throughFaults],
    Catch: [recorded],
    Next: 'Done',
  });
  expect(states().Done).toEqual({ Type: 'Succeed' });
});

test('records a failure in the table without a function, then queues its event, and fails with its error', () => {
  expect(states()['Record failure']).toMatchObject({
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Parameters: {
      TableName: '<RecordsTable>',
      Item: {
        pk: { S: 'FAILURES' },
        sk: { 'S.$': '$$.Execution.Name' },
        key: { 'S.$': '$.detail.object.key' },
        versionId: { 'S.$': "$.detail.object['version-id']" },
        error: { 'S.$': '$.failure.Error' },
        cause: { 'S.$': '$.failure.Cause' },
        at: { 'S.$': '$$.State.EnteredTime' },
      },
    },
    Retry: [{ ErrorEquals: ['States.TaskFailed', 'States.Timeout'] }],
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Queue failure' }],
    ResultPath: null,
    Next: 'Queue failure',
  });
  expect(states()['Queue failure']).toMatchObject({
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage',
    Parameters: {
      QueueUrl: '<FailuresQueue>',
      MessageBody: {
        'event.$': '$$.Execution.Input',
        'execution.$': '$$.Execution.Name',
        'error.$': '$.failure.Error',
        'cause.$': '$.failure.Cause',
        'at.$': '$$.State.EnteredTime',
      },
    },
    Retry: [{ ErrorEquals: ['States.TaskFailed', 'States.Timeout'] }],
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Failed' }],
    ResultPath: null,
    Next: 'Failed',
  });
  expect(states().Failed).toEqual({
    Type: 'Fail',
    ErrorPath: '$.failure.Error',
    CausePath: '$.failure.Cause',
  });
});
