import type { Checksum } from '../../body/checksum.ts';
import { receivePayload } from '../../body/payload.ts';
import { wholeChecksum } from '../../body/receive.ts';
import { asObject, type Check, writeVersionOf } from '../../disk/change/write.ts';
import type { ObjectVersion } from '../../disk/version.ts';
import type { Reply } from '../../protocol/reply.ts';
import { type CreationReason, type ObjectCall, temporaryFile } from '../call.ts';
import { writeCondition } from './conditions.ts';
import { keptHeaders, writtenHeaders } from './object-headers.ts';

/** What an object is to be, once its bytes lie in a file. */
export interface NewObject {
  readonly file: string;
  readonly size: number;
  readonly etag: string;
  readonly checksum: Checksum | undefined;
  readonly headers: readonly (readonly [string, string])[];
}

/** PutObject. */
export async function putObject(call: ObjectCall): Promise<Reply> {
  const headers = keptHeaders(call.request.headers);
  const check = writeCondition(call.request.headers);
  const payload = await receivePayload(call.request, temporaryFile(call.bucket));
  const checksum = wholeChecksum(payload, payload.given?.algorithm);
  const facts = { file: payload.file, size: payload.size, etag: payload.md5.toString('hex') };
  const object = await createObject(call, { ...facts, checksum, headers }, check, 'PutObject');
  return { status: 200, headers: writtenHeaders(object) };
}

/** Makes the object current if `check` allows it, and tells about it when it is durable. */
export async function createObject(
  call: ObjectCall,
  wanted: NewObject,
  check: Check,
  reason: CreationReason,
): Promise<ObjectVersion> {
  const { file, ...facts } = wanted;
  const draft = { kind: 'object' as const, key: call.key, lastModified: call.now().toISOString(), ...facts };
  const object = asObject(await writeVersionOf(call.bucket, draft, file, check));
  if (object === undefined)
    throw new Error(`${call.bucket.name}/${call.key}: an object was written and a marker found.`);
  await call.announce(call.bucket, object, reason);
  return object;
}
