import { isObject, prettyJson } from '../../functions/model/json/json.ts';
import { type Difference, shown } from '../release/defect.ts';

/** Where two JSON values differ. */
export interface ValueDifference {
  /** JSON pointer; empty for the whole. */
  readonly at: string;
  readonly expected: string;
  readonly found: string;
}

/**
 * The first place where `found` is not `expected`, in the order of `expected`; null where they are equal. It goes no deeper than `expected` does,
 * whatever a stranger has nested in the other.
 */
export function firstDifference(expected: unknown, found: unknown, at = ''): ValueDifference | null {
  if (Object.is(expected, found)) return null;
  if (Array.isArray(expected) && Array.isArray(found)) return inList(expected, found, at);
  if (isObject(expected) && isObject(found)) return inObject(expected, found, at);
  return { at, expected: shown(expected), found: shown(found) };
}

/**
 * The first place where a JSON document of a release is not what is expected of it, or else that its bytes are not those that Sailau writes: a member that
 * stands there twice is read by some programs as the first, by others as the last. Null where all is as expected.
 *
 * @param found what the document says
 * @param text the document itself
 */
export function documentDifference(
  file: string,
  expected: unknown,
  found: object,
  text: string,
): Difference | null {
  const difference = firstDifference(expected, found);
  if (difference) return { file, ...difference };
  if (text === prettyJson(found)) return null;
  return { file, at: '', expected: 'the bytes that Sailau writes', found: 'others' };
}

function inList(expected: readonly unknown[], found: readonly unknown[], at: string): ValueDifference | null {
  for (let index = 0; index < Math.max(expected.length, found.length); index += 1) {
    const difference = firstDifference(expected[index], found[index], `${at}/${index}`);
    if (difference) return difference;
  }
  return null;
}

function inObject(expected: object, found: object, at: string): ValueDifference | null {
  const theirs = new Map<string, unknown>(Object.entries(found));
  for (const [name, value] of Object.entries(expected)) {
    const difference = firstDifference(value, theirs.get(name), `${at}/${escaped(name)}`);
    if (difference) return difference;
    theirs.delete(name);
  }
  for (const [name, value] of theirs)
    return { at: `${at}/${escaped(name)}`, expected: 'nothing', found: shown(value) };
  return null;
}

/** A member's name in a JSON pointer (RFC 6901). */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
