import { CreateTableCommand, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LocalError } from '../errors.ts';
import type { TablePlan } from '../template/resources/table.ts';

/**
 * Creates the tables that are not there yet. Throws `template-unsupported` for a table on disk whose keys differ from the template's:
 * on AWS such a change replaces the table, which is nothing to do silently to somebody's data.
 */
export async function createTables(client: DynamoDBClient, tables: readonly TablePlan[]): Promise<void> {
  for (const table of tables) {
    const found = await keysOf(client, table.name);
    const wanted = describe(table.create.KeySchema);
    if (found === undefined) await client.send(new CreateTableCommand(table.create));
    else if (found !== wanted) {
      throw new LocalError(
        'template-unsupported',
        `${table.logicalId} (AWS::DynamoDB::Table) has the keys ${wanted}, but the table ${table.name} on disk has ${found}. ` +
          'Keep the keys, or start with another data folder.',
      );
    }
  }
}

async function keysOf(client: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return describe(Table?.KeySchema);
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

function describe(
  keys: readonly { AttributeName?: string | undefined; KeyType?: string | undefined }[] = [],
): string {
  return keys.map(({ AttributeName, KeyType }) => `${AttributeName} (${KeyType})`).join(', ');
}
