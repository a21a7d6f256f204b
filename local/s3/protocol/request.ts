import type { IncomingMessage } from 'node:http';
import { S3Error } from './errors.ts';

const MAX_KEY_BYTES = 1024;

/** A request as S3 reads it. Header names are in lower case; the path is decoded exactly once. */
export interface S3Request {
  readonly method: string;
  /** The path as it was sent, for error documents. */
  readonly resource: string;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
  readonly query: URLSearchParams;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Buffer>;
}

/**
 * Reads method, bucket, key, query and headers. The path is never normalized: `..` and empty segments are part of a key.
 * Throws `AccessDenied` for a foreign Host or Origin, `InvalidURI` and `KeyTooLongError` for a bad path.
 */
export function readRequest(message: IncomingMessage): S3Request {
  const headers = readHeaders(message);
  const method = message.method ?? 'GET';
  refuseForeignHost(headers.get('host'));
  refuseForeignWrites(method, headers.has('origin'));
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const resource = mark < 0 ? url : url.slice(0, mark);
  return {
    method,
    resource,
    ...readPath(resource),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    headers,
    // A body that is refused halfway must not take the connection with it: its client waits for the reason.
    body: message.iterator({ destroyOnReturn: false }),
  };
}

/** Decodes percent escapes. Throws `InvalidURI` where they are not UTF-8. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI: its escapes are not UTF-8.");
  }
}

/** Gives the key back if S3 would take it: 1 to 1,024 bytes of UTF-8. Throws `KeyTooLongError`. */
export function checkKey(key: string): string {
  if (Buffer.byteLength(key) <= MAX_KEY_BYTES) return key;
  throw new S3Error('KeyTooLongError', `Your key is too long: at most ${MAX_KEY_BYTES} bytes of UTF-8.`);
}

function readHeaders(message: IncomingMessage): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < message.rawHeaders.length; at += 2) {
    const name = message.rawHeaders[at]?.toLowerCase() ?? '';
    const value = message.rawHeaders[at + 1]?.trim() ?? '';
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return headers;
}

/** A web page can point a name of its own at 127.0.0.1 (DNS rebinding); such a request carries that name as its Host. */
function refuseForeignHost(host: string | undefined): void {
  if (host !== undefined && /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)) return;
  throw new S3Error(
    'AccessDenied',
    'This endpoint answers to 127.0.0.1, localhost and [::1] only, with the bucket in the path (forcePathStyle: true).',
  );
}

/** A web page may send some POST requests anywhere without asking first; pages only ever read here. */
function refuseForeignWrites(method: string, fromPage: boolean): void {
  if (!fromPage || method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  throw new S3Error('AccessForbidden', `A web page may read from this endpoint but not ${method}.`);
}

function readPath(path: string): { bucket: string | undefined; key: string | undefined } {
  if (!path.startsWith('/'))
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI: it has no path.");
  const slash = path.indexOf('/', 1);
  const bucket = decodePath(slash < 0 ? path.slice(1) : path.slice(1, slash));
  const key = slash < 0 ? '' : decodePath(path.slice(slash + 1));
  return { bucket: bucket === '' ? undefined : bucket, key: key === '' ? undefined : checkKey(key) };
}
