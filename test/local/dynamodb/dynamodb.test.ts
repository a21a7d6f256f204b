import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import type { TablePlan } from '../../../local/template/resources/table.ts';
import { temporaryFolder } from '../support/assembly.ts';

const opened: DynamoDb[] = [];

afterEach(() => Promise.all(opened.splice(0).map((dynamodb) => dynamodb.stop())));

describe('startDynamoDb', () => {
  it('makes the tables of the template, and finds them with their data after a restart', async () => {
    const data = await temporaryFolder();
    const first = await start(data);
    await first.client.send(new PutItemCommand({ TableName: 'records', Item: item('one') }));
    await first.stop();

    const second = await start(data);

    const { TableNames } = await second.client.send(new ListTablesCommand({}));
    const { Item } = await second.client.send(new GetItemCommand({ TableName: 'records', Key: item('one') }));
    expect(TableNames).toEqual(['records']);
    expect(Item).toEqual(item('one'));
  });

  it('comes back on the same port, with its data, when its process dies', async () => {
    const dynamodb = await start(await temporaryFolder());
    await dynamodb.client.send(new PutItemCommand({ TableName: 'records', Item: item('one') }));
    const before = dynamodb.pid();

    process.kill(before ?? 0, 'SIGKILL');

    await expect
      .poll(() => dynamodb.client.send(new GetItemCommand({ TableName: 'records', Key: item('one') })), {
        timeout: 20_000,
      })
      .toMatchObject({ Item: item('one') });
    expect(dynamodb.pid()).not.toBe(before);
  });

  it('outlives a client that aborts its request', async () => {
    const dynamodb = await start(await temporaryFolder());
    const before = dynamodb.pid();

    await abortRequest(Number(new URL(dynamodb.url).port));

    const { TableNames } = await dynamodb.client.send(new ListTablesCommand({}));
    expect(TableNames).toEqual(['records']);
    expect(dynamodb.pid()).toBe(before);
  });

  it('leaves it to its parent to end on Ctrl-C, which reaches both', async () => {
    const dynamodb = await start(await temporaryFolder());
    const before = dynamodb.pid();

    process.kill(before ?? 0, 'SIGINT');

    await expect(dynamodb.client.send(new ListTablesCommand({}))).resolves.toMatchObject({
      TableNames: ['records'],
    });
    expect(dynamodb.pid()).toBe(before);
  });

  it.each<[string, Record<string, string>]>([
    ['a web page', { origin: 'https://example.org' }],
    ['a foreign name for this machine', { host: 'rebound.example.org' }],
  ])('refuses requests from %s', async (_, headers) => {
    const { url } = await start(await temporaryFolder());

    expect(await statusOf(url, headers)).toBe(403);
  });

  it('says which port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      }),
    );

    const started = start(await temporaryFolder(), { port });

    await expect(started).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(`Port ${port} for DynamoDB`),
    });
    other.close();
  });

  it('refuses to run on a table whose keys the template has changed', async () => {
    const data = await temporaryFolder();
    await (await start(data)).stop();

    const changed = start(data, { tables: [table('other')] });

    await expect(changed).rejects.toThrow('the table records on disk has pk (HASH)');
  });
});

async function start(data: string, changes: { port?: number; tables?: TablePlan[] } = {}): Promise<DynamoDb> {
  const options = {
    data,
    logs: await temporaryFolder(),
    port: 0,
    region: 'eu-central-1',
    log: () => undefined,
  };
  const dynamodb = await startDynamoDb({ ...options, tables: [table('pk')], ...changes });
  opened.push(dynamodb);
  return dynamodb;
}

function table(key: string): TablePlan {
  return {
    logicalId: 'Records',
    name: 'records',
    create: {
      TableName: 'records',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
    },
  };
}

function item(key: string): { pk: { S: string } } {
  return { pk: { S: key } };
}

function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

/** Begins a request and resets the connection in the middle of its body. */
function abortRequest(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"half":');
      setTimeout(() => socket.resetAndDestroy(), 100);
    });
    socket.once('close', () => setTimeout(resolve, 200));
  });
}
