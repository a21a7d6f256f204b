import { KMSClient } from '@aws-sdk/client-kms';
import { SQSClient } from '@aws-sdk/client-sqs';
import { emptyState, memoryClients, places } from '../../../reliability/support/aws/memory.ts';
import type { Server } from './server.ts';

/** The memory that the sweeps of faults run over. It has no KMS, a signature there is made by the test itself; and no SQS. */
export async function memory(): Promise<Server> {
  const state = emptyState();
  const kms = new KMSClient({ region: 'eu-central-1' });
  const sqs = new SQSClient({ region: 'eu-central-1' });
  return {
    ...memoryClients(() => state),
    kms,
    sqs,
    openQueue: async () => {
      throw new Error('there are no queues in memory');
    },
    bucket: places.intakeBucket,
    table: places.recordsTable,
    key: null,
    async stop() {
      kms.destroy();
      sqs.destroy();
    },
  };
}
