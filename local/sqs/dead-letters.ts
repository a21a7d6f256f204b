import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { SetAside } from '../events/bus.ts';
import type { QueuePlan } from '../template/resources/queue.ts';
import type { Sqs } from './sqs.ts';

/**
 * Puts events that a target could not be started on into its queue, as EventBridge does: the event as it is, and why in the attributes.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
export function deadLetterQueue(
  { url, client }: Pick<Sqs, 'url' | 'client'>,
  queues: readonly QueuePlan[],
): SetAside {
  return async (arn, event, { rule, target, message }) => {
    const queue = queues.find((plan) => plan.arn === arn);
    if (queue === undefined) throw new Error(`${arn} is no queue of the stack`);
    const attributes = {
      RULE_ARN: rule,
      TARGET_ARN: target,
      ERROR_CODE: 'SDK_CLIENT_ERROR',
      ERROR_MESSAGE: message,
      EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
    };
    await client.send(
      new SendMessageCommand({
        QueueUrl: `${url}/${queue.name}`,
        MessageBody: JSON.stringify(event),
        MessageAttributes: Object.fromEntries(
          Object.entries(attributes).map(([name, value]) => [
            name,
            { DataType: 'String', StringValue: value },
          ]),
        ),
      }),
    );
  };
}
