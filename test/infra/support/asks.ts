import { places } from '../../reliability/support/aws/memory.ts';
import type { Call } from '../../reliability/support/aws/seam.ts';
import type { Account, Ask } from './iam.ts';

/** The rights that a call of the SDK needs, as AWS asks for them: those of the service, and of the key where one is the customer's. */
export function asksOf({ command, input }: Call, account: Account, ownKey: boolean): Ask[] {
  const needed = needs.get(command);
  if (needed === undefined) throw new Error(`nobody has said what ${command} needs: teach asks.ts`);
  const one = needed(input, account);
  return [
    one,
    ...(ownKey ? (keyUses.get(command) ?? []).map((action) => useOfKey(action, one, account)) : []),
  ];
}

type Need = (input: object, account: Account) => Ask;

const put = object('s3:PutObject');

const needs: ReadonlyMap<string, Need> = new Map([
  ['PutObjectCommand', put],
  ['CreateMultipartUploadCommand', put],
  ['UploadPartCommand', put],
  ['CompleteMultipartUploadCommand', put],
  ['AbortMultipartUploadCommand', object('s3:AbortMultipartUpload')],
  ['GetObjectCommand', object('s3:GetObject', 's3:GetObjectVersion')],
  ['HeadObjectCommand', object('s3:GetObject', 's3:GetObjectVersion')],
  ['GetObjectTaggingCommand', object('s3:GetObjectTagging', 's3:GetObjectVersionTagging')],
  [
    'ListObjectsV2Command',
    (input, account) => ({ action: 's3:ListBucket', resource: bucketOf(input, account) }),
  ],
  ...['BatchWriteItem', 'GetItem', 'PutItem', 'Query'].map((name): [string, Need] => [
    `${name}Command`,
    (_, account) => ({ action: `dynamodb:${name}`, resource: account.resource('RecordsTable').arn }),
  ]),
  ...['GetPublicKey', 'Sign'].map((name): [string, Need] => [
    `${name}Command`,
    (_, account) => ({ action: `kms:${name}`, resource: account.resource('SigningKey').arn }),
  ]),
]);

const write = ['kms:GenerateDataKey'];
const inParts = ['kms:GenerateDataKey', 'kms:Decrypt'];
const read = ['kms:Decrypt'];

/** What S3 and DynamoDB do with the key of a customer on behalf of who calls them. */
const keyUses: ReadonlyMap<string, readonly string[]> = new Map([
  ['PutObjectCommand', write],
  ['CreateMultipartUploadCommand', inParts],
  ['UploadPartCommand', inParts],
  ['CompleteMultipartUploadCommand', inParts],
  ['GetObjectCommand', read],
  ['HeadObjectCommand', read],
  ['BatchWriteItemCommand', read],
  ['GetItemCommand', read],
  ['PutItemCommand', read],
  ['QueryCommand', read],
]);

function object(newest: string, version = newest): Need {
  return (input, account) => ({
    action: text(input, 'VersionId') === '' ? newest : version,
    resource: `${bucketOf(input, account)}/${text(input, 'Key')}`,
  });
}

function bucketOf(input: object, account: Account): string {
  const name = text(input, 'Bucket');
  if (name === places.intakeBucket) return account.resource('IntakeBucket').arn;
  if (name === places.publicationBucket) return account.resource('PublicationBucket').arn;
  throw new Error(`the bucket ${name} is not of the stack`);
}

function useOfKey(action: string, { action: served }: Ask, account: Account): Ask {
  const service = served.slice(0, served.indexOf(':'));
  const context = { 'kms:ViaService': `${service}.us-east-1.amazonaws.com` };
  return { action, resource: account.resource('SecurityEncryptionKey').arn, context };
}

function text(input: object, name: string): string {
  const value: unknown = Reflect.get(input, name);
  return typeof value === 'string' ? value : '';
}
