import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { StoreParts } from '../../../../functions/store/open.ts';
import { signerOf } from '../../../support/signer.ts';
import { answerFromBuckets, type BucketsState } from './memory-buckets.ts';
import { answerFromTable, type TableState } from './memory-table.ts';

/** Everything that the pipeline keeps: two buckets and a table. */
export interface MemoryState extends BucketsState {
  readonly items: TableState;
}

/** The names of the three places, in memory and on the servers alike. */
export const places = {
  intakeBucket: 'intake',
  recordsTable: 'records',
  publicationBucket: 'publication',
} as const;

/** What a store is opened with: the clients, the names of its places, and a key to sign with. */
export function partsOf(clients: Pick<StoreParts, 's3' | 'dynamodb'>): StoreParts {
  return { ...clients, ...places, signer: signerOf(1) };
}

/** A region without anything in it. */
export function emptyState(): MemoryState {
  return {
    buckets: new Map([
      [places.intakeBucket, new Map()],
      [places.publicationBucket, new Map()],
    ]),
    written: 0,
    partial: new Map(),
    items: new Map(),
  };
}

/** The same state, to go on with from here. What is stored is never changed, only replaced, so the copy shares it. */
export function copyState({ buckets, written, partial, items }: MemoryState): MemoryState {
  return {
    buckets: new Map([...buckets].map(([name, objects]) => [name, new Map(objects)])),
    written,
    partial: new Map(partial),
    items: new Map([...items].map(([pk, partition]) => [pk, new Map(partition)])),
  };
}

/** Makes a state hold what another holds, for whoever has it at hand already. */
export function replaceState(state: MemoryState, by: MemoryState): void {
  const { buckets, written, partial, items } = copyState(by);
  state.written = written;
  replaceEntries(state.buckets, buckets);
  replaceEntries(state.partial, partial);
  replaceEntries(state.items, items);
}

function replaceEntries<Key, Value>(map: Map<Key, Value>, by: ReadonlyMap<Key, Value>): void {
  map.clear();
  for (const [key, value] of by) map.set(key, value);
}

/**
 * Clients of the SDK that are answered from memory instead of over HTTP: the store cannot tell. `state` is asked for at every call;
 * `heard` is what the service makes of an input, for a test that wants one that is hard of hearing.
 */
export function memoryClients(
  state: () => MemoryState,
  heard: (input: object) => object = (input) => input,
): Pick<StoreParts, 's3' | 'dynamodb'> {
  const s3 = new S3Client({ ...anywhere, forcePathStyle: true });
  const dynamodb = new DynamoDBClient(anywhere);
  // It makes a readable copy of all that goes by, for a log that nobody keeps: a third of the time.
  for (const { middlewareStack } of [s3, dynamodb]) middlewareStack.remove('loggerMiddleware');
  s3.middlewareStack.add(
    (_next, { commandName = '' }) =>
      async ({ input }) => ({
        output: { $metadata: {}, ...answerFromBuckets(state(), commandName, heard(input)) },
        response: {},
      }),
    { step: 'initialize', priority: 'low' },
  );
  dynamodb.middlewareStack.add(
    (_next, { commandName = '' }) =>
      async ({ input }) => ({
        output: { $metadata: {}, ...answerFromTable(state().items, commandName, heard(input)) },
        response: {},
      }),
    { step: 'initialize', priority: 'low' },
  );
  return { s3, dynamodb };
}

// Nothing is ever sent there: the name cannot be resolved (RFC 2606), should anything slip through.
const anywhere = {
  // Every command of a kind takes the same way. To find it anew for each takes longer than all that answers it.
  cacheMiddleware: true,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  endpoint: 'http://memory.invalid',
};
