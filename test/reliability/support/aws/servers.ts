import { type AttributeValue, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { StoreParts } from '../../../../functions/store/open.ts';
import { emptyState, type MemoryState, places } from './memory.ts';
import { addVersion, type ObjectVersion } from './memory-buckets.ts';

/** Puts what is in memory on servers that are empty: items, reports and what is published. Uploads get version ids there, so they come later. */
export async function load(state: MemoryState, parts: StoreParts): Promise<void> {
  await loadTable(state, parts);
  const { s3 } = parts;
  for (const [bucket, objects] of state.buckets)
    for (const [key, versions] of objects) {
      const newest = versions.at(-1);
      if (!newest || key.startsWith('uploads/')) continue;
      const { bytes, contentType, cacheControl } = newest;
      const headers = { ContentType: contentType, CacheControl: cacheControl };
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ...headers }));
    }
}

/** Puts the items that are in memory into a table that is empty. */
export async function loadTable(
  { items }: Pick<MemoryState, 'items'>,
  { dynamodb, recordsTable }: Pick<StoreParts, 'dynamodb' | 'recordsTable'>,
): Promise<void> {
  for (const partition of items.values())
    for (const item of partition.values())
      await dynamodb.send(new PutItemCommand({ TableName: recordsTable, Item: item }));
}

/** Everything that lies on the servers, as if it were in memory; of each object the newest version. */
export async function dump({ s3, dynamodb, recordsTable }: StoreParts): Promise<MemoryState> {
  const state = emptyState();
  for await (const { Items: items = [] } of paginateScan(
    { client: dynamodb },
    { TableName: recordsTable, ConsistentRead: true },
  ))
    for (const item of items) {
      const [pk, sk] = [textOf(item.pk), textOf(item.sk)];
      state.items.set(pk, (state.items.get(pk) ?? new Map()).set(sk, item));
    }
  for (const bucket of [places.intakeBucket, places.publicationBucket])
    for await (const { Contents: objects = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket }))
      for (const { Key: key = '' } of objects)
        addVersion(state, bucket, key, await read({ s3 }, bucket, key));
  return state;
}

async function read(
  { s3 }: Pick<StoreParts, 's3'>,
  bucket: string,
  key: string,
): Promise<Omit<ObjectVersion, 'etag'>> {
  const reply = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return {
    versionId: reply.VersionId ?? 'null',
    bytes: (await reply.Body?.transformToByteArray()) ?? new Uint8Array(),
    contentType: reply.ContentType,
    cacheControl: reply.CacheControl,
  };
}

function textOf(value: AttributeValue | undefined): string {
  return value?.S ?? '';
}
