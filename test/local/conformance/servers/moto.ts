import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { startMoto } from '../../../support/moto.ts';
import { clientsOf, names, type Server, tableOf } from './server.ts';

/** The emulator of others: where it and ours agree, not only we have read the documentation so. */
export async function moto(): Promise<Server> {
  const server = await startMoto();
  const clients = clientsOf({ s3: server.url, dynamodb: server.url, kms: server.url, sqs: server.url });
  const Bucket = names.bucket;
  let queues = 0;
  await clients.s3.send(
    new CreateBucketCommand({
      Bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
    }),
  );
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await clients.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  await clients.dynamodb.send(new CreateTableCommand(tableOf(names.table)));
  const made = await clients.kms
    .send(new CreateKeyCommand({ KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' }))
    .catch(() => null);
  return {
    ...clients,
    ...names,
    key: made?.KeyMetadata?.Arn ?? null,
    async openQueue() {
      queues += 1;
      const command = new CreateQueueCommand({ QueueName: `failures-${queues}` });
      return (await clients.sqs.send(command)).QueueUrl ?? '';
    },
    async stop() {
      clients.close();
      await server.stop();
    },
  };
}
