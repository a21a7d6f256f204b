import { grouped, type InEvery, type Language } from '../../../model/text/languages.ts';

/** A count as a page shows it; `—` where it is not known. */
export function countIn(count: number | string | null, language: Language): string {
  return count === null ? '—' : grouped(count, language);
}

/** A percentage as published, `54.19`, as a page shows it. */
export function percentIn(percent: string | null, language: Language): string {
  if (percent === null) return '—';
  return `${grouped(percent, language)}${language === 'en' ? '' : '\u00a0'}%`;
}

/**
 * A day, `2023-03-19`, as a page shows it. Written here and not by `Intl`, whose output changes with the version of its data: the same releases
 * have the same pages everywhere.
 */
export function dayIn(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  const name = months[language][Number(month) - 1];
  if (year === undefined || day === undefined || name === undefined) return date;
  if (language === 'kk') return `${year} жылғы ${Number(day)} ${name}`;
  return `${Number(day)} ${name} ${year}${language === 'ru' ? ' г.' : ''}`;
}

const months: InEvery<readonly string[]> = {
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
  kk: [
    ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым'],
    ...['шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ],
  ru: [
    ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
    ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  ],
};
