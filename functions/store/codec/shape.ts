import { StoreError } from '../store.ts';

/** Reads JSON that Sailau has written. Throws `StoreError` code `corrupt` when it is none, or not of that form. */
export function decode<Type>(text: string, isType: (value: unknown) => value is Type, where: string): Type {
  const value = parseJson(text, where);
  if (!isType(value)) throw corrupt(where, 'has not the form that Sailau writes');
  return value;
}

/** Reads JSON. Throws `StoreError` code `corrupt` when it is none. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw corrupt(where, 'is not JSON');
  }
}

/** The error for something stored that Sailau cannot have written; `where` names bucket or table, and key. */
export function corrupt(where: string, what: string): StoreError {
  return new StoreError(
    'corrupt',
    `${where} ${what}: it was changed by other hands, or written by a newer version. Restore it from a backup, or deploy that version.`,
  );
}
