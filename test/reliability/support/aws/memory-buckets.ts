import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  type CompleteMultipartUploadCommandInput,
  type CreateMultipartUploadCommandInput,
  type GetObjectCommandInput,
  type ListObjectsV2CommandInput,
  NoSuchKey,
  NotFound,
  type PutObjectCommandInput,
  S3ServiceException,
  type UploadPartCommandInput,
} from '@aws-sdk/client-s3';
import { byCodePoint } from '../../../../functions/model/text/text.ts';
import { beginParts, completedObject, type PartialObjects, takePart } from './memory-multipart.ts';

/** One version of an object. */
export interface ObjectVersion {
  readonly versionId: string;
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly contentType: string | undefined;
  readonly cacheControl: string | undefined;
  /** By name. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The objects of each bucket, by key; of an object, its versions, the newest last. */
export interface BucketsState {
  readonly buckets: Map<string, Map<string, readonly ObjectVersion[]>>;
  /** How many versions were ever written: the next gets the next number for its id. */
  written: number;
  /** Uploads in parts that were begun; they stay when they are complete. */
  readonly partial: PartialObjects;
}

// Far below the thousand of the service, so that a small bucket too is listed in pages.
const keysPerPage = 3;

/**
 * Answers a command to S3 from memory, with what the service promises and the store relies on: versions, If-None-Match, If-Match, pages
 * of a listing. Throws what the SDK throws. A command that it does not know stops the test.
 */
export function answerFromBuckets(state: BucketsState, command: string, input: object): object {
  if (command === 'PutObjectCommand' && isPut(input)) return putObject(state, input);
  if (command === 'GetObjectCommand' && isGet(input)) return getObject(state, input);
  if (command === 'HeadObjectCommand' && isGet(input)) return headObject(state, input);
  if (command === 'GetObjectTaggingCommand' && isGet(input)) return tagsOf(state, input);
  if (command === 'ListObjectsV2Command' && isList(input)) return listObjects(state, input);
  if (command === 'DeleteObjectCommand' && isGet(input)) return deleteObject(state, input);
  return answerOfParts(state, command, input);
}

function answerOfParts(state: BucketsState, command: string, input: object): object {
  if (command === 'CreateMultipartUploadCommand' && isObject(input)) return beginParts(state.partial, input);
  if (command === 'UploadPartCommand' && isPart(input))
    return takePart(state.partial, input, bytesOfBody(input.Body));
  if (command === 'CompleteMultipartUploadCommand' && isCompletion(input))
    return putObject(state, completedObject(state.partial, input));
  // What was put is never listed, so there is nothing to take away.
  if (command === 'AbortMultipartUploadCommand') return {};
  throw new TypeError(`the buckets in memory do not know ${command}: teach them, see memory-buckets.ts`);
}

/** Puts a version of an object, the newest of its key from now on. */
export function addVersion(
  { buckets }: BucketsState,
  bucket: string,
  key: string,
  version: Omit<ObjectVersion, 'etag'>,
): ObjectVersion {
  const objects = buckets.get(bucket) ?? new Map<string, readonly ObjectVersion[]>();
  const etag = `"${createHash('md5').update(version.bytes).digest('hex')}"`;
  const added = { ...version, etag };
  buckets.set(bucket, objects.set(key, [...(objects.get(key) ?? []), added]));
  return added;
}

function putObject(state: BucketsState, input: PutObjectCommandInput): object {
  const { Bucket: bucket = '', Key: key = '', IfMatch: match, IfNoneMatch: noneMatch } = input;
  const there = state.buckets.get(bucket)?.get(key)?.at(-1);
  if (noneMatch !== undefined && noneMatch !== '*') throw new TypeError(`If-None-Match: ${noneMatch}`);
  if (noneMatch !== undefined && there) throw refused();
  if (match !== undefined && !there) throw missing(key);
  if (match !== undefined && there?.etag !== match) throw refused();
  state.written += 1;
  const added = addVersion(state, bucket, key, {
    versionId: `w${state.written}`,
    bytes: bytesOfBody(input.Body),
    contentType: input.ContentType,
    cacheControl: input.CacheControl,
  });
  return { ETag: added.etag, VersionId: added.versionId };
}

function getObject(state: BucketsState, input: GetObjectCommandInput): object {
  const found = versionOf(state, input);
  if (!found) throw input.VersionId === undefined ? missing(input.Key ?? '') : noSuchVersion();
  return { ...headersOf(found), Body: bodyOf(found.bytes) };
}

function headObject(state: BucketsState, input: GetObjectCommandInput): object {
  const found = versionOf(state, input);
  if (!found) throw new NotFound({ message: 'Not Found', $metadata: { httpStatusCode: 404 } });
  return headersOf(found);
}

function tagsOf(state: BucketsState, input: GetObjectCommandInput): object {
  const found = versionOf(state, input);
  if (!found) throw input.VersionId === undefined ? missing(input.Key ?? '') : noSuchVersion();
  return { TagSet: Object.entries(found.tags ?? {}).map(([Key, Value]) => ({ Key, Value })) };
}

// With its versions: nothing here asks for those of an object that is gone.
function deleteObject({ buckets }: BucketsState, input: GetObjectCommandInput): object {
  buckets.get(input.Bucket ?? '')?.delete(input.Key ?? '');
  return {};
}

function listObjects(state: BucketsState, input: ListObjectsV2CommandInput): object {
  const { Bucket: bucket = '', Prefix: prefix = '', Delimiter: delimiter } = input;
  const keys = [...(state.buckets.get(bucket)?.keys() ?? [])].filter((key) => key.startsWith(prefix));
  const folder = (key: string) => {
    const end = delimiter === undefined ? -1 : key.indexOf(delimiter, prefix.length);
    return end === -1 ? key : key.slice(0, end + 1);
  };
  const after = input.ContinuationToken ?? '';
  const entries = [...new Set(keys.map(folder))]
    .filter((entry) => byCodePoint(entry, after) > 0)
    .sort(byCodePoint);
  const page = entries.slice(0, keysPerPage);
  const isFolder = (entry: string) => delimiter !== undefined && entry.endsWith(delimiter);
  return {
    Contents: page.filter((entry) => !isFolder(entry)).map((Key) => ({ Key })),
    CommonPrefixes: page.filter(isFolder).map((Prefix) => ({ Prefix })),
    IsTruncated: entries.length > page.length,
    ...(entries.length > page.length && { NextContinuationToken: page.at(-1) }),
  };
}

function versionOf({ buckets }: BucketsState, input: GetObjectCommandInput): ObjectVersion | undefined {
  const versions = buckets.get(input.Bucket ?? '')?.get(input.Key ?? '') ?? [];
  if (input.VersionId === undefined) return versions.at(-1);
  return versions.find(({ versionId }) => versionId === input.VersionId);
}

function headersOf({ bytes, etag, versionId, contentType, cacheControl }: ObjectVersion): object {
  return {
    ContentLength: bytes.length,
    ETag: etag,
    VersionId: versionId,
    ContentType: contentType,
    CacheControl: cacheControl,
    LastModified: new Date(0),
  };
}

function bytesOfBody(body: PutObjectCommandInput['Body']): Uint8Array {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return new Uint8Array(body);
  throw new TypeError('the buckets in memory take a text or bytes: teach them, see memory-buckets.ts');
}

/** A body as the SDK gives it. */
function bodyOf(bytes: Uint8Array): Readable {
  const transformToByteArray = async () => new Uint8Array(bytes);
  return Object.assign(Readable.from(pieces(bytes)), { transformToByteArray });
}

// Uneven, so that a reader that takes a piece for a line is found out.
function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  const size = bytes.length > 65_536 ? 65_521 : 601;
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

function refused(): S3ServiceException {
  return failure('PreconditionFailed', 412);
}

function noSuchVersion(): S3ServiceException {
  return failure('NoSuchVersion', 404);
}

function missing(key: string): NoSuchKey {
  return new NoSuchKey({ message: `${key} is not there`, $metadata: { httpStatusCode: 404 } });
}

function failure(name: string, httpStatusCode: number): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'client', message: name, $metadata: { httpStatusCode } });
}

function isPut(input: object): input is PutObjectCommandInput {
  return 'Body' in input;
}

function isGet(input: object): input is GetObjectCommandInput {
  return 'Key' in input;
}

function isObject(input: object): input is CreateMultipartUploadCommandInput {
  return 'Key' in input;
}

function isPart(input: object): input is UploadPartCommandInput {
  return 'PartNumber' in input;
}

function isCompletion(input: object): input is CompleteMultipartUploadCommandInput {
  return 'MultipartUpload' in input;
}

function isList(input: object): input is ListObjectsV2CommandInput {
  return 'Prefix' in input;
}
