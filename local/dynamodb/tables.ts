import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { LocalError } from '../errors.ts';
import type { TablePlan } from '../template/resources/table.ts';

/**
 * Creates the tables that are not there yet, and resolves when all can be used.
 * Throws `template-unsupported` for a table on disk whose keys differ from the template's: on AWS such a change replaces the table,
 * which is nothing to do silently to somebody's data. Throws `dynamodb-unavailable` for a table that does not become active.
 */
export async function createTables(client: DynamoDBClient, tables: readonly TablePlan[]): Promise<void> {
  for (const table of tables) {
    const found = await find(client, table.name);
    if (found === undefined) await client.send(new CreateTableCommand(table.create));
    else checkKeys(table, found);
    await untilActive(client, table);
  }
}

function checkKeys(table: TablePlan, found: TableDescription): void {
  const [onDisk, wanted] = [describe(found.KeySchema), describe(table.create.KeySchema)];
  if (onDisk === wanted) return;
  throw new LocalError(
    'template-unsupported',
    `${table.logicalId} (AWS::DynamoDB::Table) has the keys ${wanted}, but the table ${table.name} on disk has ${onDisk}. ` +
      'Keep the keys, or start with another data folder.',
  );
}

const PATIENCE = { attempts: 500, stepMs: 20 } as const;

/** Creating a table goes on after the answer; until it has ended, the table "does not exist" for whoever writes to it. */
async function untilActive(client: DynamoDBClient, { name }: TablePlan): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE.attempts; attempt++) {
    const table = await find(client, name);
    if (table?.TableStatus === 'ACTIVE') return;
    await pause(PATIENCE.stepMs);
  }
  // Left so by a process that was killed at this very moment. Nothing can have been written to the table.
  const message = `The table ${name} was never completely created. Delete the folder "records" in the data folder and start again.`;
  throw new LocalError('dynamodb-unavailable', message);
}

async function find(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

type Keys = TableDescription['KeySchema'];

function describe(keys: Keys = []): string {
  return keys.map(({ AttributeName, KeyType }) => `${AttributeName} (${KeyType})`).join(', ');
}
