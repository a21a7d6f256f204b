import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeAll } from 'vitest';
import { type LocalStack, startStack } from '../../../local/stack.ts';
import { miniPipeline, temporaryFolder, writeAssembly } from '../support/assembly.ts';
import { bundledWork } from '../support/mini-stack.ts';

/** What the clients of a local stack sign with; it is checked by nobody. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * The assembly of the small pipeline, written once for the tests of a file, and `start`, which starts a stack of it on a folder
 * (one of its own when none is given). Every stack is stopped after its test.
 */
export function miniStacks() {
  let assembly = '';
  const opened: LocalStack[] = [];
  beforeAll(async () => {
    assembly = await writeAssembly({
      resources: miniPipeline(),
      outputs: {
        SiteUrl: { Value: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Site', 'DomainName'] }]] } },
      },
      handlers: { work: await bundledWork() },
    });
  });
  afterEach(() => Promise.all(opened.splice(0).map((stack) => stack.stop())));
  return {
    assembly: () => assembly,
    start: async (data?: string): Promise<LocalStack> => {
      const stack = await startStack({ assembly, data: data ?? (await temporaryFolder()) });
      opened.push(stack);
      return stack;
    },
  };
}

/** Puts an object into the bucket for uploads. */
export async function upload(stack: LocalStack, key: string, body: string): Promise<void> {
  const client = new S3Client({ endpoint: stack.endpoints.s3, region: 'eu-central-1', credentials });
  await client.send(new PutObjectCommand({ Bucket: stack.buckets.intake, Key: key, Body: body }));
  client.destroy();
}

/** The items of a partition of the table. */
export async function items(stack: LocalStack, pk: string) {
  const client = new DynamoDBClient({
    endpoint: stack.endpoints.dynamodb,
    region: 'eu-central-1',
    credentials,
  });
  const query = {
    TableName: stack.table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
  };
  const { Items = [] } = await client.send(new QueryCommand(query));
  client.destroy();
  return Items;
}
