import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type JsonService, startJsonService } from '../aws-json.ts';
import type { QueuePlan } from '../template/resources/queue.ts';
import { openMessages } from './messages.ts';
import { answer, type Queue } from './operations.ts';

/** The SQS endpoint of the stack. */
export type Sqs = JsonService & {
  readonly client: SQSClient;
  /** Opens a queue; what was in it is there again. */
  readonly openQueue: (plan: QueuePlan) => Promise<void>;
};

/** The folder that the messages lie in, and the region of the clients. */
export type SqsOptions = { readonly data: string; readonly region: string };

/**
 * Starts the smallest SQS endpoint that serves this project: standard queues, sent to, received from and deleted from. Throws
 * `endpoint-failed` when it cannot listen.
 */
export async function startSqs({ data, region }: SqsOptions): Promise<Sqs> {
  const queues = new Map<string, Queue>();
  const service = await startJsonService({
    name: 'SQS',
    version: '1.0',
    longest: LONGEST_REQUEST,
    answer: (operation, input) => answer(queues, operation, input),
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SQSClient({ endpoint: service.url, region, credentials });
  return {
    ...service,
    client,
    openQueue: async ({ name, arn, retentionSeconds }) => {
      queues.set(name, {
        arn,
        messages: await openMessages(join(data, name), retentionSeconds),
        received: new Map(),
      });
    },
    stop: async () => {
      client.destroy();
      await service.stop();
    },
  };
}

// A message of the greatest size, with every letter of it escaped in JSON.
const LONGEST_REQUEST = 8_388_608;
