import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import dynalite from 'dynalite';
import { type StoreParts, storeOf } from '../../functions/store/open.ts';
import type { Store } from '../../functions/store/store.ts';
import { startObjectServer } from '../../local/s3/server.ts';
import { signerOf } from './signer.ts';

/** A store over an S3 endpoint and a DynamoDB endpoint that run here. */
export interface AwsStore {
  readonly store: Store;
  readonly parts: StoreParts;
  /** Other clients of both endpoints; whoever makes them destroys them. */
  connect(): Pick<StoreParts, 's3' | 'dynamodb'>;
  /** Makes another table with the keys of the stack's, as point-in-time recovery does. */
  createTable(name: string): Promise<void>;
  /** Ends both endpoints and removes their folder. */
  stop(): Promise<void>;
}

const region = 'eu-central-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** Starts both endpoints, empty, on ports that the system chooses. */
export async function startAwsStore(): Promise<AwsStore> {
  const root = await mkdtemp(join(tmpdir(), 'sailau-store-'));
  const objects = await startObjectServer({ root, port: 0 });
  const database = await startDatabase();
  const connect = () => ({
    s3: new S3Client({ region, credentials, endpoint: objects.url, forcePathStyle: true }),
    dynamodb: new DynamoDBClient({ region, credentials, endpoint: database.url }),
  });
  const parts: StoreParts = {
    ...connect(),
    intakeBucket: 'intake',
    recordsTable: 'records',
    publicationBucket: 'publication',
    signer: signerOf(1),
  };
  await objects.createBucket(parts.intakeBucket, { versioned: true });
  await objects.createBucket(parts.publicationBucket, { versioned: false });
  await createTable(parts, parts.recordsTable);
  return {
    store: storeOf(parts),
    parts,
    connect,
    createTable: (name) => createTable(parts, name),
    async stop() {
      parts.s3.destroy();
      parts.dynamodb.destroy();
      await Promise.all([objects.stop(), database.stop()]);
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function startDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = dynalite({ createTableMs: 0 });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('dynalite listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      return closed.promise;
    },
  };
}

async function createTable({ dynamodb }: Pick<StoreParts, 'dynamodb'>, name: string): Promise<void> {
  await dynamodb.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
}
