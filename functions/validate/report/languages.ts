import type { Text } from '../../model/ids.ts';
import type { Language } from '../../model/text/languages.ts';

/** A text in each of them. */
export function inEveryLanguage(text: (language: Language) => string): Text {
  return { en: text('en'), kk: text('kk'), ru: text('ru') };
}
