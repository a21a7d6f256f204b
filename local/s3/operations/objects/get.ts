import { asObject } from '../../disk/change/write.ts';
import { currentVersion, findVersion, openBytes } from '../../disk/lookup.ts';
import type { ObjectVersion, Version } from '../../disk/version.ts';
import { notImplemented, S3Error } from '../../protocol/errors.ts';
import { headerValue, type Reply } from '../../protocol/reply.ts';
import type { S3Request } from '../../protocol/request.ts';
import type { BucketCall, ObjectCall } from '../call.ts';
import { readCondition } from './conditions.ts';
import { objectHeaders, versionHeaders } from './object-headers.ts';
import { wantedRange } from './range.ts';

const OVERRIDES = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** GetObject: whole or a range, current or a version, with S3's conditions and response overrides. */
export async function getObject(call: ObjectCall): Promise<Reply> {
  const { object, reply, start, end } = describe(call);
  if (reply.status === 304 || object.size === 0) return reply;
  return { ...reply, body: { file: { descriptor: openBytes(call.bucket.folders, object), start, end } } };
}

/** HeadObject: what GetObject would say, without the bytes. */
export async function headObject(call: ObjectCall): Promise<Reply> {
  return describe(call).reply;
}

/**
 * The object that a key and perhaps a version id name. Throws `NoSuchKey`, `NoSuchVersion`, and for a delete marker what
 * S3 says: not found when it is current, not allowed when it is asked for.
 */
export function namedObject(call: BucketCall, key: string, versionId: string | undefined): ObjectVersion {
  const { folders } = call.bucket;
  const version =
    versionId === undefined ? currentVersion(folders, key) : findVersion(folders, key, versionId);
  const object = asObject(version);
  if (object !== undefined) return object;
  if (versionId === undefined) {
    throw new S3Error('NoSuchKey', 'The specified key does not exist.', markerHeaders(version));
  }
  if (version === undefined) throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
  throw new S3Error('MethodNotAllowed', 'The specified version is a delete marker.', [
    ...markerHeaders(version),
    ['allow', 'DELETE'],
  ]);
}

interface Description {
  readonly object: ObjectVersion;
  readonly reply: Reply;
  readonly start: number;
  readonly end: number;
}

function describe(call: ObjectCall): Description {
  const { request } = call;
  if (request.query.has('partNumber')) throw notImplemented('Reading a single part (partNumber)');
  const object = namedObject(call, call.key, request.query.get('versionId') ?? undefined);
  const last = object.size - 1;
  if (readCondition(request.headers, object) === 'unchanged') {
    return { object, reply: { status: 304, headers: objectHeaders(object, false) }, start: 0, end: last };
  }
  const range = wantedRange(request.headers, object);
  const { start, end } = range ?? { start: 0, end: last };
  const withChecksum = request.headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  const headers = [
    ...objectHeaders(object, withChecksum && range === undefined),
    ...overrides(request),
    ['content-length', String(end - start + 1)] as const,
  ];
  if (range === undefined) return { object, reply: { status: 200, headers }, start, end };
  headers.push(['content-range', `bytes ${start}-${end}/${object.size}`]);
  return { object, reply: { status: 206, headers }, start, end };
}

function overrides(request: S3Request): [string, string][] {
  return OVERRIDES.flatMap((name): [string, string][] => {
    const value = request.query.get(`response-${name}`);
    return value === null ? [] : [[name, headerValue(name, value)]];
  });
}

function markerHeaders(version: Version | undefined): [string, string][] {
  return version === undefined ? [] : [['x-amz-delete-marker', 'true'], ...versionHeaders(version)];
}
