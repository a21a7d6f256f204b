import type { ObjectVersion } from '../../disk/version.ts';
import { S3Error } from '../../protocol/errors.ts';
import { wholeSeconds } from './conditions.ts';

/** The first and the last byte, both inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The range that a request asks for, cut to the object; undefined for the whole object, which is also the answer to a
 * Range that is not understood or names several (S3 serves one). Throws `InvalidRange` where it holds no byte.
 * Source: RFC 9110, section 14.
 */
export function wantedRange(
  headers: ReadonlyMap<string, string>,
  object: ObjectVersion,
): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(headers.get('range')?.replace(/\s/g, '') ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (!stillTheSame(headers.get('if-range'), object)) return undefined;
  const start = first === '' ? Math.max(object.size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? object.size - 1 : Math.min(Number(last), object.size - 1);
  if (start <= end) return { start, end };
  throw new S3Error('InvalidRange', 'The requested range is not satisfiable', [
    ['content-range', `bytes */${object.size}`],
  ]);
}

/** If-Range: the range only where the client's copy is of this object, else the whole object. */
function stillTheSame(ifRange: string | undefined, object: ObjectVersion): boolean {
  if (ifRange === undefined) return true;
  return ifRange.startsWith('"')
    ? ifRange === `"${object.etag}"`
    : Date.parse(ifRange) === wholeSeconds(object);
}
