import { removeVersionOf } from '../../disk/change/remove.ts';
import { type Check, writeVersionOf } from '../../disk/change/write.ts';
import type { Reply } from '../../protocol/reply.ts';
import type { BucketCall, ObjectCall } from '../call.ts';
import { writeCondition } from './conditions.ts';
import { versionHeaders } from './object-headers.ts';

/** DeleteObject: in a versioned bucket without a version id it leaves a delete marker, else it removes for good. */
export async function deleteObject(call: ObjectCall): Promise<Reply> {
  const versionId = call.request.query.get('versionId') ?? undefined;
  const done = await deleteOne(call, call.key, versionId, deleteCondition(call.request.headers));
  const headers: [string, string][] = done.marker ? [['x-amz-delete-marker', 'true']] : [];
  return { status: 204, headers: [...headers, ...versionHeaders(done)] };
}

/** What a deletion left: a marker, or nothing; the id of the marker or of the version removed. */
export interface Deleted {
  readonly versionId: string;
  readonly marker: boolean;
}

/** Deletes a key or one version of it, if `check` allows it. */
export async function deleteOne(
  call: BucketCall,
  key: string,
  versionId: string | undefined,
  check: Check,
): Promise<Deleted> {
  if (versionId === undefined && call.bucket.versioned) {
    const draft = { kind: 'deleteMarker' as const, key, lastModified: call.now().toISOString() };
    const marker = await writeVersionOf(call.bucket, draft, undefined, check);
    return { versionId: marker.versionId, marker: true };
  }
  const removed = await removeVersionOf(call.bucket, key, versionId ?? 'null', check);
  return { versionId: removed?.versionId ?? 'null', marker: removed?.kind === 'deleteMarker' };
}

/** A deletion knows If-Match alone. */
export function deleteCondition(headers: ReadonlyMap<string, string>): Check {
  const match = headers.get('if-match');
  return writeCondition(match === undefined ? new Map() : new Map([['if-match', match]]));
}
