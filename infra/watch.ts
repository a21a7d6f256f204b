import { Duration } from 'aws-cdk-lib';
import { Alarm, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Functions } from './functions.ts';
import type { Pipeline } from './pipeline.ts';
import { alarmTopic } from './security/alarm-topic.ts';
import type { Security } from './security/security.ts';
import type { Settings } from './settings/settings.ts';

/** What is watched, and whom to tell. */
export interface WatchProps {
  readonly settings: Settings;
  readonly functions: Functions;
  readonly pipeline: Pipeline;
  readonly security: Security;
}

interface Watched {
  readonly metric: IMetric;
  /** Periods of five minutes in a row that have to be bad before anybody is woken. */
  readonly periods: number;
  readonly description: string;
}

/** Alarms, and the topic that carries them. Each names the article of docs/operations.md that says what to do. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const topic = alarmTopic(this, props.settings, props.security.encryption);
    const { alarmEmail } = props.settings;
    if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));

    for (const [name, watched] of Object.entries(whatToWatch(props))) {
      new Alarm(this, name, {
        metric: watched.metric,
        threshold: 1,
        evaluationPeriods: watched.periods,
        alarmDescription: watched.description,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(new SnsAction(topic));
    }
  }
}

function whatToWatch({ functions, pipeline }: WatchProps): Record<string, Watched> {
  const { machine, rule } = pipeline;
  const errors = (periods: number, metric: IMetric, stage: string): Watched => ({
    metric,
    periods,
    description: `The function "${stage}" ends in errors. See docs/operations.md#a-function-ends-in-errors`,
  });
  return {
    ExecutionFailed: {
      metric: machine.metricFailed(every),
      periods: 1,
      description: 'An upload was not processed. See docs/operations.md#an-execution-failed',
    },
    ExecutionTimedOut: {
      metric: machine.metricTimedOut(every),
      periods: 1,
      description: 'An upload took longer than two hours. See docs/operations.md#an-execution-timed-out',
    },
    EventNotDelivered: {
      metric: new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { RuleName: rule.ruleName },
        ...every,
      }),
      periods: 1,
      description: 'An upload did not start the pipeline. See docs/operations.md#an-event-was-not-delivered',
    },
    // A single error is retried. A file that waits for its definition is an error to Lambda and none to us: that ends
    // within the hour.
    ValidateErrors: errors(12, functions.validate.metricErrors(every), 'validate'),
    AllocateErrors: errors(3, functions.allocate.metricErrors(every), 'allocate'),
    PublishErrors: errors(3, functions.publish.metricErrors(every), 'publish'),
  };
}

const every = { period: Duration.minutes(5), statistic: 'Sum' };
