import type { MetricName } from '../../functions/model/observation.ts';
import type { Stage } from '../pipeline/functions.ts';
import type { Settings } from '../settings/settings.ts';

/** What a metric is of: a part of the stack, or the functions' own count. */
export type Subject = Stage | 'machine' | 'rule' | 'queue' | 'table' | 'distribution' | 'own';

/** A metric of CloudWatch, by what it is of. `operation`: of a table, the call. */
export interface Measured {
  readonly of: Subject;
  readonly metric: string;
  readonly statistic: string;
  readonly operation?: string;
}

/** Something that is computed of several metrics (CloudWatch metric math), by the names that it gives them. */
export interface Computed {
  readonly expression: string;
  /** Of a period; five unless given. */
  readonly minutes?: number;
  readonly metrics: Readonly<Record<string, Measured>>;
}

/** An alarm: it rings when the value is at or over the limit in so many periods in a row. */
export interface AlarmRule {
  readonly name: string;
  readonly says: string;
  /** Anchor in docs/operations.md: what it means for the public, how to see it, what to do, how to know that it is over. */
  readonly article: string;
  readonly value: Measured | Computed;
  readonly limit: number | ((settings: Settings) => number);
  readonly periods: number;
  /** CloudFront gives its metrics in us-east-1 alone, and an alarm sees those of its own region: elsewhere there is none. */
  readonly onlyIn?: 'us-east-1';
}

/** Minutes of a period. */
export const periodMinutes = 5;

/** Minutes over which the share of rejected uploads is taken, and how many uploads it takes at least to say anything. */
export const shareMinutes = 15;
export const fewestUploads = 10;

const stages = ['validate', 'allocate', 'publish'] as const;
const named = (stage: Stage, what: string) => `${stage[0]?.toUpperCase()}${stage.slice(1)}${what}`;
const own = (metric: MetricName, statistic = 'Sum'): Measured => ({ of: 'own', metric, statistic });
const sum = (of: Subject, metric: string): Measured => ({ of, metric, statistic: 'Sum' });
const systemErrors = (operation: string): Measured => ({ ...sum('table', 'SystemErrors'), operation });

/**
 * Errors of a stage but those that are part of the plan, which Lambda counts too: a file waits for its definition, a publisher for its turn. Each is
 * retried for as long as it may take, so a busy night is full of them. Never below 0, should one count come a moment before the other.
 */
function faultsOf(stage: Stage): Measured | Computed {
  const errors = sum(stage, 'Errors');
  const planned = plannedErrors[stage];
  if (planned === undefined) return errors;
  const plan = Object.keys(planned)
    .map((name) => `FILL(${name}, 0)`)
    .join(' + ');
  return {
    expression: `IF(FILL(errors, 0) > (${plan}), FILL(errors, 0) - (${plan}), 0)`,
    metrics: { errors, ...planned },
  };
}

const plannedErrors: Readonly<Partial<Record<Stage, Readonly<Record<string, Measured>>>>> = {
  validate: { waiting: own('UploadsWaiting'), busy: own('ValidateBusy') },
  publish: { busy: own('PublishBusy') },
};

/** Every alarm there is: adding one is adding a line here, and its article. */
export const alarmRules: readonly AlarmRule[] = [
  {
    name: 'ExecutionFailed',
    says: 'An upload was not processed.',
    article: 'an-execution-failed',
    value: sum('machine', 'ExecutionsFailed'),
    limit: 1,
    periods: 1,
  },
  {
    name: 'ExecutionTimedOut',
    says: 'An upload took longer than two hours.',
    article: 'an-execution-timed-out',
    value: sum('machine', 'ExecutionsTimedOut'),
    limit: 1,
    periods: 1,
  },
  {
    name: 'ExecutionThrottled',
    says: 'The state machine is being slowed down by the limits of the account.',
    article: 'executions-are-throttled',
    value: sum('machine', 'ExecutionThrottled'),
    limit: 1,
    periods: 3,
  },
  {
    name: 'EventNotDelivered',
    says: 'An upload did not start the pipeline.',
    article: 'an-event-was-not-delivered',
    value: sum('rule', 'FailedInvocations'),
    limit: 1,
    periods: 1,
  },
  {
    name: 'EventLost',
    says: 'An upload did not start the pipeline, and its event is not in the queue of failures either.',
    article: 'an-event-was-not-delivered',
    value: sum('rule', 'InvocationsFailedToBeSentToDlq'),
    limit: 1,
    periods: 1,
  },
  {
    name: 'EventsDelayed',
    says: 'Uploads have not started the pipeline at the first attempt for a quarter of an hour.',
    article: 'events-are-delivered-late',
    value: sum('rule', 'RetryInvocationAttempts'),
    limit: 1,
    periods: 3,
  },
  {
    name: 'FailuresQueued',
    says: 'Uploads wait in the queue of failures to be started again.',
    article: 'the-queue-of-failures-is-not-empty',
    value: { of: 'queue', metric: 'ApproximateNumberOfMessagesVisible', statistic: 'Maximum' },
    limit: 1,
    periods: 1,
  },
  {
    name: 'OldestUpload',
    says: 'An upload has been in work for too long.',
    article: 'an-upload-is-stuck',
    value: own('UploadAge', 'Maximum'),
    limit: ({ oldestUploadMinutes }) => oldestUploadMinutes * 60,
    periods: 1,
  },
  {
    name: 'RejectedShare',
    says: 'Most of what comes in is rejected.',
    article: 'many-uploads-are-rejected',
    value: {
      expression: `IF(FILL(rejected, 0) + FILL(accepted, 0) >= ${fewestUploads}, 100 * FILL(rejected, 0) / (FILL(rejected, 0) + FILL(accepted, 0)), 0)`,
      minutes: shareMinutes,
      metrics: { rejected: own('UploadsRejected'), accepted: own('UploadsAccepted') },
    },
    limit: ({ rejectedPercent }) => rejectedPercent,
    periods: 1,
  },
  {
    name: 'PublishLag',
    says: 'The public found a change later than it should.',
    article: 'releases-come-late',
    value: own('PublishLag', 'Maximum'),
    limit: ({ publishLagMinutes }) => publishLagMinutes * 60,
    periods: 1,
  },
  ...stages.map((stage) => ({
    name: named(stage, 'Errors'),
    says: `The function "${stage}" ends in errors.`,
    article: 'a-function-ends-in-errors',
    value: faultsOf(stage),
    limit: 1,
    // A single one is retried.
    periods: 3,
  })),
  ...stages.map((stage) => ({
    name: named(stage, 'Throttles'),
    says: `The function "${stage}" has been at its limit for half an hour.`,
    article: 'a-function-is-throttled',
    value: sum(stage, 'Throttles'),
    limit: 1,
    periods: 6,
  })),
  ...stages.map((stage) => ({
    name: named(stage, 'Slow'),
    says: `The function "${stage}" takes more than four fifths of its time limit.`,
    article: 'a-function-is-near-its-time-limit',
    value: { of: stage, metric: 'Duration', statistic: 'p99' },
    // Milliseconds, of seconds.
    limit: (settings: Settings) => settings[`${stage}Timeout`] * 800,
    periods: 1,
  })),
  {
    name: 'TableThrottled',
    says: 'The table of records takes less than it is given.',
    article: 'the-table-is-throttled',
    value: {
      expression: 'FILL(reads, 0) + FILL(writes, 0)',
      metrics: { reads: sum('table', 'ReadThrottleEvents'), writes: sum('table', 'WriteThrottleEvents') },
    },
    // A new table grows while it is being written to: that is over in a quarter of an hour.
    limit: 100,
    periods: 3,
  },
  {
    name: 'TableErrors',
    says: 'The table of records answers with errors of its own.',
    article: 'the-table-has-errors',
    value: {
      expression: 'FILL(put, 0) + FILL(get, 0) + FILL(query, 0) + FILL(batch, 0)',
      metrics: {
        put: systemErrors('PutItem'),
        get: systemErrors('GetItem'),
        query: systemErrors('Query'),
        batch: systemErrors('BatchWriteItem'),
      },
    },
    limit: 5,
    periods: 2,
  },
  {
    name: 'SigningFailed',
    says: 'The key that releases are signed with refuses.',
    article: 'a-release-cannot-be-signed',
    value: own('SigningFailures'),
    limit: 1,
    // All attempts of one upload are over in a minute or two, and the next upload may be hours away.
    periods: 1,
  },
  {
    name: 'ReadersGetErrors',
    says: 'Readers of the published data get errors.',
    article: 'readers-get-errors',
    value: { of: 'distribution', metric: '5xxErrorRate', statistic: 'Average' },
    limit: 5,
    periods: 2,
    onlyIn: 'us-east-1',
  },
];
