import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import { installed, localAws } from '../../support/tools.ts';
import { tableOf } from '../conformance/servers/server.ts';
import { temporaryFolder } from '../support/assembly.ts';

const run = promisify(execFile);
const hasCli = installed('the AWS CLI', 'no item was put with it');
const hasBoto = installed('boto3', 'no item was put with it');

let dynamodb: DynamoDb;

beforeAll(async () => {
  dynamodb = await startDynamoDb({
    data: await temporaryFolder(),
    logs: await temporaryFolder(),
    port: 0,
    region: 'eu-central-1',
    tables: [{ logicalId: 'Records', name: 'records', create: tableOf('records') }],
    log: () => undefined,
  });
});
afterAll(() => dynamodb.stop());

it.runIf(hasBoto)('boto3 puts, puts in batches and queries in pages', async () => {
  const script = join(import.meta.dirname, 'everyday.py');

  const { stdout } = await run('python3', [script, dynamodb.url], { env: localAws });

  expect(stdout.trim()).toBe('done');
});

it.runIf(hasCli)('the AWS CLI describes the table, and is told when a condition does not hold', async () => {
  const aws = (...args: string[]) =>
    run('aws', ['--endpoint-url', dynamodb.url, 'dynamodb', ...args, '--table-name', 'records'], {
      env: localAws,
    });
  const put = () =>
    aws(
      'put-item',
      ...['--item', '{"pk":{"S":"cli"},"sk":{"S":"LEDGER#1"}}'],
      ...['--condition-expression', 'attribute_not_exists(pk)'],
    );

  const described = JSON.parse((await aws('describe-table')).stdout);
  await put();

  expect(described.Table.KeySchema).toEqual(tableOf('records').KeySchema);
  await expect(put()).rejects.toThrow('ConditionalCheckFailedException');
});
