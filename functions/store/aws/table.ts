import {
  type AttributeValue,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import type { Key } from '../records.ts';
import { StoreError } from '../store.ts';
import { inParallel } from './parallel.ts';
import { createPressure, type Pressure } from './pressure.ts';

/** The records table. Every read is strongly consistent. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

/** An item of the table, as the SDK gives it. */
export type Item = Record<string, AttributeValue>;

/** What an item holds, and where. */
export interface Row extends Key {
  readonly doc: AttributeValue;
}

/** The item of that key, or null. */
export async function getItem({ client, name }: Table, { pk, sk }: Key): Promise<Item | null> {
  const command = new GetItemCommand({
    TableName: name,
    Key: { pk: { S: pk }, sk: { S: sk } },
    ConsistentRead: true,
  });
  return (await client.send(command)).Item ?? null;
}

/** All items of a partition whose sort key begins with `prefix`, in the order of their sort keys. */
export function queryItems(table: Table, pk: string, prefix = ''): Promise<Item[]> {
  return prefix === ''
    ? query(table, 'pk = :pk', { ':pk': { S: pk } })
    : query(table, 'pk = :pk AND begins_with(sk, :prefix)', { ':pk': { S: pk }, ':prefix': { S: prefix } });
}

/** The items of a partition from one sort key to another, both included, in the order of their sort keys. */
export function queryRange(table: Table, { pk, sk }: Key, last: string): Promise<Item[]> {
  const values = { ':pk': { S: pk }, ':from': { S: sk }, ':to': { S: last } };
  return query(table, 'pk = :pk AND sk BETWEEN :from AND :to', values);
}

/** Writes an item, whatever stood there. */
export async function putItem({ client, name }: Table, row: Row): Promise<void> {
  await client.send(new PutItemCommand({ TableName: name, Item: itemOf(row) }));
}

/** Writes an item if its key is free, and says whether it was. */
export async function putItemIfFree({ client, name }: Table, row: Row): Promise<boolean> {
  try {
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
    await client.send(new PutItemCommand({ TableName: name, Item: itemOf(row), ...condition }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Writes items of different keys, in no order, whatever stood there. After a failure some are written and some are not. */
export async function writeItems(table: Table, rows: Iterable<Row>): Promise<void> {
  const pressure = createPressure();
  await inParallel(batchesOf(rows), concurrency, (requests) => writeBatch(table, requests, pressure));
}

/** An item's table and key, for messages. */
export function placeOf({ name }: Table, { pk, sk }: Key): string {
  return `Item ${pk} / ${sk} of table ${name}`;
}

async function query({ client, name }: Table, condition: string, values: Item): Promise<Item[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      KeyConditionExpression: condition,
      ExpressionAttributeValues: values,
      ConsistentRead: true,
    },
  );
  const items: Item[] = [];
  for await (const page of pages) for (const item of page.Items ?? []) items.push(item);
  return items;
}

// Measured: more requests at a time do not make a table faster, only its throttling harder.
const concurrency = 8;

// The most that BatchWriteItem takes.
const batchSize = 25;

function* batchesOf(rows: Iterable<Row>): Generator<WriteRequest[]> {
  let batch: WriteRequest[] = [];
  for (const row of rows) {
    batch.push({ PutRequest: { Item: itemOf(row) } });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

// A table that is throttled takes what it can and hands back the rest. As long as it takes anything there is progress; so many times in a row
// that it takes nothing are about a quarter of a minute, and then the state machine had better try again later.
async function writeBatch(
  { client, name }: Table,
  requests: WriteRequest[],
  pressure: Pressure,
): Promise<void> {
  let rest = requests;
  for (let refusals = 0; refusals < mostRefusals; ) {
    const entered = await pressure.enter();
    const reply = await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: rest } }));
    const left = reply.UnprocessedItems?.[name] ?? [];
    if (left.length === 0) return pressure.taken();
    pressure.refused(entered);
    refusals = left.length < rest.length ? 0 : refusals + 1;
    rest = left;
  }
  throw new StoreError(
    'contended',
    `The table ${name} has taken no more writes for a while. Try again later; if it goes on, raise its write capacity.`,
  );
}

const mostRefusals = 12;

function itemOf({ pk, sk, doc }: Row): Item {
  return { pk: { S: pk }, sk: { S: sk }, doc };
}
