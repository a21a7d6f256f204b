import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  PutObjectCommand,
  type PutObjectCommandInput,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Bytes, StoredFile } from '../store.ts';

/** One bucket. */
export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
}

/** An object as it is read: `etag` changes with its content. */
export interface Opened {
  readonly bytes: number;
  readonly etag: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** How an object is written, beside its content. */
export type WriteOptions = Pick<
  PutObjectCommandInput,
  'ContentType' | 'CacheControl' | 'IfMatch' | 'IfNoneMatch'
>;

/** Opens an object, or one version of it; null when it is not there. Whoever opens it reads the body. */
export async function openObject(
  { client, name }: Bucket,
  key: string,
  versionId?: string,
): Promise<Opened | null> {
  try {
    const reply = await client.send(new GetObjectCommand({ Bucket: name, Key: key, VersionId: versionId }));
    return { bytes: reply.ContentLength ?? 0, etag: reply.ETag ?? '', body: bodyOf(reply) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** What S3 says of an object, or of one version of it, without its content; null when it is not there. */
export async function headObject(
  { client, name }: Bucket,
  key: string,
  versionId?: string,
): Promise<HeadObjectCommandOutput | null> {
  try {
    return await client.send(new HeadObjectCommand({ Bucket: name, Key: key, VersionId: versionId }));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The tags of an object, or of one version of it; null when it is not there. */
export async function readTags(
  { client, name }: Bucket,
  key: string,
  versionId?: string,
): Promise<ReadonlyMap<string, string> | null> {
  try {
    const command = new GetObjectTaggingCommand({ Bucket: name, Key: key, VersionId: versionId });
    const { TagSet: tags = [] } = await client.send(command);
    return new Map(tags.map(({ Key: tag = '', Value: value = '' }) => [tag, value]));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The keys that begin with `prefix`, in order. */
export async function listKeys({ client, name }: Bucket, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: prefix }))
    for (const { Key: key } of page.Contents ?? []) if (key !== undefined) keys.push(key);
  return keys;
}

/** The folders directly under `prefix`, with it and with a slash at the end, in order. */
export async function listFolders({ client, name }: Bucket, prefix: string): Promise<string[]> {
  const folders: string[] = [];
  const query = { Bucket: name, Prefix: prefix, Delimiter: '/' };
  for await (const page of paginateListObjectsV2({ client }, query))
    for (const { Prefix: folder } of page.CommonPrefixes ?? [])
      if (folder !== undefined) folders.push(folder);
  return folders;
}

/** A small object as text, with its ETag; null when it is not there. */
export async function readText(bucket: Bucket, key: string): Promise<{ text: string; etag: string } | null> {
  const opened = await openObject(bucket, key);
  if (!opened) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.body) chunks.push(chunk);
  return { text: Buffer.concat(chunks).toString('utf8'), etag: opened.etag };
}

/** Writes a small object. */
export async function writeText(
  { client, name }: Bucket,
  key: string,
  text: string,
  options: WriteOptions,
): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: text, ...options }));
}

/**
 * Writes an object as its bytes come, in parts when it is large. When this fails because of a condition in `options`, all of the body
 * has been read, so `written` gives its size and hash in that case too.
 */
export function streamObject(
  { client, name }: Bucket,
  key: string,
  body: Bytes,
  options: WriteOptions,
): { done: Promise<void>; written: () => StoredFile } {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const upload = new Upload({
    client,
    params: { Bucket: name, Key: key, Body: Readable.from(counted(), { objectMode: true }), ...options },
    partSize,
    queueSize: 2,
  });
  return {
    done: upload.done().then(() => {}),
    written: () => ({ bytes, sha256: hash.copy().digest('hex') }),
  };
}

/** Size and hash of an object; null when it is not there. */
export async function hashObject(bucket: Bucket, key: string): Promise<StoredFile | null> {
  const opened = await openObject(bucket, key);
  if (!opened) return null;
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of opened.body) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Whether a conditional write was refused: the condition does not hold (412), another writer is just at it (409), or the object that
 * must match has gone (404).
 */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const status = error.$metadata.httpStatusCode;
  return status === 412 || (status === 409 && error.name === 'ConditionalRequestConflict') || isNoKey(error);
}

// Measured: with parts of 8 MB a function stays at 140 MB, with 64 MB it takes 450. At most 10,000 parts, so files up to 80 GB.
const partSize = 8 * 1024 * 1024;

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && (isNoKey(error) || error.name === 'NoSuchVersion');
}

function isNoKey(error: S3ServiceException): boolean {
  return error.name === 'NoSuchKey' || error.name === 'NotFound';
}

function bodyOf({ Body: body }: GetObjectCommandOutput): AsyncIterable<Uint8Array> {
  if (body === undefined) return Readable.from([]);
  return body instanceof Readable ? body : Readable.from(body.transformToWebStream());
}
