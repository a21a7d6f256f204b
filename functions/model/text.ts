import type { Text } from './ids.ts';

/** The text in `language`, else in English, else in the first language it has. Empty when it has none. */
export function inLanguage(text: Text, language: string): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}

/** Compares by Unicode code point, the same on every machine (localeCompare is not). */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
