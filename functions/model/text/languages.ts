/** The languages that the project speaks to people in, whatever those of an election, by ISO 639 code. */
export const languages = ['en', 'kk', 'ru'] as const;

/** One of them. */
export type Language = (typeof languages)[number];

/** Names of the languages in themselves. */
export const languageNames = { en: 'English', kk: 'Қазақша', ru: 'Русский' } as const;

/** The same thing in every language: where one is missing, it does not compile. */
export type InEvery<T> = Readonly<Record<Language, T>>;

/** What `make` gives for each language. */
export function inEvery<T>(make: (language: Language) => T): InEvery<T> {
  return { en: make('en'), kk: make('kk'), ru: make('ru') };
}

/**
 * A whole number or a decimal (`1234.5`) with its thousands apart and the sign of its decimals, as `1,234.5` in English and `1 234,5` (no-break
 * space) in Kazakh and Russian. Written here and not by `Intl`, whose output changes with the version of its data: the same release has
 * the same bytes everywhere.
 */
export function grouped(number: string | number | bigint, language: Language): string {
  const [whole = '', decimals] = String(number).split('.');
  const { thousands, point } = signs[language];
  const apart = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, thousands);
  return decimals === undefined ? apart : `${apart}${point}${decimals}`;
}

const signs: InEvery<{ readonly thousands: string; readonly point: string }> = {
  en: { thousands: ',', point: '.' },
  kk: { thousands: '\u00a0', point: ',' },
  ru: { thousands: '\u00a0', point: ',' },
};
