/** The languages that an allocation is explained in, by ISO 639 code. */
export const languages = ['en', 'kk', 'ru'] as const;

/** One of them. */
export type Language = (typeof languages)[number];

/** The same thing in every language. */
export type InEvery<T> = Readonly<Record<Language, T>>;

/** Whether `text` is the code of a language that there are explanations in. */
export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}
