import { Duration } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { removalOf } from '../removal.ts';
import { acknowledge } from '../security/acknowledge.ts';
import type { Security } from '../security/security.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * The work list of `sailau redrive`: events that EventBridge could not deliver, as they are, and events of executions that gave up, with
 * what went wrong. The record of a failure is an item of the table; a message goes when its event has been started again.
 */
export class Failures extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, settings: Settings, { encryption }: Security) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      ...encryption.queue(),
      enforceSSL: true,
      // The longest that SQS keeps a message.
      retentionPeriod: Duration.days(14),
      removalPolicy: removalOf(settings),
    });
    encryption.letServiceSend('events.amazonaws.com');
    acknowledge(this.queue, { SQS3: 'It is itself the queue of what could not be processed elsewhere.' });
  }
}
