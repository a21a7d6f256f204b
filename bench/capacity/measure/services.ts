import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { storeOf } from '../../../functions/store/open.ts';
import type { Store } from '../../../functions/store/store.ts';
import { startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import { startObjectServer } from '../../../local/s3/server.ts';
import { signerOf } from '../../../test/support/signer.ts';
import { countObjects, countRecords, countSignatures } from './count.ts';
import type { Usage } from './usage.ts';

/** The servers of the local stack, with stores over them whose every request is counted. */
export interface Services {
  /** A store as a process of its own has it: what one remembers, no other knows. */
  open(): Store;
  /** Puts an object into the intake bucket, uncounted: whoever uploads does that. Gives its version. */
  upload(key: string, body: Uint8Array): Promise<string>;
  stop(): Promise<void>;
}

const names = { intakeBucket: 'intake', recordsTable: 'records', publicationBucket: 'publication' };

/** Starts them on a folder; `now` gives what a request counts for at that moment. */
export async function startServices(folder: string, now: () => Usage): Promise<Services> {
  const objects = await startObjectServer({ root: join(folder, 'buckets'), port: 0 });
  for (const bucket of [names.intakeBucket, names.publicationBucket])
    await objects.createBucket(bucket, { versioned: true });
  const database = await startTable(folder);
  const common = {
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const connect = () => new S3Client({ ...common, endpoint: objects.url, forcePathStyle: true });
  const [s3, uploads] = [connect(), connect()];
  const dynamodb = new DynamoDBClient({ ...common, endpoint: database.url });
  countRecords(dynamodb, now);
  countObjects(s3, now);
  const signer = countSignatures(signerOf(1), now);
  return {
    open: () => storeOf({ s3, dynamodb, signer, ...names }),
    async upload(key, body) {
      const put = new PutObjectCommand({ Bucket: names.intakeBucket, Key: key, Body: body });
      return (await uploads.send(put)).VersionId ?? 'null';
    },
    async stop() {
      for (const client of [s3, uploads, dynamodb]) client.destroy();
      await Promise.all([objects.stop(), database.stop()]);
    },
  };
}

function startTable(folder: string) {
  const create = {
    TableName: names.recordsTable,
    BillingMode: 'PAY_PER_REQUEST' as const,
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' as const },
      { AttributeName: 'sk', KeyType: 'RANGE' as const },
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' as const },
      { AttributeName: 'sk', AttributeType: 'S' as const },
    ],
  };
  return startDynamoDb({
    data: join(folder, 'records'),
    logs: join(folder, 'logs'),
    port: 0,
    region: 'eu-central-1',
    tables: [{ logicalId: 'Records', name: names.recordsTable, create }],
    log: (line) => console.error(line),
  });
}
