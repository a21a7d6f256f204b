import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
  SQSServiceException,
} from '@aws-sdk/client-sqs';

/** A message of the queue of failures. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  /** Of an event that could not be delivered: what EventBridge says of it, by name. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Takes it off the queue. */
  remove(): Promise<void>;
}

/**
 * Every message of the queue, each once, oldest first as far as SQS keeps order. What is not removed is shown again when all have been seen; until
 * then nobody else sees it.
 */
export async function* queuedMessages(client: SQSClient, QueueUrl: string): AsyncGenerator<QueuedMessage> {
  const left = new Map<string, string>();
  const seen = new Set<string>();
  try {
    for (;;) {
      const fresh = (await receive(client, QueueUrl)).filter(({ MessageId = '' }) => !seen.has(MessageId));
      if (fresh.length === 0) return;
      for (const { MessageId = '', ReceiptHandle = '' } of fresh) left.set(MessageId, ReceiptHandle);
      for (const message of fresh) {
        seen.add(message.MessageId ?? '');
        yield queued(message, async () => {
          await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
          left.delete(message.MessageId ?? '');
        });
      }
    }
  } finally {
    for (const ReceiptHandle of left.values()) await show(client, QueueUrl, ReceiptHandle);
  }
}

async function receive(client: SQSClient, QueueUrl: string): Promise<Message[]> {
  const asked = {
    QueueUrl,
    MaxNumberOfMessages: 10,
    MessageAttributeNames: ['All'],
    VisibilityTimeout: outOfSight,
    WaitTimeSeconds: patience,
  };
  return (await client.send(new ReceiveMessageCommand(asked))).Messages ?? [];
}

// One whose time out of sight has passed is in sight already, perhaps in other hands.
async function show(client: SQSClient, QueueUrl: string, ReceiptHandle: string): Promise<void> {
  try {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  } catch (error) {
    if (!(error instanceof SQSServiceException)) throw error;
  }
}

// Longer than it takes to start ten executions, and short enough that a command that died blocks nobody.
const outOfSight = 120;

// A short look may miss messages that lie on other hosts of SQS; waiting a second asks all of them.
const patience = 1;

function queued(message: Message, remove: () => Promise<void>): QueuedMessage {
  const { MessageId: id = '', Body: body = '', MessageAttributes = {} } = message;
  const attributes = Object.entries(MessageAttributes).map(
    ([name, { StringValue = '' }]) => [name, StringValue] as const,
  );
  return { id, body, attributes: new Map(attributes), remove };
}
