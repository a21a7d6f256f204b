import type { Text } from '../../model/ids.ts';

/** A text as values of JSON-LD, each with its language, in the order of the text. */
export function texts(text: Text): { readonly '@value': string; readonly '@language': string }[] {
  return Object.entries(text).map(([language, value]) => ({ '@value': value, '@language': language }));
}
