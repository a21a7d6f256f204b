import type { Count, Exact } from '../../model/generated/certificate.ts';
import { grouped } from '../../model/text/languages.ts';
import type { InEvery, Language } from './language.ts';

/** What is counted. */
export type Noun = 'vote' | 'seat' | 'protocol' | 'region';

/** An exact number for people: whole or short decimals as they are, anything else as the fraction and about how much that is. */
export function exactly({ exact, decimal }: Exact, language: Language): string {
  const match = /^(-?[0-9]+)(?:\/([0-9]+))?$/.exec(exact);
  const rounded = grouped(decimal, language);
  if (!match) return `${exact} ≈ ${rounded}`;
  const [, numerator = '0', denominator = '1'] = match;
  if (denominator === '1') return grouped(numerator, language);
  if (isWhole(BigInt(numerator), BigInt(denominator), decimal))
    return grouped(decimal.replace(/0+$/, ''), language);
  return `${grouped(numerator, language)}/${grouped(denominator, language)} ≈ ${rounded}`;
}

/** The noun in the form that goes with the number: `1 голос`, `2 голоса`, `5 голосов`. */
export function nounFor(value: Count | bigint | Exact, noun: Noun, language: Language): string {
  const [first, second = first, third = second] = nouns[language][noun];
  const forms = [first, second, third];
  const text = typeof value === 'object' ? value.exact : String(value);
  // A fraction of a thing: `2.5 votes`, `2,5 голоса`.
  const form = /^-?[0-9]+$/.test(text) ? plural[language](BigInt(text)) : 1;
  return forms[form] ?? first;
}

/** Whether the six decimals are the number itself and not a rounding of it. */
function isWhole(numerator: bigint, denominator: bigint, decimal: string): boolean {
  const [, decimals = ''] = decimal.split('.');
  return BigInt(decimal.replace('.', '')) * denominator === numerator * 10n ** BigInt(decimals.length);
}

/** Which form of a noun a whole number takes (Unicode CLDR, plural rules; Kazakh nouns keep theirs after a number). */
const plural: InEvery<(value: bigint) => 0 | 1 | 2> = {
  en: (value) => (value === 1n || value === -1n ? 0 : 1),
  kk: () => 0,
  ru: (value) => {
    const [tens, ones] = [value % 100n, value % 10n];
    if (ones === 1n && tens !== 11n) return 0;
    return ones >= 2n && ones <= 4n && (tens < 12n || tens > 14n) ? 1 : 2;
  },
};

const nouns: InEvery<Readonly<Record<Noun, readonly [string, string?, string?]>>> = {
  en: {
    vote: ['vote', 'votes'],
    seat: ['seat', 'seats'],
    protocol: ['protocol', 'protocols'],
    region: ['region', 'regions'],
  },
  kk: { vote: ['дауыс'], seat: ['мандат'], protocol: ['хаттама'], region: ['өңір'] },
  ru: {
    vote: ['голос', 'голоса', 'голосов'],
    seat: ['мандат', 'мандата', 'мандатов'],
    protocol: ['протокол', 'протокола', 'протоколов'],
    region: ['регион', 'региона', 'регионов'],
  },
};
