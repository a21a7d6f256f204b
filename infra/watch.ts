import { Aws, CfnCondition, Fn } from 'aws-cdk-lib';
import { Alarm, CfnAlarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { alarmTopic } from './security/alarm-topic.ts';
import type { Security } from './security/security.ts';
import type { Settings } from './settings/settings.ts';
import { budget } from './watch/budget.ts';
import { dashboard } from './watch/dashboard.ts';
import { metricOf, type Parts } from './watch/metrics.ts';
import { type AlarmRule, alarmRules } from './watch/rules.ts';

/** What is watched, and whom to tell. */
export interface WatchProps extends Parts {
  readonly security: Security;
}

/** Alarms, the topic that carries them, the dashboard and the budget. Each alarm names the article of docs/operations.md that says what to do. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const { settings, security } = props;
    const topic = alarmTopic(this, settings, security.encryption);
    if (settings.alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    const alarms = alarmRules.map((rule) => {
      const alarm = this.alarm(rule, props);
      alarm.addAlarmAction(new SnsAction(topic));
      return { rule, alarm };
    });
    // One that is not in every region cannot be shown in every region.
    const everywhere = alarms.filter(({ rule }) => rule.onlyIn === undefined).map(({ alarm }) => alarm);
    dashboard(this, props, everywhere);
    budget(this, settings);
  }

  private alarm({ name, value, limit, periods, onlyIn, ...rule }: AlarmRule, props: WatchProps): Alarm {
    const { settings } = props;
    const alarm = new Alarm(this, name, {
      metric: metricOf(props, value),
      threshold: typeof limit === 'number' ? limit : limit(settings),
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      alarmDescription: `${rule.says} See ${articleAddress(settings, rule.article)}`,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (onlyIn !== undefined) restrict(alarm, onlyIn);
    return alarm;
  }
}

function articleAddress({ runbookUrl = 'docs/operations.md' }: Settings, article: string): string {
  return `${runbookUrl}#${article}`;
}

function restrict(alarm: Alarm, region: string): void {
  const { defaultChild } = alarm.node;
  if (!(defaultChild instanceof CfnAlarm))
    throw new TypeError('An alarm without its CloudFormation resource');
  defaultChild.cfnOptions.condition = new CfnCondition(alarm, 'Region', {
    expression: Fn.conditionEquals(Aws.REGION, region),
  });
}
