import { BatchWriteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../functions/store/open.ts';
import { type AwsStore, startAwsStore } from '../support/aws-store.ts';
import { areaId, bytesOf } from '../support/builders.ts';
import {
  aCertificate,
  aHeader,
  aLatest,
  aProtocol,
  batchId,
  entryAfter,
  newElection,
} from './conformance/build.ts';

let aws: AwsStore;
let faults: ((command: string, input: object) => 'lost' | 'unprocessed' | 'passes')[] = [];

beforeAll(async () => {
  aws = await startAwsStore();
  aws.parts.dynamodb.middlewareStack.add(
    (next, context) => async (args) => {
      const fault = faults.shift()?.(context.commandName ?? '', args.input) ?? 'passes';
      if (fault === 'unprocessed') return unprocessed(args.input);
      const reply = await next(args);
      // As the SDK does when the line breaks after the server has done its work: it asks again.
      return fault === 'lost' ? next(args) : reply;
    },
    { step: 'initialize' },
  );
});
afterAll(() => aws.stop());

/** The reply of a table that has taken none of a batch. */
function unprocessed(input: object): {
  output: { $metadata: object; UnprocessedItems: unknown };
  response: object;
} {
  const items = 'RequestItems' in input ? input.RequestItems : {};
  return { output: { $metadata: {}, UnprocessedItems: items }, response: {} };
}

describe('the store over a network that fails', () => {
  it('knows its own entry when the reply to its writing was lost', async () => {
    const { ledger } = aws.store;
    const entry = entryAfter([entryAfter([], newElection())], newElection());
    faults = [(command) => (command === 'PutItemCommand' ? 'lost' : 'passes')];

    const won = await ledger.append(entry);

    expect(won).toBe(true);
    expect(faults).toEqual([]);
  });

  it('writes again what a throttled table has handed back', async () => {
    const { batches } = aws.store;
    const election = newElection();
    const protocols = Array.from({ length: 60 }, (_, index) => aProtocol('N1', String(index + 100), index));
    faults = Array.from({ length: 4 }, () => () => 'unprocessed');

    await batches.write(aHeader(election, 'results'), { kind: 'results', protocols });

    expect(await batches.protocols(election, batchId('a'), areaId('N1'))).toEqual(protocols);
  });

  it('takes an allocation that was written in part for none', async () => {
    const { allocations } = aws.store;
    const election = newElection();
    const certificates = Array.from({ length: 30 }, (_, index) =>
      aCertificate(election, `district-${index}`),
    );
    await allocations.write(election, 3, certificates);
    await aws.parts.dynamodb.send(
      new BatchWriteItemCommand({
        RequestItems: {
          [aws.parts.recordsTable]: [
            { DeleteRequest: { Key: { pk: { S: `${election}#r3` }, sk: { S: 'district-7' } } } },
          ],
        },
      }),
    );

    expect(await allocations.read(election, 3)).toEqual([]);
  });

  it('names the item that was changed by other hands', async () => {
    const election = newElection();
    const item = { pk: { S: election }, sk: { S: 'LEDGER#0000000001' }, doc: { S: '{"type":"accepted"}' } };
    await aws.parts.dynamodb.send(new PutItemCommand({ TableName: aws.parts.recordsTable, Item: item }));

    await expect(aws.store.ledger.read(election)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining(`${election} / LEDGER#0000000001`),
    });
  });
});

describe('published objects', () => {
  it('say how long they may be kept, and are never encoded', async () => {
    const { store, parts } = aws;
    const election = newElection();
    await store.releases.put(election, '1.0.0', 'results.csv.gz', 'application/gzip', [bytesOf('x')]);
    await store.releases.moveLatest(aLatest(election, '1.0.0', 1));
    const head = (key: string) =>
      parts.s3.send(new HeadObjectCommand({ Bucket: parts.publicationBucket, Key: key }));

    const file = await head(`elections/${election}/1.0.0/results.csv.gz`);
    const pointer = await head(`elections/${election}/latest.json`);

    expect(file).toMatchObject({
      CacheControl: 'public, max-age=31536000, immutable',
      ContentType: 'application/gzip',
    });
    expect(file.ContentEncoding).toBeUndefined();
    expect(pointer).toMatchObject({ CacheControl: 'public, max-age=60', ContentType: 'application/json' });
  });
});

describe('opening the store', () => {
  it.each(['INTAKE_BUCKET', 'RECORDS_TABLE', 'PUBLICATION_BUCKET'])('says that %s is missing', (name) => {
    const env = { INTAKE_BUCKET: 'i', RECORDS_TABLE: 'r', PUBLICATION_BUCKET: 'p', [name]: undefined };

    expect(() => openStore(env)).toThrow(
      expect.objectContaining({ code: 'configuration', message: expect.stringContaining(name) }),
    );
  });
});
