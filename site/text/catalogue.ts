import type { Language } from '../../functions/model/text/languages.ts';
import type * as english from './en/index.ts';

/** Every text of the explorer by part; Kazakh and Russian have exactly the members of English, or they do not compile. */
export type Texts = TextsOf<typeof english>;

/** The same members with any text in them. */
export type TextsOf<T> = { readonly [Name in keyof T]: T[Name] extends string ? string : TextsOf<T[Name]> };

const catalogues: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: () => import('./en/index.ts'),
  kk: () => import('./kk/index.ts'),
  ru: () => import('./ru/index.ts'),
};

/** Loads the texts of a language: the others stay on the server. */
export function loadTexts(language: Language): Promise<Texts> {
  return catalogues[language]();
}
