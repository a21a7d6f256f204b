import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { tableAllocations } from './allocations.ts';
import { bucketLogs } from './aws/log.ts';
import { kmsSigner } from './aws/signer.ts';
import { tableBatches } from './batches.ts';
import { tableLedger } from './ledger.ts';
import { bucketReleases } from './releases.ts';
import { statusStore } from './status.ts';
import { type Signer, type Store, StoreError } from './store.ts';
import { bucketUploads } from './uploads.ts';

/** The clients of a store and the names of its three places. */
export interface StoreParts {
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBClient;
  readonly intakeBucket: string;
  readonly recordsTable: string;
  readonly publicationBucket: string;
  readonly signer: Signer;
}

/**
 * The store that the environment names: `INTAKE_BUCKET`, `RECORDS_TABLE`, `PUBLICATION_BUCKET`; whoever signs, `SIGNING_KEY` and
 * `LOG_NAME` too, which are asked for when something is to be signed. Region, credentials and endpoints are
 * those of the SDK (`AWS_REGION`, `AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL_DYNAMODB`, `AWS_ENDPOINT_URL_KMS`, …). Opened once a process, since each makes its
 * own clients. Throws `StoreError` code `configuration` when a name is missing.
 */
export function openStore(env: Readonly<Record<string, string | undefined>>): Store {
  const ownEndpoint = env.AWS_ENDPOINT_URL_S3 !== undefined || env.AWS_ENDPOINT_URL !== undefined;
  return storeOf({
    intakeBucket: required(env, 'INTAKE_BUCKET', 'the bucket that files are uploaded to'),
    recordsTable: required(env, 'RECORDS_TABLE', 'the table of records and ledgers'),
    publicationBucket: required(env, 'PUBLICATION_BUCKET', 'the bucket that releases are published in'),
    // Other servers than S3 itself seldom answer to a host name a bucket.
    s3: new S3Client({ forcePathStyle: ownEndpoint }),
    // A new table is throttled until it has grown: patience costs less than beginning again. Adaptive: a client that is refused sends more slowly, which is
    // right for one that knows a single table.
    dynamodb: new DynamoDBClient({ maxAttempts: 8, retryMode: 'adaptive' }),
    signer: kmsSigner({ client: new KMSClient(), key: env.SIGNING_KEY, name: env.LOG_NAME }),
  });
}

/** The store over clients that the caller has made. */
export function storeOf({ s3, dynamodb, signer, ...names }: StoreParts): Store {
  const intake = { client: s3, name: names.intakeBucket };
  const publication = { client: s3, name: names.publicationBucket };
  const table = { client: dynamodb, name: names.recordsTable };
  return {
    uploads: bucketUploads(intake),
    ledger: tableLedger(table),
    batches: tableBatches(table),
    allocations: tableAllocations(table),
    releases: bucketReleases(publication),
    logs: bucketLogs(publication),
    status: statusStore(intake, table, publication),
    signer,
  };
}

function required(env: Readonly<Record<string, string | undefined>>, name: string, what: string): string {
  const value = env[name];
  if (value) return value;
  throw new StoreError(
    'configuration',
    `${name} is not set. It names ${what}; the stack sets it for its functions, and its outputs show the value.`,
  );
}
