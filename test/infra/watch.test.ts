import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { isRecord } from './support/reading.ts';
import { templateWith } from './support/templates.ts';

/** Every alarm's own properties. */
function alarms(): Record<string, unknown>[] {
  const found: unknown[] = Object.values(templateWith().findResources('AWS::CloudWatch::Alarm'));
  return found.filter(isRecord).map(({ Properties }) => (isRecord(Properties) ? Properties : {}));
}

test('watches failed and late executions, lost events and the errors of each function', () => {
  const watched = alarms().map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`);

  expect(watched).toEqual([
    'AWS/States ExecutionsFailed',
    'AWS/States ExecutionsTimedOut',
    'AWS/Events FailedInvocations',
    'AWS/Lambda Errors',
    'AWS/Lambda Errors',
    'AWS/Lambda Errors',
  ]);
});

test('every alarm tells the topic, and is quiet when nothing runs', () => {
  templateWith().allResourcesProperties('AWS::CloudWatch::Alarm', {
    AlarmActions: [{ Ref: Match.stringLikeRegexp('^WatchAlarms') }],
    TreatMissingData: 'notBreaching',
    Threshold: 1,
    Statistic: 'Sum',
    Period: 300,
  });
});

test('a file that waits for its definition wakes nobody', () => {
  templateWith().hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmDescription: Match.stringLikeRegexp('"validate"'),
    EvaluationPeriods: 12,
  });
});

test('every alarm names an article of the operations guide that is there', () => {
  const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
  const articles = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchor(title));
  const named = alarms().map(
    ({ AlarmDescription }) => /docs\/operations\.md#(\S+)$/.exec(String(AlarmDescription))?.[1],
  );

  expect(named.length).toBeGreaterThan(0);
  for (const article of named) expect(articles).toContain(article);
});

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

test('writes to nobody by default', () => {
  templateWith().resourceCountIs('AWS::SNS::Subscription', 0);
});

test('writes to the address of the settings', () => {
  templateWith({ alarmEmail: 'ops@example.org' }).hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'ops@example.org',
  });
});
