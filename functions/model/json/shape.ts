import { isObject } from './json.ts';

/** Whether a value has a form. */
export type Check = (value: unknown) => boolean;

/** An object whose members pass their checks. Members that are not named are left as they are: a newer version may add some. */
export function shape(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members);
  return (value) =>
    isObject(value) &&
    checks.every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : undefined));
}

/** A text, perhaps empty. */
export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** true or false. */
export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A whole number from 0 to 2^53 − 1. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** SHA-256, hexadecimal. */
export function isHash(value: unknown): boolean {
  return isString(value) && /^[0-9a-f]{64}$/.test(value);
}

/** A text by language. */
export function isText(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isString);
}

/** An id of the kind that `isId` knows (model/ids.ts). */
export function id(isId: (text: string) => boolean): Check {
  return (value) => isString(value) && isId(value);
}

/** Null, or a value that passes. */
export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

/** A member that is not there, or a value that passes. */
export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** An array whose items pass. */
export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** One of these words. */
export function oneOf(...words: readonly string[]): Check {
  return (value) => isString(value) && words.includes(value);
}
