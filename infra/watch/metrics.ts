import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricDimension, metricNamespace } from '../../functions/model/observation.ts';
import type { Failures } from '../pipeline/failures.ts';
import type { Functions } from '../pipeline/functions.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { Publication } from '../publication.ts';
import type { Records } from '../records.ts';
import type { Settings } from '../settings/settings.ts';
import { type Computed, type Measured, periodMinutes, type Subject } from './rules.ts';

/** The parts of the stack that give metrics. */
export interface Parts {
  readonly settings: Settings;
  readonly functions: Functions;
  readonly pipeline: Pipeline;
  readonly failures: Failures;
  readonly records: Records;
  readonly publication: Publication;
}

/** How a metric is shown: a label in place of its name, and where it is when it is not in the region of the stack. */
export interface Shown {
  readonly label?: string;
  readonly region?: string;
}

/** A metric of a part of the stack in periods of five minutes, or what is computed of several in periods of its own. */
export function metricOf(parts: Parts, value: Measured | Computed, shown: Shown = {}): IMetric {
  if (!('expression' in value)) return measured(parts, value, shown);
  const { expression, metrics, minutes = periodMinutes } = value;
  const usingMetrics = Object.fromEntries(
    Object.entries(metrics).map(([name, metric]) => [name, measured(parts, metric)]),
  );
  return new MathExpression({ expression, usingMetrics, period: Duration.minutes(minutes), ...shown });
}

const period = Duration.minutes(periodMinutes);

function measured(parts: Parts, { of, metric, statistic, operation }: Measured, shown: Shown = {}): Metric {
  const { namespace, dimensions } = subjects[of](parts);
  return new Metric({
    namespace,
    metricName: metric,
    dimensionsMap: { ...dimensions, ...(operation !== undefined && { Operation: operation }) },
    statistic,
    period,
    ...shown,
  });
}

type Described = { readonly namespace: string; readonly dimensions: Record<string, string> };

const subjects: Readonly<Record<Subject, (parts: Parts) => Described>> = {
  validate: ({ functions }) => lambda(functions.validate.functionName),
  allocate: ({ functions }) => lambda(functions.allocate.functionName),
  publish: ({ functions }) => lambda(functions.publish.functionName),
  machine: ({ pipeline }) => ({
    namespace: 'AWS/States',
    dimensions: { StateMachineArn: pipeline.machine.stateMachineArn },
  }),
  rule: ({ pipeline }) => ({ namespace: 'AWS/Events', dimensions: { RuleName: pipeline.rule.ruleName } }),
  queue: ({ failures }) => ({ namespace: 'AWS/SQS', dimensions: { QueueName: failures.queue.queueName } }),
  table: ({ records }) => ({ namespace: 'AWS/DynamoDB', dimensions: { TableName: records.table.tableName } }),
  distribution: ({ publication }) => ({
    namespace: 'AWS/CloudFront',
    dimensions: { DistributionId: publication.distributionId, Region: 'Global' },
  }),
  own: ({ settings }) => ({
    namespace: metricNamespace,
    dimensions: { [metricDimension]: settings.stackName },
  }),
};

function lambda(name: string): Described {
  return { namespace: 'AWS/Lambda', dimensions: { FunctionName: name } };
}
