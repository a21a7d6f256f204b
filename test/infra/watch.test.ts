import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { type AlarmRule, alarmRules } from '../../infra/watch/rules.ts';
import { isRecord, only } from './support/reading.ts';
import { templateWith } from './support/templates.ts';

/** Every alarm's own properties, in the order of the table. */
function alarms(settings: Readonly<Record<string, unknown>> = {}): Record<string, unknown>[] {
  const found: unknown[] = Object.values(templateWith(settings).findResources('AWS::CloudWatch::Alarm'));
  return found.filter(isRecord).map(({ Properties }) => (isRecord(Properties) ? Properties : {}));
}

/** The articles of the operations guide: the anchor of each heading, and the text under it. */
function articles(): Map<string, string> {
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
  return new Map(
    guide.split(/^## /m).map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return [anchor(title), lines.join('\n')];
    }),
  );
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function limitOf(name: string, settings: Readonly<Record<string, unknown>> = {}): unknown {
  const index = alarmRules.findIndex((rule) => rule.name === name);
  return alarms(settings)[index]?.Threshold;
}

test('every line of the table is an alarm, under a name of its own', () => {
  const names = alarmRules.map(({ name }) => name);

  expect(alarms()).toHaveLength(names.length);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['ExecutionFailed', 'FailuresQueued', 'PublishLag']));
});

test('every alarm tells the topic, and is quiet when nothing runs', () => {
  templateWith().allResourcesProperties('AWS::CloudWatch::Alarm', {
    AlarmActions: [{ Ref: Match.stringLikeRegexp('^WatchAlarms') }],
    TreatMissingData: 'notBreaching',
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  });
});

test.each([
  ['validate', 'FILL(waiting, 0) + FILL(busy, 0)', ['UploadsWaiting', 'ValidateBusy']],
  ['publish', 'FILL(busy, 0)', ['PublishBusy']],
])('who waits in %s is an error to Lambda and wakes nobody', (stage, planned, metrics) => {
  const { Metrics, Threshold } = only(templateWith(), 'AWS::CloudWatch::Alarm', {
    AlarmDescription: Match.stringLikeRegexp(`"${stage}" ends in errors`),
    EvaluationPeriods: 3,
  });
  const written = JSON.stringify(Metrics);

  expect(Threshold).toBe(1);
  expect(written).toContain(`"IF(FILL(errors, 0) > (${planned}), FILL(errors, 0) - (${planned}), 0)"`);
  for (const name of [...metrics, 'Errors']) expect(written).toContain(`"MetricName":"${name}"`);
});

test('no attempt of allocate is planned to end in an error', () => {
  templateWith().hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmDescription: Match.stringLikeRegexp('"allocate" ends in errors'),
    MetricName: 'Errors',
    EvaluationPeriods: 3,
  });
});

test('a key that refuses rings for one upload, whose attempts are over within a period', () => {
  templateWith().hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'SigningFailures',
    Threshold: 1,
    EvaluationPeriods: 1,
  });
});

test.each([
  ['FailedInvocations', 1],
  ['InvocationsFailedToBeSentToDlq', 1],
  ['RetryInvocationAttempts', 3],
])('%s of the rule that starts the pipeline rings after %i periods', (MetricName, EvaluationPeriods) => {
  templateWith().hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/Events',
    MetricName,
    Dimensions: [{ Name: 'RuleName', Value: { Ref: Match.stringLikeRegexp('^PipelineUploads') } }],
    EvaluationPeriods,
  });
});

test('the share of what is rejected counts over a quarter of an hour, from ten uploads on', () => {
  const { Metrics } = only(templateWith(), 'AWS::CloudWatch::Alarm', {
    AlarmDescription: Match.stringLikeRegexp('rejected'),
  });

  expect(JSON.stringify(Metrics)).toContain('"Period":900');
  expect(JSON.stringify(Metrics)).not.toContain('"Period":300');
  expect(JSON.stringify(Metrics)).toContain('>= 10, 100 * FILL(rejected, 0)');
  expect(JSON.stringify(Metrics)).toContain('"Dimensions":[{"Name":"service","Value":"Sailau"}]');
});

test('limits follow the settings: minutes are seconds to a metric, time limits four fifths in milliseconds', () => {
  const settings = {
    oldestUploadMinutes: 60,
    publishLagMinutes: 10,
    rejectedPercent: 30,
    validateTimeout: 100,
  };

  expect(
    ['OldestUpload', 'PublishLag', 'RejectedShare', 'ValidateSlow'].map((name) => limitOf(name)),
  ).toEqual([2700, 1800, 50, 720_000]);
  expect(
    ['OldestUpload', 'PublishLag', 'RejectedShare', 'ValidateSlow'].map((name) => limitOf(name, settings)),
  ).toEqual([3600, 600, 30, 80_000]);
});

test('an installation counts its own uploads alone', () => {
  const names = JSON.stringify(alarms({ stackName: 'Other' }));

  expect(names).toContain('{"Name":"service","Value":"Other"}');
  expect(names).not.toContain('"Value":"Sailau"');
});

test('errors of readers ring where CloudFront gives its metrics', () => {
  const found: unknown[] = Object.values(templateWith().findResources('AWS::CloudWatch::Alarm'));
  const conditions = found
    .filter(isRecord)
    .flatMap(({ Condition }) => (Condition ? [String(Condition)] : []));

  expect(conditions).toHaveLength(1);
  expect(templateWith().toJSON().Conditions[conditions[0] ?? '']).toEqual({
    'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'],
  });
});

test('every alarm ends in the path of its article, or in its address where a setting gives one', () => {
  const runbookUrl = 'https://example.org/operations.md';
  const endings = (from: string) => alarmRules.map(({ says, article }) => `${says} See ${from}#${article}`);
  const written = (settings = {}) => alarms(settings).map(({ AlarmDescription }) => AlarmDescription);

  expect(written()).toEqual(endings('docs/operations.md'));
  expect(written({ runbookUrl })).toEqual(endings(runbookUrl));
});

test.each(alarmRules.map((rule): [string, AlarmRule] => [rule.name, rule]))(
  'the article of %s says what it means, how to see it, what to do, and when it is over',
  (_name, { article }) => {
    const text = articles().get(article) ?? '';

    for (const part of ['**For the public:**', '**See it:**', '**Do:**', '**It is over when**'])
      expect(text, `${article}: ${part}`).toContain(part);
    expect(text, `${article}: a command`).toMatch(/```sh\n/);
  },
);

test('shows everything on one dashboard, which links to the executions and to the data', () => {
  const body = JSON.stringify(only(templateWith(), 'AWS::CloudWatch::Dashboard').DashboardBody);

  for (const shown of [
    'UploadAge',
    'UploadsRejected',
    'PublishLag',
    'ExecutionThrottled',
    'WriteThrottleEvents',
  ])
    expect(body).toContain(shown);
  expect(body).toContain('statemachines/view/');
  expect(body).toContain('docs/operations.md');
});

test('writes to nobody by default, and knows no budget', () => {
  templateWith().resourceCountIs('AWS::SNS::Subscription', 0);
  templateWith().resourceCountIs('AWS::Budgets::Budget', 0);
});

test('writes to the address of the settings', () => {
  templateWith({ alarmEmail: 'ops@example.org' }).hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'ops@example.org',
  });
});

test('a budget writes to the address of the settings, and needs one', () => {
  templateWith({ alarmEmail: 'ops@example.org', monthlyBudget: 40 }).hasResourceProperties(
    'AWS::Budgets::Budget',
    {
      Budget: { BudgetLimit: { Amount: 40, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({ Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'ops@example.org' }] }),
      ]),
    },
  );
  expect(() => templateWith({ monthlyBudget: 40 })).toThrow(/alarmEmail/);
});
