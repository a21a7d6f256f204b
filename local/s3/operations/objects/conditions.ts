import type { Check } from '../../disk/change/write.ts';
import type { ObjectVersion } from '../../disk/version.ts';
import { notImplemented, S3Error } from '../../protocol/errors.ts';

type Headers = ReadonlyMap<string, string>;

/**
 * The condition that a write carries: `If-None-Match: *` (only where there is no object) or `If-Match: "etag"` (only over
 * this one). The returned check throws `PreconditionFailed`, or `NoSuchKey` where If-Match finds nothing.
 * Source: Amazon S3 User Guide, "How to prevent object overwrites with conditional writes".
 */
export function writeCondition(headers: Headers): Check {
  const absent = headers.get('if-none-match');
  const match = headers.get('if-match');
  if (absent !== undefined && absent !== '*') throw notImplemented('If-None-Match with an ETag on a write');
  return (current) => {
    if (absent !== undefined && current !== undefined) throw failed('If-None-Match');
    if (match === undefined) return;
    if (current === undefined) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
    if (!matches(match, current.etag)) throw failed('If-Match');
  };
}

/**
 * The condition that a read carries. Gives `unchanged` where the client has this object already (304).
 * Throws `PreconditionFailed`. Source: RFC 9110, section 13.2.2, which S3 follows.
 */
export function readCondition(headers: Headers, object: ObjectVersion): 'send' | 'unchanged' {
  const match = headers.get('if-match');
  const since = moment(headers.get('if-unmodified-since'));
  const modified = wholeSeconds(object);
  if (match !== undefined) {
    if (!matches(match, object.etag)) throw failed('If-Match');
  } else if (since !== undefined && modified > since) {
    throw failed('If-Unmodified-Since');
  }
  return isUnchanged(headers, 'if-', object) ? 'unchanged' : 'send';
}

/** The condition that CopyObject puts on its source. Throws `PreconditionFailed`. */
export function copyCondition(headers: Headers, object: ObjectVersion): void {
  const match = headers.get('x-amz-copy-source-if-match');
  const since = moment(headers.get('x-amz-copy-source-if-unmodified-since'));
  if (match !== undefined && !matches(match, object.etag)) throw failed('x-amz-copy-source-If-Match');
  if (match === undefined && since !== undefined && wholeSeconds(object) > since) {
    throw failed('x-amz-copy-source-If-Unmodified-Since');
  }
  if (isUnchanged(headers, 'x-amz-copy-source-if-', object)) throw failed('x-amz-copy-source-If-None-Match');
}

/** HTTP dates have no fractions of a second. */
export function wholeSeconds(object: ObjectVersion): number {
  return Math.floor(Date.parse(object.lastModified) / 1000) * 1000;
}

function isUnchanged(headers: Headers, prefix: string, object: ObjectVersion): boolean {
  const none = headers.get(`${prefix}none-match`);
  if (none !== undefined) return matches(none, object.etag);
  const since = moment(headers.get(`${prefix}modified-since`));
  return since !== undefined && wholeSeconds(object) <= since;
}

function matches(list: string, etag: string): boolean {
  return list.split(',').some((entry) => {
    const tag = entry.trim().replace(/^W\//, '');
    return tag === '*' || tag === etag || tag === `"${etag}"`;
  });
}

function moment(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function failed(condition: string): S3Error {
  return new S3Error(
    'PreconditionFailed',
    `At least one of the pre-conditions you specified did not hold: ${condition}.`,
  );
}
