import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { removalOf } from './removal.ts';
import type { Security } from './security/security.ts';
import type { Settings } from './settings/settings.ts';

/** The one table: records, ledgers, allocations and failures. Its keys are told apart in functions/store. */
export class Records extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, settings: Settings, { encryption }: Security) {
    super(scope, id);
    // `Table`, because a `TableV2` is a global table, which needs more rights and runs in fewer places.
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      ...encryption.table(),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: settings.removalPolicy === 'retain',
      removalPolicy: removalOf(settings),
    });
  }
}
