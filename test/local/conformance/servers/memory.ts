import { KMSClient } from '@aws-sdk/client-kms';
import { emptyState, memoryClients, places } from '../../../reliability/support/aws/memory.ts';
import type { Server } from './server.ts';

/** The memory that the sweeps of faults run over. It has no KMS: a signature there is made by the test itself. */
export async function memory(): Promise<Server> {
  const state = emptyState();
  const kms = new KMSClient({ region: 'eu-central-1' });
  return {
    ...memoryClients(() => state),
    kms,
    bucket: places.intakeBucket,
    table: places.recordsTable,
    key: null,
    stop: async () => kms.destroy(),
  };
}
