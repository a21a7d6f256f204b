import { BatchWriteItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import { type BatchId, type ElectionId, isBatchId } from '../../functions/model/ids.ts';
import { backOff } from '../../functions/store/aws/parallel.ts';
import { uploadKey } from '../../functions/store/objects.ts';
import type { Key } from '../../functions/store/records.ts';
import type { Operator } from '../operate/operator.ts';

/** A batch that no entry of the ledger names, with the keys of its items: the header first where it has one. */
export interface Unreferenced {
  readonly batch: BatchId;
  readonly keys: readonly Key[];
}

/** Why an election cannot be swept now; null when it can. */
export async function tooYoung(
  { intake }: Pick<Operator, 'intake'>,
  election: ElectionId,
  now: Date,
): Promise<string | null> {
  const newest = await newestUpload(intake, election);
  const age = newest === null ? Number.POSITIVE_INFINITY : now.getTime() - newest.getTime();
  if (age >= safeAge) return null;
  return `The newest upload is of ${newest?.toISOString()}: an execution may still be about to enter a batch of it. Sweep 26 hours after the last upload.`;
}

// EventBridge tries to deliver an event for a day, and an execution ends after two hours (infra/pipeline/pipeline.ts).
const safeAge = 26 * 3_600_000;

/** The batches of an election that its ledger does not name, by name. Reads the keys of the whole table. */
export async function unreferencedBatches(
  { store, table }: Pick<Operator, 'store' | 'table'>,
  election: ElectionId,
): Promise<Unreferenced[]> {
  const found = new Map<BatchId, Key[]>();
  const scan = {
    TableName: table.name,
    ProjectionExpression: 'pk, sk',
    FilterExpression: 'begins_with(pk, :election)',
    ExpressionAttributeValues: { ':election': { S: `${election}#` } },
  };
  for await (const { Items = [] } of paginateScan({ client: table.client }, scan))
    for (const { pk, sk } of Items) {
      const key = { pk: pk?.S ?? '', sk: sk?.S ?? '' };
      const batch = key.pk.split('#')[1] ?? '';
      if (!isBatchId(batch)) continue;
      const known = found.get(batch);
      if (known) known.push(key);
      else found.set(batch, [key]);
    }
  // After the keys: what was entered meanwhile is named.
  const named = await namedBatches({ store }, election);
  return [...found]
    .filter(([batch]) => !named.has(batch))
    .map(([batch, keys]) => ({ batch, keys: keys.sort((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => (a.batch < b.batch ? -1 : 1));
}

/**
 * Deletes a batch, header first, so that one which is cut short is never taken for whole. False when the ledger names it after all: then nothing
 * is deleted.
 */
export async function deleteBatch(
  { store, table }: Pick<Operator, 'store' | 'table'>,
  election: ElectionId,
  { batch, keys }: Unreferenced,
): Promise<boolean> {
  if ((await namedBatches({ store }, election)).has(batch)) return false;
  const [first, ...rest] = keys;
  if (first) await deleteItems(table, [first]);
  for (let from = 0; from < rest.length; from += 25) await deleteItems(table, rest.slice(from, from + 25));
  return true;
}

async function namedBatches({ store }: Pick<Operator, 'store'>, election: ElectionId): Promise<Set<BatchId>> {
  const ledger = await store.ledger.read(election);
  return new Set(ledger.flatMap((entry) => (entry.type === 'accepted' ? [entry.batch] : [])));
}

function rank({ sk }: Key): number {
  return sk === 'HEADER' ? 0 : 1;
}

async function newestUpload(
  { client, name }: Operator['intake'],
  election: ElectionId,
): Promise<Date | null> {
  let newest: Date | null = null;
  let from: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> = {};
  for (;;) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({
        Bucket: name,
        Prefix: uploadKey(election, ''),
        KeyMarker: from.NextKeyMarker,
        VersionIdMarker: from.NextVersionIdMarker,
      }),
    );
    for (const { LastModified: at } of page.Versions ?? [])
      if (at && (newest === null || at > newest)) newest = at;
    if (page.IsTruncated !== true) return newest;
    from = page;
  }
}

async function deleteItems({ client, name }: Operator['table'], keys: readonly Key[]): Promise<void> {
  let rest = keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk: { S: pk }, sk: { S: sk } } } }));
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (attempt > 0) await backOff(Math.min(attempt, 8));
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [name]: rest } }),
    );
    rest = (UnprocessedItems[name] ?? []).flatMap(({ DeleteRequest }) => {
      const { pk, sk } = DeleteRequest?.Key ?? {};
      return pk && sk ? [{ DeleteRequest: { Key: { pk: { S: pk.S ?? '' }, sk: { S: sk.S ?? '' } } } }] : [];
    });
  }
}
