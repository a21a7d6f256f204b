import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deadLetterQueue } from '../../../local/sqs/dead-letters.ts';
import { type Sqs, startSqs } from '../../../local/sqs/sqs.ts';
import { temporaryFolder } from '../support/assembly.ts';

const plan = {
  logicalId: 'Failures',
  name: 'failures',
  arn: 'arn:aws:sqs:us-east-1:000000000000:failures',
  retentionSeconds: 14 * 24 * 3600,
};

let data: string;
let sqs: Sqs;
let client: SQSClient;
let QueueUrl: string;

beforeEach(async () => {
  data = await temporaryFolder();
  await start();
});
afterEach(() => sqs.stop());

describe('the SQS endpoint', () => {
  it('gives what was sent, in order, once as long as it is hidden, until it is deleted', async () => {
    await send('Сайлау 1');
    await send('Сайлау 2');

    const [first, second, ...more] = await receive();

    expect([first?.Body, second?.Body]).toEqual(['Сайлау 1', 'Сайлау 2']);
    expect(more).toEqual([]);
    expect(await receive()).toEqual([]);
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
    await show(second?.ReceiptHandle);
    expect((await receive()).map(({ Body }) => Body)).toEqual(['Сайлау 2']);
  });

  it('keeps messages over a restart, and shows them to whoever comes', async () => {
    await send('kept');
    await receive();
    await sqs.stop();
    await start();

    expect((await receive()).map(({ Body }) => Body)).toEqual(['kept']);
  });

  it('counts messages in sight and out of it', async () => {
    await send('a');
    await send('b');
    await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1 }));

    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );

    expect(Attributes).toEqual({
      QueueArn: plan.arn,
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
  });

  it('does not delete with a receipt that a later reception has replaced', async () => {
    await send('twice');
    const [early] = await receive();
    await show(early?.ReceiptHandle);
    await receive();

    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: early?.ReceiptHandle }));

    expect(await readdir(join(data, 'failures'))).toHaveLength(1);
  });

  it('drops a message that has been kept for as long as the template says', async () => {
    await send('old');
    const later = Date.now() + 14 * 24 * 3600 * 1000 + 1000;
    vi.spyOn(Date, 'now').mockReturnValue(later);

    const received = await receive();

    expect(received).toEqual([]);
    expect(await readdir(join(data, 'failures'))).toEqual([]);
    vi.restoreAllMocks();
  });

  it('says which file is no message, and forgets one that was never completely written', async () => {
    await writeFile(join(data, 'failures', 'x.json'), 'no message');
    await writeFile(join(data, 'failures', 'y.part'), '{');
    await sqs.stop();
    await start();

    await expect(receive()).rejects.toThrow(/x\.json is not a message of the queue.*doctor --repair/);
    expect(await readdir(join(data, 'failures'))).toEqual(['x.json']);
  });

  it.each([
    [
      'another queue',
      () => client.send(new ReceiveMessageCommand({ QueueUrl: `${QueueUrl}-2` })),
      'QueueDoesNotExist',
    ],
    [
      '__proto__',
      () => client.send(new ReceiveMessageCommand({ QueueUrl: 'http://x/__proto__' })),
      'QueueDoesNotExist',
    ],
    [
      'too many messages at once',
      () => client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 11 })),
      'InvalidParameterValue',
    ],
    [
      'an empty message',
      () => client.send(new SendMessageCommand({ QueueUrl, MessageBody: '' })),
      'InvalidParameterValue',
    ],
    [
      'an operation that it does not have',
      () => client.send(new PurgeQueueCommand({ QueueUrl })),
      'InvalidAction',
    ],
    [
      'a receipt that it has not given',
      () =>
        client.send(
          new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: '../../x.y', VisibilityTimeout: 0 }),
        ),
      'MessageNotInflight',
    ],
  ])('refuses %s', async (_, ask, name) => {
    await expect(ask()).rejects.toMatchObject({ name });
  });

  it('refuses a web page', async () => {
    const headers = { 'x-amz-target': 'AmazonSQS.ReceiveMessage', origin: 'https://evil.example' };

    const reply = await fetch(sqs.url, { method: 'POST', headers, body: '{}' });

    expect(await reply.json()).toMatchObject({ __type: 'AccessDeniedException' });
  });
});

describe('the queue of dead letters', () => {
  it('holds the event as it is, and says why it lies there', async () => {
    const event = { id: 'e1', source: 'aws.s3', detail: { object: { key: 'uploads/x/election.json' } } };
    const setAside = deadLetterQueue(sqs, [plan]);

    await setAside(plan.arn, event, { rule: 'rule', target: 'machine', message: 'no such machine' });

    const [message] = await receive();
    expect(JSON.parse(message?.Body ?? '')).toEqual(event);
    expect(message?.MessageAttributes).toMatchObject({
      RULE_ARN: { StringValue: 'rule' },
      TARGET_ARN: { StringValue: 'machine' },
      ERROR_MESSAGE: { StringValue: 'no such machine' },
    });
  });
});

async function start(): Promise<void> {
  sqs = await startSqs({ data, region: 'us-east-1' });
  await sqs.openQueue(plan);
  client = sqs.client;
  QueueUrl = `${sqs.url}/000000000000/failures`;
}

async function send(MessageBody: string): Promise<void> {
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
}

async function receive() {
  const asked = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] };
  return (await client.send(new ReceiveMessageCommand(asked))).Messages ?? [];
}

async function show(ReceiptHandle: string | undefined): Promise<void> {
  await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
}
