import { expect, test } from 'vitest';
import { exact } from '../../../functions/allocate/exact.ts';
import { explainStep } from '../../../functions/allocate/explain/explain.ts';
import { type Language, languages } from '../../../functions/allocate/explain/language.ts';
import type { StepOf } from '../../../functions/allocate/explain/texts/rule.ts';
import { texts } from '../../../functions/allocate/explain/texts/texts.ts';
import { wordsOf } from '../../../functions/allocate/explain/words.ts';
import { fraction } from '../../../functions/model/fraction.ts';
import type { Step } from '../../../functions/model/law/allocation.ts';
import { areaId, listContest, optionId } from '../../support/builders.ts';

const a = optionId('A');
const b = optionId('B');
const north = areaId('north');
const standing = [
  { option: a, seats: 2 },
  { option: b, seats: 1 },
];
const part = exact(fraction(7n, 3n));

const contest = listContest({ options: [a, b].map((id) => ({ id, kind: 'list', name: { en: id } })) });

/** A step of every rule, and the numbers that its sentence states. */
const samples: { readonly [Rule in Step['rule']]: readonly [StepOf<Rule>, readonly string[]] } = {
  base: [{ rule: 'base', base: 'cast', votes: 1234, atLeast: 1234, missing: [] }, ['1234']],
  threshold: [
    { rule: 'threshold', option: a, votes: 41, required: part, inclusive: false, passes: true },
    ['41', '7/3', '2.333333'],
  ],
  'held-threshold': [{ rule: 'held-threshold', option: a, held: 2, required: 3, passes: false }, ['2', '3']],
  admitted: [{ rule: 'admitted', options: [a, b] }, []],
  'one-list-passes': [
    { rule: 'one-list-passes', applied: 'admit-next', passed: a, admitted: b, factor: part, minimumSeats: 4 },
    ['7/3', '4'],
  ],
  'no-list-passes': [{ rule: 'no-list-passes', applied: 'all-admitted', options: [a, b] }, []],
  quota: [{ rule: 'quota', quota: 'hare', votes: 100, seats: 7, value: part }, ['100', '7', '7/3']],
  'whole-seats': [
    { rule: 'whole-seats', option: a, votes: 100, quotient: part, seats: 2, standing },
    ['100', '7/3', '2'],
  ],
  'minimum-seats': [{ rule: 'minimum-seats', option: a, from: 1, seats: 2, standing }, ['1', '2']],
  'leftover-seats': [{ rule: 'leftover-seats', option: a, from: 1, seats: 2, standing }, ['1', '2']],
  'remainder-seat': [{ rule: 'remainder-seat', option: a, remainder: part, standing }, ['7/3']],
  'remainder-cap': [{ rule: 'remainder-cap', cap: 5, left: 3 }, ['5', '3']],
  'over-award': [
    { rule: 'over-award', applied: 'subtract-smallest-remainder', given: 6, seats: 5 },
    ['6', '5'],
  ],
  'subtracted-seat': [{ rule: 'subtracted-seat', option: a, remainder: part, standing }, ['7/3']],
  divisors: [
    { rule: 'divisors', divisors: 'sainte-lague', first: part, votes: 100, seats: 7 },
    ['7/3', '100', '7'],
  ],
  'divisor-seat': [
    {
      rule: 'divisor-seat',
      option: a,
      votes: 100,
      held: 4,
      divisor: part,
      quotient: part,
      squared: false,
      standing,
    },
    ['100', '4', '7/3'],
  ],
  'average-seat': [
    { rule: 'average-seat', option: a, votes: 100, held: 4, average: part, standing },
    ['100', '4', '7/3'],
  ],
  'absolute-majority': [
    { rule: 'absolute-majority', option: a, votes: 100, required: part, house: 9, minimum: 5 },
    ['100', '7/3', '9', '5'],
  ],
  bound: [
    { rule: 'bound', option: a, bound: 'list-length', computed: 9, seats: 5, left: 4 },
    ['9', '5', '4'],
  ],
  'vacant-seats': [{ rule: 'vacant-seats', seats: 4 }, ['4']],
  district: [{ rule: 'district', area: north, seats: 4, options: [a, b] }, ['4']],
  districts: [{ rule: 'districts', standing }, ['2', '1']],
  'held-seats': [
    { rule: 'held-seats', held: standing, outside: 3, house: 9, seats: 6 },
    ['2', '3', '9', '6'],
  ],
  overhang: [
    { rule: 'overhang', option: a, entitled: 3, held: 5, overhang: 2, treatment: 'kept', standing },
    ['3', '5', '2'],
  ],
  house: [{ rule: 'house', from: 9, seats: 11, reason: 'levelling' }, ['9', '11']],
  quorum: [
    { rule: 'quorum', option: a, area: north, votes: 100, required: part, inclusive: true, passes: true },
    ['100', '7/3'],
  ],
  'voter-number': [
    { rule: 'voter-number', area: north, option: a, votes: 100, seats: 4, quotient: part, voters: part },
    ['100', '4', '7/3'],
  ],
  'upper-apportionment': [
    {
      rule: 'upper-apportionment',
      seats: 9,
      divisor: part,
      lists: [{ option: a, voters: exact(fraction(5n)), seats: 4 }],
    },
    ['9', '7/3', '5', '4'],
  ],
  'lower-apportionment': [
    {
      rule: 'lower-apportionment',
      districts: [{ area: north, seats: 4, divisor: part }],
      lists: [{ option: a, seats: 5, divisor: part }],
      transfers: 6,
      unique: false,
    },
    ['4', '7/3', '5', '6'],
  ],
  cell: [{ rule: 'cell', area: north, option: a, votes: 100, quotient: part, seats: 2 }, ['100', '7/3', '2']],
  tie: [{ rule: 'tie', options: [a, b], seats: 1, by: 'lots', won: [a], source: 'Protocol 7' }, ['1', '7']],
  'lot-unused': [
    { rule: 'lot-unused', among: [a, b], seats: 1, won: [a], source: 'Protocol 7', reason: 'no-such-tie' },
    ['1', '7'],
  ],
  'most-votes': [{ rule: 'most-votes', options: [a], votes: 100 }, ['100']],
  majority: [
    { rule: 'majority', option: a, votes: 100, required: part, inclusive: true, result: 'holds' },
    ['100', '7/3'],
  ],
  'against-all': [{ rule: 'against-all', votes: 100, options: [a] }, ['100']],
  'seats-by-votes': [
    { rule: 'seats-by-votes', seats: 2, options: [a, b], votes: [30, 20] },
    ['2', '30', '20'],
  ],
  runoff: [{ rule: 'runoff', options: [a, b] }, []],
  condition: [
    {
      rule: 'condition',
      condition: 'turnout',
      counted: 100,
      base: 'registered',
      required: part,
      inclusive: true,
      result: 'holds',
      missing: [],
    },
    ['100', '7/3'],
  ],
  area: [
    { rule: 'area', area: north, counted: 100, votes: 150, required: part, result: 'holds', missing: [] },
    ['100', '150', '7/3'],
  ],
  areas: [
    {
      rule: 'areas',
      condition: 'regions-majority',
      areas: 9,
      required: 6,
      hold: 7,
      fail: 2,
      missing: [],
      result: 'holds',
    },
    ['9', '6', '7', '2'],
  ],
};

test.each(Object.entries(samples))(
  '%s is told in each language with its numbers',
  (rule, [step, numbers]) => {
    const sentences = languages.map((language) => [language, sentence(step, language)] as const);

    for (const [language, text] of sentences) {
      expect(text, language).toMatch(/\.$/);
      expect(text, language).not.toMatch(/undefined|null|NaN|\[object/);
      for (const number of numbers) expect(canonical(text), `${language} ${rule}`).toContain(number);
    }
    expect(new Set(sentences.map(([, text]) => text)).size).toBe(rule === 'admitted' ? 1 : languages.length);
  },
);

test.each(Object.entries(texts))('%s has a title and what the law asks in each language', (_rule, text) => {
  // A title may be one word that Kazakh and Russian share, as the quota is.
  expect(new Set(languages.map((language) => text[language].asks)).size).toBe(languages.length);
  for (const language of languages) {
    expect(text[language].title).toMatch(/^\p{Lu}[^.]*$/u);
    expect(text[language].asks).toMatch(/^\p{Lu}.*\.$/u);
  }
});

test('Kazakh and Russian have no Latin words, but for names', () => {
  for (const [rule, [step]] of Object.entries(samples))
    for (const language of ['kk', 'ru'] as const) {
      const { title, asks } = Object.entries(texts).find(([name]) => name === rule)?.[1][language] ?? {};
      const words = `${title} ${asks} ${sentence(step, language)}`.match(/\p{Script=Latin}{2,}/gu) ?? [];

      expect(words.filter((word) => !['Protocol', 'north'].includes(word))).toEqual([]);
    }
});

test.each<[Language, string]>([
  ['en', 'A: 41 votes; at least 5 % needed, and it has 7/3 ≈ 2.333333 %, rounded 2.3 %; does not pass.'],
  [
    'kk',
    'A: 41 дауыс; қажеті – кемінде 5 %, жинағаны – 7/3 ≈ 2,333333 %, дөңгелектегенде 2,3 %; шектен өтпеді.',
  ],
  [
    'ru',
    'A: 41 голос; нужно не менее 5 %, набрано 7/3 ≈ 2,333333 %, с округлением 2,3 %; порог не преодолён.',
  ],
])('in %s, a rounded share is compared as a percentage', (language, text) => {
  const step: Step = {
    rule: 'threshold',
    option: a,
    votes: 41,
    required: part,
    inclusive: true,
    passes: false,
    percent: exact(fraction(5n)),
    share: part,
    rounded: exact(fraction(23n, 10n)),
  };

  expect(sentence(step, language)).toBe(text);
});

function sentence(step: Step, language: Language): string {
  return explainStep(step, wordsOf({ contest, laws: [] }, language));
}

/** The text with the numbers of every language written alike. */
function canonical(text: string): string {
  return text.replace(/(?<=[0-9])[\u00a0,](?=[0-9]{3}\b)/g, '').replace(/(?<=[0-9]),(?=[0-9])/g, '.');
}
