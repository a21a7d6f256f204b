import { Aws } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { MetricName } from '../../functions/model/observation.ts';
import { metricOf, type Parts, type Shown } from './metrics.ts';
import type { Measured, Subject } from './rules.ts';

/**
 * What somebody looks at in the night, from top to bottom: what rings, whether anything is stuck, what came in, what was rejected, what was published,
 * what the functions do, who is slowed down.
 */
export function dashboard(scope: Construct, parts: Parts, alarms: readonly Alarm[]): Dashboard {
  const widgets = widgetsOf(parts);
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: parts.settings.stackName,
    widgets: [
      [new TextWidget({ markdown: links(parts), width: whole, height: 3 })],
      [new AlarmStatusWidget({ title: 'What rings', alarms: [...alarms], width: whole, height: 3 })],
      ...rows(widgets),
    ],
  });
}

const whole = 24;
const half = 12;

function rows(widgets: readonly IWidget[]): IWidget[][] {
  return widgets.flatMap((widget, index) =>
    index % 2 === 0 ? [[widget, ...widgets.slice(index + 1, index + 2)]] : [],
  );
}

/** Graphs in pairs, each question with its answer beside it. */
function widgetsOf(parts: Parts): IWidget[] {
  const metric = (of: Subject, name: string, statistic: string, shown: Shown = {}): IMetric =>
    metricOf(parts, { of, metric: name, statistic } satisfies Measured, shown);
  const own = (name: MetricName, label: string, statistic = 'Sum') =>
    metric('own', name, statistic, { label });
  const each = (name: string, statistic: string) =>
    stages.map((stage) => metric(stage, name, statistic, { label: stage }));
  return [
    graph('Is anything stuck? Age of the oldest upload in work (s)', [
      own('UploadAge', 'oldest upload', 'Maximum'),
    ]),
    new SingleValueWidget({
      title: 'Not processed, of three hours',
      width: half,
      height: 6,
      setPeriodToTimeRange: true,
      metrics: [
        metric('machine', 'ExecutionsFailed', 'Sum', { label: 'failed' }),
        metric('machine', 'ExecutionsTimedOut', 'Sum', { label: 'timed out' }),
        metric('rule', 'FailedInvocations', 'Sum', { label: 'not delivered' }),
        metric('queue', 'ApproximateNumberOfMessagesVisible', 'Maximum', {
          label: 'in the queue of failures',
        }),
      ],
    }),
    graph('What came in: uploads', [
      own('UploadsAccepted', 'accepted'),
      own('UploadsRejected', 'rejected'),
      own('UploadsDuplicate', 'duplicate'),
      own('UploadsWaiting', 'waiting, each attempt'),
    ]),
    graph('What came in: records and bytes', [own('Records', 'records')], [own('UploadBytes', 'bytes')]),
    graph('What was rejected: findings', [
      own('FindingErrors', 'errors'),
      own('FindingWarnings', 'warnings'),
    ]),
    graph(
      'What was published: releases and bytes',
      [own('ReleasesPublished', 'releases')],
      [own('ReleaseBytes', 'bytes')],
    ),
    graph('From upload to the public (s)', [
      own('PublishLag', 'longest', 'Maximum'),
      own('PublishLag', 'median', 'p50'),
    ]),
    graph('Errors that readers get (%)', [
      metric('distribution', '5xxErrorRate', 'Average', { label: '5xx', region: 'us-east-1' }),
      metric('distribution', '4xxErrorRate', 'Average', { label: '4xx', region: 'us-east-1' }),
    ]),
    graph('Time of the functions: 99th percentile (ms)', each('Duration', 'p99')),
    graph('Cost of the functions: all their time (ms)', each('Duration', 'Sum')),
    graph('Errors of the functions, and those of them that only wait', [
      ...each('Errors', 'Sum'),
      ...(['UploadsWaiting', 'ValidateBusy', 'PublishBusy'] as const).map((name) => own(name, name)),
    ]),
    graph('Throttled: functions, state machine, table', [
      ...each('Throttles', 'Sum'),
      metric('machine', 'ExecutionThrottled', 'Sum', { label: 'state machine' }),
      metric('table', 'ReadThrottleEvents', 'Sum', { label: 'table, reads' }),
      metric('table', 'WriteThrottleEvents', 'Sum', { label: 'table, writes' }),
    ]),
  ];
}

const stages = ['validate', 'allocate', 'publish'] as const;

function graph(title: string, left: IMetric[], right: IMetric[] = []): GraphWidget {
  return new GraphWidget({ title, left, right, width: half, height: 6, liveData: true });
}

function links({ settings, pipeline, publication, functions }: Parts): string {
  const console = `https://${Aws.REGION}.console.aws.amazon.com`;
  const runbook = settings.runbookUrl ?? 'docs/operations.md';
  const logs = (name: string, group: string) =>
    `[${name}](${console}/cloudwatch/home?region=${Aws.REGION}#logsV2:log-groups/log-group/${group})`;
  return [
    `# ${settings.stackName}: read from top to bottom`,
    [
      settings.runbookUrl === undefined ? `Runbook: ${runbook}` : `[Runbook](${runbook})`,
      `[Executions](${console}/states/home?region=${Aws.REGION}#/statemachines/view/${pipeline.machine.stateMachineArn})`,
      `[What is published](${publication.url})`,
      `Logs: ${logs('validate', functions.validate.logGroup.logGroupName)}, ${logs('allocate', functions.allocate.logGroup.logGroupName)}, ${logs('publish', functions.publish.logGroup.logGroupName)}`,
    ].join(' · '),
    `On a checkout: \`sailau status\` says the same in words.`,
  ].join('\n\n');
}
