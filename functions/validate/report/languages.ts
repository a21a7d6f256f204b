import type { Text } from '../../model/ids.ts';

/** The languages of the catalogue of findings, and so of reports. */
export const languages = ['en', 'kk', 'ru'] as const;

/** A language that reports are written in. */
export type Language = (typeof languages)[number];

/** A text in each of them. */
export function inEveryLanguage(text: (language: Language) => string): Text {
  return { en: text('en'), kk: text('kk'), ru: text('ru') };
}
