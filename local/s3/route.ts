import { createBucket, getBucketLocation, headBucket, listBuckets } from './operations/buckets.ts';
import type { BucketCall, Call, ObjectCall, Operation } from './operations/call.ts';
import { copyObject } from './operations/copy.ts';
import { deleteObject, deleteObjects } from './operations/delete.ts';
import { getObject, headObject } from './operations/get.ts';
import { listObjects, listObjectsV2 } from './operations/listing/list.ts';
import { listObjectVersions } from './operations/listing/list-versions.ts';
import { completeMultipartUpload } from './operations/multipart/complete.ts';
import {
  abortMultipartUpload,
  createMultipartUpload,
  listParts,
  uploadPart,
} from './operations/multipart/parts.ts';
import { putObject } from './operations/put.ts';
import { notImplemented } from './protocol/errors.ts';
import { preflight, type Reply } from './protocol/reply.ts';
import type { S3Request } from './protocol/request.ts';
import { operationName, subresourceOf } from './subresources.ts';

const account = (run: (call: Call) => Promise<Reply>): Operation => ({ level: 'account', run });
const bucket = (run: (call: BucketCall) => Promise<Reply>): Operation => ({ level: 'bucket', run });
const object = (run: (call: ObjectCall) => Promise<Reply>): Operation => ({ level: 'object', run });

/** What is served: method, level and the subresource that the query (or the copy header) names. */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['GET account', account(listBuckets)],
  ['PUT bucket', account(createBucket)],
  ['HEAD bucket', bucket(headBucket)],
  ['GET bucket', bucket(listObjects)],
  ['GET bucket list-type', bucket(listObjectsV2)],
  ['GET bucket versions', bucket(listObjectVersions)],
  ['GET bucket location', bucket(getBucketLocation)],
  ['POST bucket delete', bucket(deleteObjects)],
  ['GET object', object(getObject)],
  ['HEAD object', object(headObject)],
  ['PUT object', object(putObject)],
  ['PUT object copy', object(copyObject)],
  ['DELETE object', object(deleteObject)],
  ['POST object uploads', object(createMultipartUpload)],
  ['PUT object uploadId', object(uploadPart)],
  ['POST object uploadId', object(completeMultipartUpload)],
  ['GET object uploadId', object(listParts)],
  ['DELETE object uploadId', object(abortMultipartUpload)],
]);

/** Finds the operation that a request means and runs it. Throws `NotImplemented` with the operation's name for all others. */
export async function route(call: Call): Promise<Reply> {
  const { request } = call;
  if (request.method === 'OPTIONS') return preflight(request.headers);
  const level = levelOf(request);
  const subresource = subresourceOf(request);
  const name = [request.method, level, ...(subresource === undefined ? [] : [subresource])].join(' ');
  const operation = OPERATIONS.get(name);
  if (operation === undefined) throw notImplemented(operationName(request, level, subresource));
  if (operation.level === 'account') return operation.run(call);
  const bucketCall = { ...call, bucket: call.store.bucket(request.bucket ?? '') };
  if (operation.level === 'bucket') return operation.run(bucketCall);
  return operation.run({ ...bucketCall, key: request.key ?? '' });
}

function levelOf(request: S3Request): Operation['level'] {
  if (request.bucket === undefined) return 'account';
  return request.key === undefined ? 'bucket' : 'object';
}
