import { type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Place } from '../behaviour.ts';

/** A server that is running, and how to end it. */
export interface Server extends Omit<Place, 'own'> {
  stop(): Promise<void>;
}

/** What every server holds. */
export const names = { bucket: 'kept', table: 'records' } as const;

/** The table of the stack. */
export function tableOf(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
  };
}

/** Clients of the SDK for these addresses, that ask once: what is seen is what the server says. */
export function clientsOf(
  endpoints: Readonly<Record<'s3' | 'dynamodb' | 'kms' | 'sqs', string>>,
): Pick<Place, 's3' | 'dynamodb' | 'kms' | 'sqs'> & { close(): void } {
  const common = {
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  };
  const s3 = new S3Client({ ...common, endpoint: endpoints.s3, forcePathStyle: true });
  const dynamodb = new DynamoDBClient({ ...common, endpoint: endpoints.dynamodb });
  const kms = new KMSClient({ ...common, endpoint: endpoints.kms });
  const sqs = new SQSClient({ ...common, endpoint: endpoints.sqs });
  return {
    s3,
    dynamodb,
    kms,
    sqs,
    close() {
      for (const client of [s3, dynamodb, kms, sqs]) client.destroy();
    },
  };
}
