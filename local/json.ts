import { LocalError } from './errors.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. Read members with `member`, so that inherited names (`constructor`) are never found. */
export type JsonObject = { [key: string]: Json };

/** Whether the value is a JSON object (not null, not a list). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own member of that name, or undefined. */
export function member(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value as an object. Throws `template-invalid` naming `where`. */
export function asObject(value: Json | undefined, where: string): JsonObject {
  return isObject(value) ? value : wrong(where, 'an object', value);
}

/** The value as a list. Throws `template-invalid` naming `where`. */
export function asList(value: Json | undefined, where: string): Json[] {
  return Array.isArray(value) ? value : wrong(where, 'a list', value);
}

/** The value as a text. Throws `template-invalid` naming `where`. */
export function asText(value: Json | undefined, where: string): string {
  return typeof value === 'string' ? value : wrong(where, 'a text', value);
}

/** The value as a whole number; CloudFormation accepts its digits as a text too. Throws `template-invalid` naming `where`. */
export function asWhole(value: Json | undefined, where: string): number {
  const whole = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof whole === 'number' && Number.isSafeInteger(whole)
    ? whole
    : wrong(where, 'a whole number', value);
}

/** The value as a yes or no; CloudFormation accepts the words too. Throws `template-invalid` naming `where`. */
export function asFlag(value: Json | undefined, where: string): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return wrong(where, 'true or false', value);
}

function wrong(where: string, expected: string, value: Json | undefined): never {
  const found = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
  throw new LocalError('template-invalid', `${where}: expected ${expected}, found ${found}.`);
}
