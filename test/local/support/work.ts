import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CopyObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** The part of the event that this handler reads. */
type Input = { event: { detail: { bucket: { name: string }; object: { key: string; size: number } } } };

const dynamodb = new DynamoDBClient({});
const s3 = new S3Client({});

/** The function of the mini pipeline: records the upload and publishes it under the same key. */
export async function handler({ event }: Input): Promise<{ done: string }> {
  const { bucket, object } = event.detail;
  if (object.key.endsWith('broken')) throw named('BrokenFile', `${object.key} cannot be read.`);
  if (object.key.endsWith('needs-definition')) await requireDefinition();
  if (object.key.endsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 3_000));
  const source = `${bucket.name}/${object.key}`;
  await s3.send(
    new CopyObjectCommand({ Bucket: process.env.PUBLICATION, Key: object.key, CopySource: source }),
  );
  const item = { pk: { S: 'WORK' }, sk: { S: object.key }, size: { N: String(object.size) } };
  await dynamodb.send(new PutItemCommand({ TableName: process.env.TABLE, Item: item }));
  return { done: object.key };
}

async function requireDefinition(): Promise<void> {
  const key = { pk: { S: 'WORK' }, sk: { S: 'uploads/definition' } };
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: process.env.TABLE, Key: key }));
  if (Item === undefined) throw named('WaitingForInput', 'The definition is not there yet.');
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
