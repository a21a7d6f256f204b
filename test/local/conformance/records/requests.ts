import {
  type AttributeValue,
  BatchWriteItemCommand,
  type BatchWriteItemCommandOutput,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandOutput,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Place } from '../behaviour.ts';

/** An item as the store writes it, in a partition of the behaviour's own. */
export function item({ own }: Place, sk: string, doc: AttributeValue): Record<string, AttributeValue> {
  return { pk: { S: own }, sk: { S: sk }, doc };
}

/** Puts an item, under a condition if one is given. */
export function putItem(
  place: Place,
  sk: string,
  doc: AttributeValue,
  condition?: string,
): Promise<PutItemCommandOutput> {
  const { dynamodb, table } = place;
  return dynamodb.send(
    new PutItemCommand({
      TableName: table,
      Item: item(place, sk, doc),
      ...(condition !== undefined && { ConditionExpression: condition }),
    }),
  );
}

/** The `doc` of an item; undefined when it is not there. */
export async function docOf(
  { dynamodb, table, own }: Place,
  sk: string,
): Promise<AttributeValue | undefined> {
  const Key = { pk: { S: own }, sk: { S: sk } };
  return (await dynamodb.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))).Item?.doc;
}

/** Puts a batch of items with these sort keys. */
export function putBatch(
  place: Place,
  keys: readonly string[],
  doc: AttributeValue = { S: 'x' },
): Promise<BatchWriteItemCommandOutput> {
  const requests = keys.map((sk) => ({ PutRequest: { Item: item(place, sk, doc) } }));
  return place.dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [place.table]: requests } }));
}

/** The sort keys of each page of a query, as the store asks it: for those with a prefix, or from one to another. */
export async function queryPages(
  { dynamodb, table, own }: Place,
  of: string | readonly [string, string] = '',
): Promise<string[][]> {
  const [condition, keys] = conditionOf(of);
  const values = Object.entries({ ':pk': own, ...keys }).map(([name, text]) => [name, { S: text }]);
  const pages: string[][] = [];
  let after: Record<string, AttributeValue> | undefined;
  do {
    const reply = await dynamodb.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: `pk = :pk${condition}`,
        ExpressionAttributeValues: Object.fromEntries(values),
        ConsistentRead: true,
        ExclusiveStartKey: after,
      }),
    );
    pages.push((reply.Items ?? []).map(({ sk }) => sk?.S ?? ''));
    after = reply.LastEvaluatedKey;
  } while (after !== undefined);
  return pages;
}

function conditionOf(of: string | readonly [string, string]): [string, Record<string, string>] {
  if (of === '') return ['', {}];
  if (typeof of === 'string') return [' AND begins_with(sk, :prefix)', { ':prefix': of }];
  const [from, to] = of;
  return [' AND sk BETWEEN :from AND :to', { ':from': from, ':to': to }];
}
