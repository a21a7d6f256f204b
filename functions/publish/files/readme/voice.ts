import type { Text } from '../../../model/ids.ts';
import { grouped, type Language } from '../../../model/text/languages.ts';
import { plain } from '../../../model/text/markdown.ts';
import { inLanguage } from '../../../model/text/text.ts';
import { type Words, words } from './words.ts';

/** How a README speaks: what it takes from a release becomes Markdown of its language here. */
export interface Voice {
  readonly language: Language;
  readonly words: Words;
  /** A text of the election, escaped: in the language, else in one that it has. */
  text(text: Text): string;
  /** Digits, or a decimal, with the thousands apart. */
  number(value: string | number | bigint): string;
}

/** The voice of a language. */
export function voiceOf(language: Language): Voice {
  return {
    language,
    words: words[language],
    text: (text) => plain(inLanguage(text, language)),
    number: (value) => grouped(value, language),
  };
}
