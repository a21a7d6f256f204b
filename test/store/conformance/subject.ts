import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand } from '@aws-sdk/client-s3';
import { reportCsvKey, reportPageKey } from '../../../functions/store/objects.ts';
import { storeOf } from '../../../functions/store/open.ts';
import type { Failure, Store } from '../../../functions/store/store.ts';
import { emptyState, memoryClients, partsOf } from '../../reliability/support/aws/memory.ts';
import { type AwsStore, startAwsStore } from '../../support/aws-store.ts';
import { memoryStore } from '../../support/memory-store.ts';

/** A store, and the ways around it that the suite needs. */
export interface Subject {
  readonly store: Store;
  /** Puts a version of an object into the intake bucket and gives its id. */
  upload(key: string, text: string): Promise<string>;
  remove(key: string): Promise<void>;
  /** An object of the publication bucket. */
  published(key: string): Promise<Uint8Array | null>;
  findings(election: string, file: string, versionId: string): Promise<string>;
  page(election: string, file: string, versionId: string, language: string): Promise<string>;
  /** The next write of a batch fails once its records are there. */
  crashBeforeHeader(): void;
  recordFailure(failure: Failure): Promise<void>;
  stop(): Promise<void>;
}

export function memorySubject(): Subject {
  const store = memoryStore();
  let versions = 0;
  return {
    store,
    async upload(key, text) {
      const versionId = `v${++versions}`;
      store.seedUpload(key, versionId, text);
      return versionId;
    },
    remove: async (key) => store.removeUpload(key),
    published: async (key) => store.files().get(key) ?? null,
    findings: async (...place) => store.findings().get(reportCsvKey(...place)) ?? '',
    page: async (...place) => store.pages().get(reportPageKey(...place)) ?? '',
    crashBeforeHeader: () => store.failNext('batches.write:header'),
    recordFailure: async (failure) => store.addFailure(failure),
    stop: async () => {},
  };
}

/** The real store over clients of the SDK that are answered from memory. */
export function answeredSubject(): Subject {
  const state = emptyState();
  const parts = partsOf(memoryClients(() => state));
  return sdkSubject({ parts, store: storeOf(parts), stop: async () => undefined });
}

/** The real store over an S3 endpoint and a DynamoDB endpoint that run here. */
export async function awsSubject(): Promise<Subject> {
  return sdkSubject(await startAwsStore());
}

function sdkSubject({ store, parts, stop }: Omit<AwsStore, 'connect' | 'createTable'>): Subject {
  const { s3, dynamodb, intakeBucket, publicationBucket, recordsTable } = parts;
  let crash = false;
  dynamodb.middlewareStack.add(
    (next, context) => (args) => {
      // Records go in batches; a single put is the header.
      if (!crash || context.commandName !== 'PutItemCommand') return next(args);
      crash = false;
      return Promise.reject(new Error('the process died'));
    },
    { step: 'initialize' },
  );
  const read = async (bucket: string, key: string): Promise<Uint8Array | null> => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToByteArray()) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  };
  return {
    store,
    async upload(key, text) {
      const put = new PutObjectCommand({ Bucket: intakeBucket, Key: key, Body: text });
      return (await s3.send(put)).VersionId ?? '';
    },
    async remove(key) {
      await s3.send(new DeleteObjectCommand({ Bucket: intakeBucket, Key: key }));
    },
    published: (key) => read(publicationBucket, key),
    findings: async (...place) =>
      Buffer.from((await read(intakeBucket, reportCsvKey(...place))) ?? []).toString('utf8'),
    page: async (...place) =>
      Buffer.from((await read(intakeBucket, reportPageKey(...place))) ?? []).toString('utf8'),
    crashBeforeHeader: () => {
      crash = true;
    },
    async recordFailure({ execution, ...facts }) {
      const values = Object.entries(facts).map(([name, text]) => [name, { S: text }]);
      const item = { pk: { S: 'FAILURES' }, sk: { S: execution }, ...Object.fromEntries(values) };
      await dynamodb.send(new PutItemCommand({ TableName: recordsTable, Item: item }));
    },
    stop,
  };
}
