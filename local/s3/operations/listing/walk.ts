import type { KeyIndex } from '../../disk/keys.ts';
import { S3Error } from '../../protocol/errors.ts';

/** What a listing asks for. */
export interface ListScope {
  readonly prefix: string;
  readonly delimiter: string;
  /** The listing goes on behind this key or common prefix. */
  readonly after: string;
  readonly maxKeys: number;
  readonly encodingType: 'url' | undefined;
}

/** A key, or a common prefix with the keys from position `start` up to `end` (exclusive) below it. */
export type Entry =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'prefix'; readonly prefix: string; readonly start: number; readonly end: number };

const MAX_KEYS = 1000;

/** Reads the parameters that all listings share. Throws `InvalidArgument`. */
export function readScope(query: URLSearchParams, after: string): ListScope {
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    after,
    maxKeys: Math.min(wholeParameter(query, 'max-keys', MAX_KEYS), MAX_KEYS),
    encodingType: readEncoding(query.get('encoding-type')),
  };
}

/** A parameter that is a whole number. Throws `InvalidArgument`. */
export function wholeParameter(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name) ?? '';
  if (text === '') return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new S3Error('InvalidArgument', `Provided ${name} not an integer or within integer range.`);
}

/** The keys and common prefixes of a scope in UTF-8 binary order; `inclusive` starts at the key `after` itself. */
export function* walk(keys: KeyIndex, scope: ListScope, inclusive = false): Generator<Entry> {
  let position = startOf(keys, scope, inclusive);
  for (let key = keys.at(position); key?.startsWith(scope.prefix); key = keys.at(position)) {
    const prefix = commonPrefix(key, scope);
    if (prefix === undefined) {
      yield { kind: 'key', key };
      position++;
    } else {
      const end = keys.behind(prefix, position);
      yield { kind: 'prefix', prefix, start: position, end };
      position = end;
    }
  }
}

/** The first `limit` rows, and whether there are more. Of a page of no rows S3 says that there are none. */
export function takePage<T>(rows: Iterator<T>, limit: number): { rows: T[]; truncated: boolean } {
  const page: T[] = [];
  while (page.length < limit) {
    const next = rows.next();
    if (next.done === true) return { rows: page, truncated: false };
    page.push(next.value);
  }
  return { rows: page, truncated: limit > 0 && rows.next().done !== true };
}

function startOf(keys: KeyIndex, scope: ListScope, inclusive: boolean): number {
  const first = keys.from(scope.prefix);
  if (scope.after === '') return first;
  const next = keys.from(scope.after);
  if (scope.after.startsWith(scope.prefix) && commonPrefix(scope.after, scope) === scope.after) {
    return keys.behind(scope.after, next);
  }
  return Math.max(first, keys.at(next) === scope.after && !inclusive ? next + 1 : next);
}

function commonPrefix(key: string, scope: ListScope): string | undefined {
  if (scope.delimiter === '') return undefined;
  const cut = key.indexOf(scope.delimiter, scope.prefix.length);
  return cut < 0 ? undefined : key.slice(0, cut + scope.delimiter.length);
}

function readEncoding(text: string | null): 'url' | undefined {
  if (text === null || text === 'url') return text ?? undefined;
  throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request: use url.');
}
