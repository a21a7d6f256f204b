import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { type Behaviour, outcome, type Place, type Seen } from '../behaviour.ts';

const page = (operation: string) =>
  `https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_${operation}.html`;
const guide = (article: string) =>
  `https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/${article}.html`;

/** What `redrive`, `doctor` and `status` rely on of the queue of failures, and the state machine and EventBridge of its sending. */
export const messages: readonly Behaviour[] = [
  {
    name: 'a message comes out as it was sent, with its attributes',
    source: page('SendMessage'),
    see: onQueue(async (place) => {
      const text = '{"key":"uploads/Сайлау/election.json","more":"\u{1F5F3} \\u0000 <&>"}';
      const attributes = { ERROR_CODE: { DataType: 'String', StringValue: 'SDK_CLIENT_ERROR' } };
      await send(place, text, attributes);
      const [message] = await receive(place, { MessageAttributeNames: ['All'] });
      return [message?.Body === text, message?.MessageAttributes?.ERROR_CODE?.StringValue ?? null];
    }),
    expected: [true, 'SDK_CLIENT_ERROR'],
  },
  {
    name: 'a message is named by the id that its sender was told',
    source: page('SendMessage'),
    see: onQueue(async (place) => {
      const id = await send(place, 'named');
      const [message] = await receive(place);
      return message?.MessageId === id;
    }),
    expected: true,
  },
  {
    name: 'a message that was received is out of sight of others',
    source: guide('sqs-visibility-timeout'),
    see: onQueue(async (place) => {
      await send(place, 'once');
      return [bodies(await receive(place)), bodies(await receive(place))];
    }),
    expected: [['once'], []],
  },
  {
    name: 'a message is in sight again when its time has passed',
    source: guide('sqs-visibility-timeout'),
    see: onQueue(async (place) => {
      await send(place, 'again');
      const first = await receive(place, { VisibilityTimeout: 1 });
      const then = await receive(place, { WaitTimeSeconds: 5 });
      return [bodies(first), bodies(then)];
    }),
    expected: [['again'], ['again']],
  },
  {
    name: 'a message is in sight at once when its receiver gives it back',
    source: page('ChangeMessageVisibility'),
    see: onQueue(async (place) => {
      await send(place, 'back');
      const [message] = await receive(place);
      await show(place, message);
      return bodies(await receive(place));
    }),
    expected: ['back'],
  },
  {
    name: 'a message that was deleted never comes again, and to delete it once more does nothing',
    source: page('DeleteMessage'),
    see: onQueue(async (place) => {
      await send(place, 'gone');
      const [message] = await receive(place, { VisibilityTimeout: 1 });
      const deleted = [await outcome(remove(place, message)), await outcome(remove(place, message))];
      return [...deleted, bodies(await receive(place, { WaitTimeSeconds: 1 }))];
    }),
    expected: ['done', 'done', []],
  },
  {
    name: 'a message that is gone cannot be given back',
    source: page('ChangeMessageVisibility'),
    see: onQueue(async (place) => {
      await send(place, 'gone');
      const [message] = await receive(place);
      await remove(place, message);
      const given = await outcome(show(place, message));
      // Which of its errors SQS gives is not said; that it is one is.
      return [given !== 'done', await counted(place)];
    }),
    expected: [true, ['0', '0']],
  },
  {
    name: 'ten messages come at once at most, each once',
    source: page('ReceiveMessage'),
    see: onQueue(async (place) => {
      const sent = Array.from({ length: 12 }, (_, index) => `message ${index}`);
      for (const text of sent) await send(place, text);
      const came: string[][] = [];
      // SQS may give fewer than it has, so that only the whole is promised.
      for (let look = 0; look < 12 && came.flat().length < sent.length; look += 1)
        came.push(bodies(await receive(place, { WaitTimeSeconds: 1 })));
      const largest = Math.max(...came.map(({ length }) => length));
      return [largest <= 10, came.flat().sort().join() === sent.toSorted().join()];
    }),
    expected: [true, true],
  },
  {
    name: 'more than ten messages cannot be asked for',
    source: page('ReceiveMessage'),
    see: onQueue((place) => outcome(receive(place, { MaxNumberOfMessages: 11 }))),
    expected: '400 InvalidParameterValue',
  },
  {
    name: 'an empty queue gives no messages, without an error',
    source: page('ReceiveMessage'),
    see: onQueue((place) => outcome(receive(place), bodies)),
    expected: [],
  },
  {
    name: 'messages in sight and out of it are counted apart',
    source: page('GetQueueAttributes'),
    see: onQueue(async (place) => {
      await send(place, 'one');
      await send(place, 'two');
      const before = await counted(place);
      const [message] = await receive(place, { MaxNumberOfMessages: 1 });
      const during = await counted(place);
      await remove(place, message);
      return [before, during, await counted(place)];
    }),
    expected: [
      ['2', '0'],
      ['1', '1'],
      ['1', '0'],
    ],
  },
  {
    name: 'a message without a body is refused',
    source: page('SendMessage'),
    // With which error is not said.
    see: onQueue(async (place) => (await outcome(send(place, ''))) !== 'done'),
    expected: true,
  },
  {
    name: 'a queue that is not there is an error',
    source: page('GetQueueAttributes'),
    see: onQueue((place) => outcome(counted({ ...place, queue: `${place.queue}-of-nobody` }))),
    expected: '400 QueueDoesNotExist',
  },
];

/** Where one queue, with nothing in it, is one behaviour's alone. */
type OnQueue = Pick<Place, 'sqs'> & { readonly queue: string };

function onQueue(see: (place: OnQueue) => Promise<Seen>): Behaviour['see'] {
  return async ({ sqs, openQueue }) => see({ sqs, queue: await openQueue() });
}

async function send(
  { sqs, queue }: OnQueue,
  MessageBody: string,
  MessageAttributes: Readonly<Record<string, { DataType: string; StringValue: string }>> = {},
): Promise<string> {
  const command = new SendMessageCommand({ QueueUrl: queue, MessageBody, MessageAttributes });
  return (await sqs.send(command)).MessageId ?? '';
}

async function receive(
  { sqs, queue }: OnQueue,
  asked: Partial<ReceiveMessageCommandInput> = {},
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, ...asked });
  return (await sqs.send(command)).Messages ?? [];
}

async function show({ sqs, queue }: OnQueue, message: Message | undefined): Promise<void> {
  const ReceiptHandle = message?.ReceiptHandle;
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: queue, ReceiptHandle, VisibilityTimeout: 0 }),
  );
}

async function remove({ sqs, queue }: OnQueue, message: Message | undefined): Promise<void> {
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: message?.ReceiptHandle }));
}

async function counted({ sqs, queue }: OnQueue): Promise<[visible: string, hidden: string]> {
  const command = new GetQueueAttributesCommand({
    QueueUrl: queue,
    AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
  });
  const { Attributes: attributes = {} } = await sqs.send(command);
  const { ApproximateNumberOfMessages: visible = '', ApproximateNumberOfMessagesNotVisible: hidden = '' } =
    attributes;
  return [visible, hidden];
}

function bodies(messages: readonly Message[]): string[] {
  return messages.map(({ Body: body = '' }) => body);
}
