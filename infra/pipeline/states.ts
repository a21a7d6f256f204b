import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import {
  DynamoAttributeValue,
  DynamoPutItem,
  LambdaInvoke,
  SqsSendMessage,
} from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { Records } from '../records.ts';
import type { Failures } from './failures.ts';
import type { Functions } from './functions.ts';

const text = sfn.JsonPath.stringAt;

/** What the states call: the functions of the stages, and where a failure is told. */
export interface Called {
  readonly functions: Functions;
  readonly records: Records;
  readonly failures: Failures;
}

/**
 * The states of one execution. Its input is the whole EventBridge event of the upload; each step adds its result:
 * `$.validation` (`outcome`, `election`), `$.allocation` (`revision`), `$.release`, or `$.failure` (`Error`, `Cause`).
 */
export function flow(scope: Construct, { functions, records, failures }: Called): sfn.IChainable {
  const failure = tellFailure(scope, records, failures);
  const done = new sfn.Succeed(scope, 'Done');
  const step = (id: string, lambda: IFunction, payload: Record<string, string>, resultPath: string) =>
    new LambdaInvoke(scope, id, {
      lambdaFunction: lambda,
      payload: sfn.TaskInput.fromObject({ ...payload, origin }),
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      resultPath,
    });

  const publish = step(
    'Publish',
    functions.publish,
    { election, revision: text('$.allocation.revision') },
    '$.release',
  );
  const allocate = step('Allocate', functions.allocate, { election }, '$.allocation');
  const rejectLate = step(
    'Reject late',
    functions.validate,
    { mode: 'reject-waiting', event },
    '$.validation',
  );
  const validate = step('Validate', functions.validate, { mode: 'check', event }, '$.validation');
  const accepted = choose(scope, { allocate, done, failure });

  // The first retrier that names an error decides: a file that waits has to come before the general faults.
  validate.addRetry(untilInputArrives);
  publish.addRetry(untilItsTurn);
  for (const task of [validate, rejectLate, allocate, publish]) {
    task.addRetry(whileThrottled);
    task.addRetry(throughFaults);
  }
  validate.addCatch(rejectLate, { errors: ['WaitingForInput'], resultPath: sfn.JsonPath.DISCARD });
  for (const task of [validate, rejectLate, allocate, publish])
    task.addCatch(failure, { resultPath: '$.failure' });

  rejectLate.next(accepted);
  allocate.next(publish).next(done);
  return validate.next(accepted);
}

const event = sfn.JsonPath.entirePayload;
const election = text('$.validation.election');

// For logs and metrics alone: no result depends on it.
const origin = {
  execution: text('$$.Execution.Name'),
  key: text('$.detail.object.key'),
  time: text('$.time'),
};

// Files come in any order. Thirteen attempts with full jitter wait about 20 minutes for a definition or a register.
const untilInputArrives: sfn.RetryProps = {
  errors: ['WaitingForInput'],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.minutes(5),
  jitterStrategy: sfn.JitterType.FULL,
  maxAttempts: 13,
};

// One publisher of an election writes at a time; those that waited mostly find their revision published. About twenty minutes: a release of
// a million stations takes six, and whoever comes in its first moments waits for that and for the next.
const untilItsTurn: sfn.RetryProps = {
  errors: ['ReleaseBusy'],
  interval: Duration.seconds(2),
  backoffRate: 1.5,
  maxDelay: Duration.seconds(20),
  jitterStrategy: sfn.JitterType.FULL,
  maxAttempts: 120,
};

// A function that may not run more often at one time (docs/settings.md) refuses, and so does one of an account at its limit: no fault of the upload, which
// waits in the state machine until there is room. With full jitter about 70 minutes, within the two hours of an execution.
const whileThrottled: sfn.RetryProps = {
  errors: ['Lambda.TooManyRequestsException'],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  jitterStrategy: sfn.JitterType.FULL,
  maxAttempts: 280,
};

// Every step may be run again (see functions/store), so whatever went wrong, another attempt does no harm.
const throughFaults: sfn.RetryProps = {
  errors: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.Unknown',
    sfn.Errors.TIMEOUT,
    'LedgerBusy',
    sfn.Errors.TASKS_FAILED,
  ],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.minutes(1),
  jitterStrategy: sfn.JitterType.FULL,
  maxAttempts: 6,
};

function choose(
  scope: Construct,
  to: { allocate: sfn.IChainable; done: sfn.IChainable; failure: sfn.IChainable },
): sfn.Choice {
  const outcome = (word: string) => sfn.Condition.stringEquals('$.validation.outcome', word);
  // The failure's record needs an error, and here nothing has thrown one.
  const unknown = new sfn.Pass(scope, 'Unknown outcome', {
    result: sfn.Result.fromObject({
      Error: 'UnknownOutcome',
      Cause:
        'The function "validate" gave an outcome that the state machine does not know. Deploy both from one version.',
    }),
    resultPath: '$.failure',
  });
  return new sfn.Choice(scope, 'Accepted?')
    .when(sfn.Condition.or(outcome('accepted'), outcome('duplicate')), to.allocate)
    .when(sfn.Condition.or(outcome('rejected'), outcome('ignored')), to.done)
    .otherwise(unknown.next(to.failure));
}

// The record first, then the work list. Neither is left out because the other cannot be written.
function tellFailure(scope: Construct, records: Records, failures: Failures): sfn.IChainable {
  const record = recordFailure(scope, records);
  const queue = queueFailure(scope, failures);
  const failed = new sfn.Fail(scope, 'Failed', {
    errorPath: '$.failure.Error',
    causePath: '$.failure.Cause',
  });
  for (const task of [record, queue])
    task.addRetry({ ...throughFaults, errors: [sfn.Errors.TASKS_FAILED, sfn.Errors.TIMEOUT] });
  record.addCatch(queue, { resultPath: sfn.JsonPath.DISCARD });
  queue.addCatch(failed, { resultPath: sfn.JsonPath.DISCARD });
  return record.next(queue).next(failed);
}

function recordFailure(scope: Construct, records: Records): DynamoPutItem {
  const value = (path: string) => DynamoAttributeValue.fromString(text(path));
  return new DynamoPutItem(scope, 'Record failure', {
    table: records.table,
    item: {
      pk: DynamoAttributeValue.fromString('FAILURES'),
      sk: value('$$.Execution.Name'),
      key: value('$.detail.object.key'),
      versionId: value("$.detail.object['version-id']"),
      error: value('$.failure.Error'),
      cause: value('$.failure.Cause'),
      at: value('$$.State.EnteredTime'),
    },
    resultPath: sfn.JsonPath.DISCARD,
  });
}

// The event as it came in: what the steps have added to it belongs to the attempt that gave up.
function queueFailure(scope: Construct, failures: Failures): SqsSendMessage {
  return new SqsSendMessage(scope, 'Queue failure', {
    queue: failures.queue,
    messageBody: sfn.TaskInput.fromObject({
      event: sfn.JsonPath.objectAt('$$.Execution.Input'),
      execution: text('$$.Execution.Name'),
      error: text('$.failure.Error'),
      cause: text('$.failure.Cause'),
      at: text('$$.State.EnteredTime'),
    }),
    resultPath: sfn.JsonPath.DISCARD,
  });
}
