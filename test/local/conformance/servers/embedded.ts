import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startDynamoDb } from '../../../../local/dynamodb/dynamodb.ts';
import { startKms } from '../../../../local/kms/kms.ts';
import { startObjectServer } from '../../../../local/s3/server.ts';
import { startSqs } from '../../../../local/sqs/sqs.ts';
import { temporaryFolder } from '../../support/assembly.ts';
import { clientsOf, names, type Server, tableOf } from './server.ts';

/** The servers of the local stack, as `sailau start` runs them. */
export async function embedded(): Promise<Server> {
  const folder = await temporaryFolder();
  const s3 = await startObjectServer({ root: join(folder, 'buckets'), port: 0 });
  await s3.createBucket(names.bucket, { versioned: true });
  const dynamodb = await startDynamoDb({
    data: join(folder, 'records'),
    logs: join(folder, 'logs'),
    port: 0,
    region: 'eu-central-1',
    tables: [{ logicalId: 'Records', name: names.table, create: tableOf(names.table) }],
    log: () => undefined,
  });
  const key = 'arn:aws:kms:eu-central-1:000000000000:key/signing';
  const keys = [{ logicalId: 'Key', name: 'signing', arn: key }];
  const kms = await startKms({ data: join(folder, 'keys'), keys });
  const sqs = await startSqs({ data: join(folder, 'queues'), region: 'eu-central-1' });
  const clients = clientsOf({ s3: s3.url, dynamodb: dynamodb.url, kms: kms.url, sqs: sqs.url });
  let queues = 0;
  return {
    ...clients,
    ...names,
    key,
    async openQueue() {
      queues += 1;
      const name = `failures-${queues}`;
      const arn = `arn:aws:sqs:eu-central-1:000000000000:${name}`;
      await sqs.openQueue({ logicalId: 'Failures', name, arn, retentionSeconds: 14 * 86_400 });
      return `${sqs.url}/000000000000/${name}`;
    },
    async stop() {
      clients.close();
      await Promise.all([s3.stop(), dynamodb.stop(), kms.stop(), sqs.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
