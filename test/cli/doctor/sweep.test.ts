import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteBatch, tooYoung, unreferencedBatches } from '../../../cli/doctor/sweep.ts';
import { nextEntry } from '../../../functions/model/ledger.ts';
import { batchOf } from '../../../functions/validate/batch.ts';
import { type AwsStore, startAwsStore } from '../../support/aws-store.ts';
import { anElection, areaId, electionId, stationId } from '../../support/builders.ts';

const election = electionId('xx-2024');
const upload = { election, kind: 'definition', file: 'election.json', contest: null } as const;
const content = { kind: 'definition', definition: anElection() } as const;
const [named, left] = ['a', 'b'].map((digit) => batchOf(upload, digit.repeat(64), [], content));

let aws: AwsStore;

beforeAll(async () => {
  aws = await startAwsStore();
  for (const batch of [named, left]) if (batch) await aws.store.batches.write(batch.header, batch.records);
  await aws.store.ledger.append(entryOf(named));
});
afterAll(() => aws.stop());

test('finds and deletes what the ledger does not name, and nothing else', async () => {
  const found = await unreferencedBatches(places(), election);
  expect(found.map(({ batch }) => batch)).toEqual([left?.header.batch]);
  expect(found[0]?.keys[0]?.sk).toBe('HEADER');

  for (const batch of found) expect(await deleteBatch(places(), election, batch)).toBe(true);

  expect(await unreferencedBatches(places(), election)).toEqual([]);
  expect(await headerOf(left)).toBeNull();
  expect(await headerOf(named)).toEqual(named?.header);
  expect(await aws.store.batches.definition(election, entryOf(named).batch)).toEqual(anElection());
});

test('sweeps a register with its stations and its roll', async () => {
  const one = { station: stationId('st1'), area: areaId('N1'), name: '', registered: 5, source: '' };
  const file = 'stations/a.csv';
  const register = batchOf({ election, kind: 'stations', file, contest: null }, 'c'.repeat(64), [], {
    kind: 'stations',
    stations: [{ record: one, row: 2 }],
  });
  const { batch } = register.header;
  await aws.store.batches.write(register.header, register.records);

  const found = await unreferencedBatches(places(), election);
  for (const each of found) await deleteBatch(places(), election, each);

  const [swept, ...others] = found.map((each) => each.keys.map(({ sk }) => sk));
  expect(swept?.[0]).toBe('HEADER');
  expect(swept?.toSorted()).toEqual(['HEADER', 'ROLL#000000', 'st1']);
  expect(others).toEqual([]);
  expect(await unreferencedBatches(places(), election)).toEqual([]);
  expect(await aws.store.batches.roll(election, batch)).toBeNull();
});

test('deletes nothing that was named after it was found', async () => {
  const { batch } = entryOf(named);
  const found = { batch, keys: [{ pk: `${election}#${batch}`, sk: 'HEADER' }] };

  expect(await deleteBatch(places(), election, found)).toBe(false);
  expect(await headerOf(named)).toEqual(named?.header);
});

test('leaves an election alone for 26 hours after its last upload, of any version', async () => {
  expect(await tooYoung(places(), election, new Date())).toBeNull();
  const Key = `uploads/${election}/election.json`;
  for (const Body of ['1', '2'])
    await aws.parts.s3.send(new PutObjectCommand({ Bucket: 'intake', Key, Body }));

  expect(await tooYoung(places(), election, new Date())).toContain('26 hours after the last upload');
  expect(await tooYoung(places(), election, new Date(Date.now() + 25 * 3_600_000))).not.toBeNull();
  expect(await tooYoung(places(), election, new Date(Date.now() + 27 * 3_600_000))).toBeNull();
  expect(await tooYoung(places(), electionId('yy-2024'), new Date())).toBeNull();
});

function places() {
  const { s3, dynamodb, intakeBucket, recordsTable } = aws.parts;
  return {
    store: aws.store,
    intake: { client: s3, name: intakeBucket },
    table: { client: dynamodb, name: recordsTable },
  };
}

function entryOf(batch: typeof named) {
  if (!batch) throw new Error('there are two batches');
  const version = {
    file: 'election.json',
    versionId: 'v1',
    sha256: 'a'.repeat(64),
    bytes: 1,
    sequencer: '1',
  };
  const facts = {
    kind: 'definition',
    contest: null,
    batch: batch.header.batch,
    records: 1,
    warnings: 0,
  } as const;
  return nextEntry([], election, '2024-03-10T00:00:00Z', { type: 'accepted', ...version, ...facts } as const);
}

async function headerOf(batch: typeof named) {
  return aws.store.batches.header(election, entryOf(batch).batch);
}
