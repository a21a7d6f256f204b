import { DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Row, writeItems } from '../../functions/store/aws/table.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A table that takes as many of each batch as it is told, with what it has taken and how often it was asked. */
function tableThat(takes: (asked: number) => number) {
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const taken: string[] = [];
  let asked = 0;
  client.middlewareStack.add(
    () => async (args) => {
      const requests = requestsIn(args.input);
      const room = takes(asked);
      asked += 1;
      for (const { PutRequest } of requests.slice(0, room)) taken.push(PutRequest?.Item?.sk?.S ?? '');
      return { output: { $metadata: {}, UnprocessedItems: { records: requests.slice(room) } }, response: {} };
    },
    { step: 'initialize' },
  );
  return { table: { client, name: 'records' }, taken, asked: () => asked };
}

function requestsIn(input: object): WriteRequest[] {
  return 'RequestItems' in input ? (Object(input.RequestItems).records ?? []) : [];
}

function rows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({ pk: 'p', sk: String(index), doc: { S: '' } }));
}

/** Waits for all that is under way, however long its pauses are; gives how long it took in the time of the clock that stands still. */
async function finished(work: Promise<void>): Promise<number> {
  const begun = Date.now();
  const ended = work.finally(() => undefined);
  ended.catch(() => undefined);
  await vi.runAllTimersAsync();
  await ended;
  return Date.now() - begun;
}

test('goes on as long as a table takes anything at all, however often it hands back the rest', async () => {
  const { table, taken, asked } = tableThat(() => 1);

  await finished(writeItems(table, rows(25)));

  expect(taken.toSorted((a, b) => Number(a) - Number(b))).toEqual(rows(25).map(({ sk }) => sk));
  expect(asked()).toBe(25);
});

test('gives up after twelve replies that took nothing, and says that it may be tried again', async () => {
  const { table, asked } = tableThat(() => 0);

  await expect(finished(writeItems(table, rows(5)))).rejects.toMatchObject({ code: 'contended' });

  expect(asked()).toBe(12);
});

test('writers of one call wait together: what eight are refused in a moment is one step for all', async () => {
  const { table, taken } = tableThat((asked) => (asked < 8 ? 0 : 25));

  const time = await finished(writeItems(table, rows(200)));

  expect(taken).toHaveLength(200);
  expect(time).toBeLessThanOrEqual(25);
});

test('what is written at once waits for nothing', async () => {
  const { table } = tableThat(() => 25);

  expect(await finished(writeItems(table, rows(1000)))).toBe(0);
});
