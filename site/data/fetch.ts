import { hex } from '../../functions/publish/verify/bytes.ts';
import { DataError, type FaultyPart } from './errors.ts';

/** Asks for a file of the site: `fetch`, or what a test puts in its place. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** How fresh a file must be: one that never changes may come from the cache, a pointer is asked for anew. */
export type Freshness = 'pointer' | 'immutable';

/** The bytes of a file. Throws DataError `unreachable`, `missing` or `server`. */
export async function fetchBytes(
  fetch: Fetch,
  root: URL,
  path: string,
  freshness: Freshness,
): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response;
  try {
    response = await fetch(new URL(path, root), { cache: freshness === 'pointer' ? 'no-cache' : 'default' });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new DataError('unreachable', path, { cause });
  }
  throw new DataError(refusalOf(response), path);
}

/** Why a server has sent no file: S3 says 403 of one that is not there to whoever may not list the bucket. */
export function refusalOf({ status }: Response): 'missing' | 'server' {
  return status === 404 || status === 403 ? 'missing' : 'server';
}

/** JSON of a form. Throws DataError `malformed`. */
export function parseAs<T>(bytes: Uint8Array, path: string, is: (value: unknown) => value is T): T {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new DataError('malformed', path, { cause });
  }
  if (!is(value)) throw new DataError('malformed', path);
  return value;
}

/** The SHA-256 of bytes, hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Gives the bytes of a file, or of a part of it, back if they have the hash that is expected. Throws DataError `altered`. */
export async function checkHash(
  bytes: Uint8Array<ArrayBuffer>,
  expected: string,
  path: string,
  part: FaultyPart | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  if ((await sha256(bytes)) !== expected) throw new DataError('altered', path, { part });
  return bytes;
}
