import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Settings } from '../settings/settings.ts';

/**
 * A monthly budget of the account, if the operator wants one. It writes to the operator by itself: the metrics of a bill are in us-east-1 alone, where an
 * alarm of a stack elsewhere does not see them.
 */
export function budget(scope: Construct, { stackName, monthlyBudget, alarmEmail }: Settings): void {
  if (monthlyBudget === undefined || alarmEmail === undefined) return;
  const subscribers = [{ subscriptionType: 'EMAIL', address: alarmEmail }];
  const tell = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: {
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      comparisonOperator: 'GREATER_THAN',
    },
    subscribers,
  });
  new CfnBudget(scope, 'Budget', {
    budget: {
      // A name that the operator can find, and that is the same in every deployment of the stack.
      budgetName: `${stackName}-month`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudget, unit: 'USD' },
    },
    notificationsWithSubscribers: [tell('ACTUAL', 80), tell('ACTUAL', 100), tell('FORECASTED', 100)],
  });
}
