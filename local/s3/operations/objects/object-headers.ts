import { checksumHeader } from '../../body/checksum.ts';
import type { ObjectVersion } from '../../disk/version.ts';
import { notImplemented, S3Error } from '../../protocol/errors.ts';

type Headers = ReadonlyMap<string, string>;

const KEPT = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const;
const USER = 'x-amz-meta-';
const MAX_USER_BYTES = 2048;
const DEFAULT_TYPE = 'binary/octet-stream';

/** Headers that would change what is stored; to drop them silently would be a lie. */
const REFUSED = [
  'x-amz-tagging',
  'x-amz-website-redirect-location',
  'x-amz-write-offset-bytes',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-legal-hold',
  'x-amz-server-side-encryption-customer-algorithm',
];

/**
 * The headers of a write that are kept with the object and given back with it.
 * Throws `MetadataTooLarge` over 2 KB of user metadata, `NotImplemented` for what cannot be kept.
 */
export function keptHeaders(headers: Headers): [string, string][] {
  const refused = REFUSED.find((name) => headers.has(name));
  if (refused !== undefined) throw notImplemented(`The header ${refused}`);
  const kept = KEPT.flatMap((name): [string, string][] => {
    const value = name === 'content-encoding' ? contentEncoding(headers) : headers.get(name);
    if (value !== undefined && value !== '') return [[name, value]];
    return name === 'content-type' ? [[name, DEFAULT_TYPE]] : [];
  });
  return [...kept, ...userMetadata(headers)];
}

/** The headers of an answer about an object: what was kept, its ETag, its version, and its checksum if it was asked for. */
export function objectHeaders(object: ObjectVersion, withChecksum: boolean): [string, string][] {
  const headers: [string, string][] = object.headers.map(([name, value]) => [name, value]);
  headers.push(['last-modified', new Date(object.lastModified).toUTCString()], ['accept-ranges', 'bytes']);
  return [...headers, ...writtenHeaders(object, withChecksum)];
}

/** The headers of an answer to a write: ETag, version and checksum. */
export function writtenHeaders(object: ObjectVersion, withChecksum = true): [string, string][] {
  const headers: [string, string][] = [['etag', `"${object.etag}"`], ...versionHeaders(object)];
  if (withChecksum && object.checksum !== undefined) {
    headers.push(
      [checksumHeader(object.checksum.algorithm), object.checksum.value],
      ['x-amz-checksum-type', object.checksum.type],
    );
  }
  return headers;
}

/** The version id, where there is one. */
export function versionHeaders(version: { readonly versionId: string }): [string, string][] {
  return version.versionId === 'null' ? [] : [['x-amz-version-id', version.versionId]];
}

/** `aws-chunked` tells how the body travelled, not what the object is. */
function contentEncoding(headers: Headers): string | undefined {
  const names = headers.get('content-encoding')?.split(',') ?? [];
  return names
    .map((name) => name.trim())
    .filter((name) => name.toLowerCase() !== 'aws-chunked')
    .join(', ');
}

function userMetadata(headers: Headers): [string, string][] {
  const pairs = [...headers].filter(([name]) => name.startsWith(USER));
  const bytes = pairs.reduce((sum, [name, value]) => sum + name.length - USER.length + value.length, 0);
  if (bytes > MAX_USER_BYTES) {
    throw new S3Error(
      'MetadataTooLarge',
      `Your metadata headers exceed the maximum allowed size of ${MAX_USER_BYTES} bytes.`,
    );
  }
  return pairs;
}
