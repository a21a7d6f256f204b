import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ServiceError, textIn } from '../aws-json.ts';
import { isObject, type Json, type JsonObject, member } from '../json.ts';
import type { Message, Messages } from './messages.ts';

/** A queue: its messages, and which of them are shown to nobody for a while. */
export type Queue = {
  readonly arn: string;
  readonly messages: Messages;
  /** By message: the receipt that was given last, and until when the message is hidden, in milliseconds since 1970. */
  readonly received: Map<string, { readonly receipt: string; readonly hiddenUntil: number }>;
};

/**
 * What SQS answers to a request, for the operations that Sailau uses. The queue is the last part of its URL. Visibility is not kept on disk: after
 * a restart every message is there to be received. Throws ServiceError.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html
 */
export async function answer(
  queues: ReadonlyMap<string, Queue>,
  operation: string,
  input: JsonObject,
): Promise<JsonObject> {
  const perform = OPERATIONS.get(operation);
  if (perform === undefined)
    throw new ServiceError(
      'InvalidAction',
      `Only ${[...OPERATIONS.keys()].join(', ')} run here, not ${operation}`,
    );
  const queue = queues.get(textIn(input, 'QueueUrl').split('/').at(-1) ?? '');
  if (queue === undefined) throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
  return perform(queue, input);
}

const OPERATIONS: ReadonlyMap<string, (queue: Queue, input: JsonObject) => Promise<JsonObject>> = new Map([
  ['AmazonSQS.SendMessage', sendMessage],
  ['AmazonSQS.ReceiveMessage', receiveMessage],
  ['AmazonSQS.DeleteMessage', deleteMessage],
  ['AmazonSQS.ChangeMessageVisibility', changeVisibility],
  ['AmazonSQS.GetQueueAttributes', getAttributes],
]);

// SQS quotas: one mebibyte a message, ten messages a request, twelve hours out of sight.
const LONGEST_BODY_BYTES = 1_048_576;
const MOST_MESSAGES = 10;
const LONGEST_HIDDEN_SECONDS = 43_200;
const DEFAULT_HIDDEN_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 20;

async function sendMessage({ messages }: Queue, input: JsonObject): Promise<JsonObject> {
  const body = textIn(input, 'MessageBody');
  const bytes = Buffer.byteLength(body);
  if (bytes < 1 || bytes > LONGEST_BODY_BYTES)
    throw new ServiceError(
      'InvalidParameterValue',
      `A message has 1 to ${LONGEST_BODY_BYTES} bytes, not ${bytes}`,
    );
  const attributes = member(input, 'MessageAttributes');
  const message = await messages.add(body, isObject(attributes) ? attributes : {});
  return { MessageId: message.id, MD5OfMessageBody: md5(body) };
}

async function receiveMessage(queue: Queue, input: JsonObject): Promise<JsonObject> {
  const most = whole(input, 'MaxNumberOfMessages', 1, 1, MOST_MESSAGES);
  const hidden = whole(input, 'VisibilityTimeout', DEFAULT_HIDDEN_SECONDS, 0, LONGEST_HIDDEN_SECONDS);
  const until = Date.now() + 1000 * whole(input, 'WaitTimeSeconds', 0, 0, LONGEST_WAIT_SECONDS);
  for (;;) {
    const visible = (await queue.messages.all()).filter(({ id }) => !isHidden(queue, id)).slice(0, most);
    if (visible.length > 0) return { Messages: visible.map((message) => hand(queue, message, hidden)) };
    if (Date.now() >= until) return {};
    await pause(Math.min(100, until - Date.now()));
  }
}

function hand({ received }: Queue, { id, body, attributes, sentAt }: Message, hidden: number): JsonObject {
  const receipt = `${id}.${randomUUID()}`;
  received.set(id, { receipt, hiddenUntil: Date.now() + hidden * 1000 });
  return {
    MessageId: id,
    ReceiptHandle: receipt,
    MD5OfBody: md5(body),
    Body: body,
    Attributes: { SentTimestamp: String(sentAt) },
    MessageAttributes: attributes,
  };
}

/** A message is deleted with the receipt of its last reception; deleting it again does nothing. */
async function deleteMessage({ messages, received }: Queue, input: JsonObject): Promise<JsonObject> {
  const id = idOf(input);
  if (received.get(id)?.receipt !== textIn(input, 'ReceiptHandle')) return {};
  await messages.remove(id);
  received.delete(id);
  return {};
}

async function changeVisibility({ received }: Queue, input: JsonObject): Promise<JsonObject> {
  const id = idOf(input);
  const receipt = textIn(input, 'ReceiptHandle');
  const hidden = whole(input, 'VisibilityTimeout', undefined, 0, LONGEST_HIDDEN_SECONDS);
  if (received.get(id)?.receipt !== receipt)
    throw new ServiceError('MessageNotInflight', 'The message is not in flight.');
  received.set(id, { receipt, hiddenUntil: Date.now() + hidden * 1000 });
  return {};
}

async function getAttributes(queue: Queue): Promise<JsonObject> {
  const all = await queue.messages.all();
  const hidden = all.filter(({ id }) => isHidden(queue, id)).length;
  return {
    Attributes: {
      QueueArn: queue.arn,
      ApproximateNumberOfMessages: String(all.length - hidden),
      ApproximateNumberOfMessagesNotVisible: String(hidden),
    },
  };
}

function isHidden({ received }: Queue, id: string): boolean {
  return (received.get(id)?.hiddenUntil ?? 0) > Date.now();
}

function idOf(input: JsonObject): string {
  return textIn(input, 'ReceiptHandle').split('.')[0] ?? '';
}

function whole(
  input: JsonObject,
  name: string,
  otherwise: number | undefined,
  least: number,
  most: number,
): number {
  const value: Json | undefined = member(input, name) ?? otherwise;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  throw new ServiceError('InvalidParameterValue', `${name} must be a whole number from ${least} to ${most}`);
}

/** What SQS vouches for a body with; the clients compare it. */
function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
