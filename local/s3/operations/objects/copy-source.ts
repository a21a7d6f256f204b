import type { Bucket } from '../../disk/bucket.ts';
import type { ObjectVersion } from '../../disk/version.ts';
import { S3Error } from '../../protocol/errors.ts';
import { checkKey, decodePath } from '../../protocol/request.ts';
import type { ObjectCall } from '../call.ts';
import { copyCondition } from './conditions.ts';
import { namedObject } from './get.ts';

/** What is copied. */
export interface CopySource {
  readonly bucket: Bucket;
  readonly object: ObjectVersion;
  /** Whether it is the object that the copy will replace. */
  readonly isTarget: boolean;
}

/**
 * The object that `x-amz-copy-source` names (`/bucket/key?versionId=…`, percent-encoded), if its conditions hold.
 * Throws as GetObject does, and `InvalidArgument` where the header names no object.
 */
export function copySource(call: ObjectCall): CopySource {
  const { headers } = call.request;
  const { name, key, versionId } = readSource(headers.get('x-amz-copy-source') ?? '');
  const bucket = call.store.bucket(name);
  const object = namedObject({ ...call, bucket }, key, versionId);
  copyCondition(headers, object);
  const isTarget = name === call.bucket.name && key === call.key && versionId === undefined;
  return { bucket, object, isTarget };
}

function readSource(header: string): { name: string; key: string; versionId: string | undefined } {
  const mark = header.lastIndexOf('?versionId=');
  const path = decodePath(mark < 0 ? header : header.slice(0, mark)).replace(/^\//, '');
  const slash = path.indexOf('/');
  if (slash < 1 || slash === path.length - 1) {
    throw new S3Error(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey.',
    );
  }
  return {
    name: path.slice(0, slash),
    key: checkKey(path.slice(slash + 1)),
    versionId: mark < 0 ? undefined : header.slice(mark + '?versionId='.length),
  };
}
