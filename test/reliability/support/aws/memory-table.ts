import {
  type AttributeValue,
  type BatchWriteItemCommandInput,
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  type GetItemCommandInput,
  type PutItemCommandInput,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { byCodePoint } from '../../../../functions/model/text/text.ts';

type Item = Record<string, AttributeValue>;

/** The items of a table, by partition key, then sort key. */
export type TableState = Map<string, Map<string, Item>>;

// Far below the megabyte of the service, so that a small election too is read in pages.
const itemsPerPage = 5;

/**
 * Answers a command to DynamoDB from memory, with what the service promises and the store relies on: conditions, pages in the order of
 * the sort keys, the limits of a batch. Throws what the SDK throws. A command that it does not know stops the test.
 */
export function answerFromTable(items: TableState, command: string, input: object): object {
  if (command === 'GetItemCommand' && isGet(input)) {
    const found = items.get(keyOf(input.Key, 'pk'))?.get(keyOf(input.Key, 'sk'));
    return found === undefined ? {} : { Item: { ...found } };
  }
  if (command === 'PutItemCommand' && isPut(input)) return putItem(items, input);
  if (command === 'BatchWriteItemCommand' && isBatch(input)) return writeBatch(items, input);
  if (command === 'QueryCommand' && isQuery(input)) return query(items, input);
  throw new TypeError(`the table in memory does not know ${command}: teach it, see memory-table.ts`);
}

function putItem(items: TableState, input: PutItemCommandInput): object {
  const { Item: item, ConditionExpression: condition } = input;
  if (condition !== undefined && condition !== 'attribute_not_exists(pk)') throw unknown(condition);
  const partition = items.get(keyOf(item, 'pk'));
  if (condition !== undefined && partition?.has(keyOf(item, 'sk')))
    throw new ConditionalCheckFailedException({
      message: 'The conditional request failed',
      $metadata: { httpStatusCode: 400 },
    });
  put(items, item);
  return {};
}

function writeBatch(items: TableState, { RequestItems: tables = {} }: BatchWriteItemCommandInput): object {
  const requests = Object.values(tables).flat();
  const written = requests.map(({ PutRequest: request }) => {
    if (request?.Item === undefined) throw unknown('a batch that does anything but put items');
    return request.Item;
  });
  const keys = new Set(written.map((item) => `${keyOf(item, 'pk')}\n${keyOf(item, 'sk')}`));
  if (written.length < 1 || written.length > 25) throw invalid(`${written.length} requests in a batch`);
  if (keys.size < written.length) throw invalid('Provided list of item keys contains duplicates');
  for (const item of written) put(items, item);
  return { UnprocessedItems: {} };
}

function query(items: TableState, input: QueryCommandInput): object {
  const {
    KeyConditionExpression: condition,
    ExpressionAttributeValues: values,
    ExclusiveStartKey: after,
  } = input;
  const pk = keyOf(values, ':pk');
  const holds = sortKeys(condition, values);
  const start = after && keyOf(after, 'sk');
  const found = [...(items.get(pk) ?? [])]
    .filter(([sk]) => holds(sk) && (start === undefined || byCodePoint(sk, start) > 0))
    .sort(([a], [b]) => byCodePoint(a, b));
  const page = found.slice(0, itemsPerPage);
  const last = found.length > itemsPerPage ? page.at(-1)?.[0] : undefined;
  return {
    Items: page.map(([, item]) => ({ ...item })),
    ...(last !== undefined && { LastEvaluatedKey: { pk: { S: pk }, sk: { S: last } } }),
  };
}

function sortKeys(condition: string | undefined, values: Item | undefined): (sk: string) => boolean {
  if (condition === 'pk = :pk') return () => true;
  if (condition === 'pk = :pk AND begins_with(sk, :prefix)') {
    const prefix = keyOf(values, ':prefix');
    return (sk) => sk.startsWith(prefix);
  }
  if (condition !== 'pk = :pk AND sk BETWEEN :from AND :to') throw unknown(String(condition));
  const [from, to] = [keyOf(values, ':from'), keyOf(values, ':to')];
  return (sk) => byCodePoint(sk, from) >= 0 && byCodePoint(sk, to) <= 0;
}

function put(items: TableState, item: Item | undefined): void {
  const pk = keyOf(item, 'pk');
  const sk = keyOf(item, 'sk');
  if (sizeOf(item ?? {}) > 400 * 1024) throw invalid('Item size has exceeded the maximum allowed size');
  const partition = items.get(pk) ?? new Map<string, Item>();
  items.set(pk, partition.set(sk, structuredClone(item ?? {})));
}

// Names and values, as the service counts the texts and bytes that the store writes.
function sizeOf(item: Item): number {
  return Object.entries(item)
    .map(([name, { S: text = '', B: bytes }]) => Buffer.byteLength(name + text) + (bytes?.length ?? 0))
    .reduce((sum, size) => sum + size, 0);
}

function keyOf(item: Item | undefined, name: string): string {
  const text = item?.[name]?.S;
  if (text === undefined || text === '') throw invalid(`${name} is no text`);
  return text;
}

function invalid(message: string): DynamoDBServiceException {
  return new DynamoDBServiceException({
    name: 'ValidationException',
    $fault: 'client',
    message,
    $metadata: { httpStatusCode: 400 },
  });
}

function unknown(what: string): TypeError {
  return new TypeError(`the table in memory does not know ${what}: teach it, see memory-table.ts`);
}

function isGet(input: object): input is GetItemCommandInput {
  return 'Key' in input;
}

function isPut(input: object): input is PutItemCommandInput {
  return 'Item' in input;
}

function isBatch(input: object): input is BatchWriteItemCommandInput {
  return 'RequestItems' in input;
}

function isQuery(input: object): input is QueryCommandInput {
  return 'KeyConditionExpression' in input;
}
