import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Bucket, Store } from '../disk/bucket.ts';
import type { ObjectVersion } from '../disk/version.ts';
import type { Reply } from '../protocol/reply.ts';
import type { S3Request } from '../protocol/request.ts';

/** Which request made an object, in the words of S3's event messages. */
export type CreationReason = 'PutObject' | 'CompleteMultipartUpload' | 'CopyObject';

/** What an operation on the account is given. */
export interface Call {
  readonly request: S3Request;
  readonly store: Store;
  readonly now: () => Date;
  /** Tells that an object is there; resolves when whoever listens has taken it. */
  readonly announce: (bucket: Bucket, object: ObjectVersion, reason: CreationReason) => Promise<void>;
}

/** What an operation on a bucket is given. */
export interface BucketCall extends Call {
  readonly bucket: Bucket;
}

/** What an operation on an object is given. */
export interface ObjectCall extends BucketCall {
  readonly key: string;
}

/** An operation: S3's name for it, and what it does at which level. */
export type Operation =
  | { readonly level: 'account'; readonly run: (call: Call) => Promise<Reply> }
  | { readonly level: 'bucket'; readonly run: (call: BucketCall) => Promise<Reply> }
  | { readonly level: 'object'; readonly run: (call: ObjectCall) => Promise<Reply> };

/** An operation on the account. */
export function account(run: (call: Call) => Promise<Reply>): Operation {
  return { level: 'account', run };
}

/** An operation on a bucket. */
export function bucket(run: (call: BucketCall) => Promise<Reply>): Operation {
  return { level: 'bucket', run };
}

/** An operation on an object. */
export function object(run: (call: ObjectCall) => Promise<Reply>): Operation {
  return { level: 'object', run };
}

/** A name for a body on its way in. */
export function temporaryFile(bucket: Bucket): string {
  return join(bucket.folders.temporary, randomUUID());
}
