import type { Text } from '../../functions/model/ids.ts';
import { grouped, type Language } from '../../functions/model/text/languages.ts';
import { inLanguage } from '../../functions/model/text/text.ts';
import { kazakhDate } from './kazakh-date.ts';

/** A count as published: a number, or its digits from 2^53 on. */
export type Count = number | string | bigint;

/**
 * The forms of a text by the plural category of its number. English and Kazakh have two, Russian four; `{count}` stands for the number, and other
 * names in braces for other texts.
 */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Numbers, dates, plurals and names as a language writes them. What is not known is `—`. */
export interface Format {
  readonly language: Language;
  number(value: Count | null | undefined): string;
  /** Exact percents as published (`54.19`), with at least `decimals` places. */
  percent(value: string | number | null | undefined, decimals?: number): string;
  bytes(value: number): string;
  /** A day, `2023-03-19` or the day of a time. */
  date(iso: string): string;
  /** A time with its day, in the zone of the reader. */
  time(iso: string): string;
  /** The form of a text for a number, with the number and other texts put in. */
  plural(count: Count, forms: Plural, values?: Readonly<Record<string, string>>): string;
  /** A text with others put in where it names them in braces. */
  fill(template: string, values: Readonly<Record<string, string>>): string;
  list(items: readonly string[]): string;
  /** A published text in this language, else in one that it has. */
  text(text: Text): string;
}

/** The format of a language. */
export function formatOf(language: Language): Format {
  // Chromium claims Kazakh and has none of its data: `1,234,567.5` and `2026 M11 24`. Numbers are those of Russian, dates our own.
  const locale = language === 'kk' && !knowsKazakh() ? 'ru' : language;
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language === 'kk' && locale === 'ru' ? 'en-GB' : locale, {
    type: language === 'kk' ? 'unit' : 'conjunction',
  });
  const fill: Format['fill'] = (template, values) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
    );
  const number: Format['number'] = (value) =>
    value === null || value === undefined ? '—' : numbers.format(exact(value));
  return {
    language,
    number,
    percent(value, decimals = 2) {
      return value === null || value === undefined ? '—' : percentIn(locale, value, decimals);
    },
    bytes: (value) => bytesIn(language, value),
    date: (iso) => dateIn(language, locale, iso),
    time: (iso) => timeIn(language, locale, iso),
    plural(count, forms, values = {}) {
      const form = forms[plurals.select(Number(count))] ?? forms.other;
      return fill(form, { ...values, count: number(count) });
    },
    fill,
    list: (items) => lists.format(items),
    text: (text) => inLanguage(text, language),
  };
}

function knowsKazakh(): boolean {
  return new Intl.NumberFormat('kk').format(1.5) === '1,5';
}

function exact(value: Count): number | bigint {
  return typeof value === 'string' && /^-?[0-9]+$/.test(value)
    ? BigInt(value)
    : typeof value === 'bigint'
      ? value
      : Number(value);
}

function percentIn(locale: string, value: string | number, decimals: number): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 2),
  }).format(Number(value));
}

// Sizes as the operating system counts them, powers of 1,000; the unit is the same word in all three languages but for its letters.
function bytesIn(language: Language, value: number): string {
  const power = Math.min(3, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const unit = (language === 'en' ? ['B', 'kB', 'MB', 'GB'] : ['Б', 'кБ', 'МБ', 'ГБ'])[power] ?? '';
  const amount = value / 1000 ** power;
  return `${grouped(amount >= 100 || power === 0 ? Math.round(amount) : amount.toFixed(1), language)}\u00a0${unit}`;
}

function dateIn(language: Language, locale: string, iso: string): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(date.getTime())) return iso;
  if (language !== locale) return kazakhDate(date, 'UTC');
  return new Intl.DateTimeFormat(british(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function timeIn(language: Language, locale: string, iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const clock = new Intl.DateTimeFormat(british(locale), {
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  if (language !== locale) return `${kazakhDate(date, 'own')}, ${clock.format(date)}`;
  const day = new Intl.DateTimeFormat(british(locale), { dateStyle: 'long' });
  return `${day.format(date)}, ${clock.format(date)}`;
}

// Day before month: the order of both neighbours, and of the commission's own English pages.
function british(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}
