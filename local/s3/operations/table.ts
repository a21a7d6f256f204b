import { createBucket, getBucketLocation, headBucket, listBuckets } from './buckets.ts';
import { account, bucket, type Operation, object } from './call.ts';
import { listObjects, listObjectsV2 } from './listing/list.ts';
import { listObjectVersions } from './listing/list-versions.ts';
import { completeMultipartUpload } from './multipart/complete.ts';
import { listParts, uploadPart } from './multipart/parts.ts';
import { abortMultipartUpload, createMultipartUpload } from './multipart/uploads.ts';
import { copyObject } from './objects/copy.ts';
import { deleteObject } from './objects/delete.ts';
import { deleteObjects } from './objects/delete-many.ts';
import { getObject, headObject } from './objects/get.ts';
import { putObject } from './objects/put.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './objects/tagging.ts';

/** What is served: method, level and the subresource that the query (or the copy header) names. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
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
  ['GET object tagging', object(getObjectTagging)],
  ['PUT object tagging', object(putObjectTagging)],
  ['DELETE object tagging', object(deleteObjectTagging)],
  ['POST object uploads', object(createMultipartUpload)],
  ['PUT object uploadId', object(uploadPart)],
  ['POST object uploadId', object(completeMultipartUpload)],
  ['GET object uploadId', object(listParts)],
  ['DELETE object uploadId', object(abortMultipartUpload)],
]);
