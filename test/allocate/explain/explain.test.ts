import { describe, expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { certificateOf } from '../../../functions/allocate/certificate.ts';
import { explain } from '../../../functions/allocate/explain/explain.ts';
import { type Language, languages } from '../../../functions/allocate/explain/language.ts';
import type { Option } from '../../../functions/model/generated/election.ts';
import type { AllocationInput } from '../../../functions/model/law/allocation.ts';
import { areaId, electionId, optionId } from '../../support/builders.ts';
import {
  ids,
  inputOf,
  kazakhstan,
  options,
  partyList,
  plurality,
  president,
  referendum,
  totals,
} from '../support.ts';

const threeLists = inputOf(kazakhstan(5, '5'), { A: 500, B: 300, C: 150, D: 21, against: 29 });

describe('tells what the law asks, the numbers, the article, and the standing after each step', () => {
  test.each<[Language, readonly string[]]>([
    [
      'en',
      [
        '## Threshold',
        'A list takes part in the distribution if it has the votes that the threshold requires. Law: Art. 97-1 <https://example.org/97-1>.',
        '- C: 150 votes; at least 50 needed; passes.',
        '- D: 21 votes; at least 50 needed; does not pass.',
        '- 950 votes for the lists that take part, 5 seats; Hare quota, votes / seats: 190.',
        '- A: 500 votes, quotient 50/19 ≈ 2.631579: 2 seats.',
        '  Seats after this step: A 2.',
        '- C: remainder 15/19 ≈ 0.789474: one more seat.',
        '  Seats after this step: A 2, B 1, C 1.',
        'Every seat is given: A 3, B 1, C 1.',
      ],
    ],
    [
      'kk',
      [
        '## Шек',
        '- D: 21 дауыс; қажеті – кемінде 50; шектен өтпеді.',
        '- A: 500 дауыс, бөлінді 50/19 ≈ 2,631579: 2 мандат.',
        '- C: қалдық 15/19 ≈ 0,789474: тағы бір мандат.',
        'Барлық мандат бөлінді: A 3, B 1, C 1.',
      ],
    ],
    [
      'ru',
      [
        '## Порог',
        '- D: 21 голос; нужно не менее 50; порог не преодолён.',
        '- A: 500 голосов, частное 50/19 ≈ 2,631579: 2 мандата.',
        '- C: остаток 15/19 ≈ 0,789474: ещё один мандат.',
        'Распределены все мандаты: A 3, B 1, C 1.',
      ],
    ],
  ])('%s', (language, lines) => {
    const told = explained(threeLists, language);

    expect(told).toEqual(expect.arrayContaining([...lines]));
  });
});

/** Inputs that come out in different ways. */
const cases: readonly (readonly [string, AllocationInput])[] = [
  ['allocated', threeLists],
  ['one list passes', inputOf(kazakhstan(69, '5'), { A: 94, B: 4, C: 2 })],
  [
    'one list takes all',
    inputOf(partyList(5, { threshold: { percent: '5', base: 'valid-votes', inclusive: true } }), {
      A: 96,
      B: 2,
    }),
  ],
  ['no list passes', inputOf(kazakhstan(69, '5'), { A: 4, against: 96 })],
  ['lots required', inputOf(partyList(19), { A: 2, B: 2, C: 1 })],
  [
    'a lot drawn, and one that decides nothing',
    inputOf(
      partyList(19),
      { A: 2, B: 2, C: 1 },
      {
        lots: [
          { among: ids('A', 'B'), seats: 1, won: ids('A'), source: 'Protocol 7' },
          { among: ids('A', 'C'), seats: 1, won: ids('A'), source: 'Protocol 8' },
          { among: ids('A', 'B'), seats: 1, won: ids('C'), source: 'Protocol 9' },
        ],
      },
    ),
  ],
  ['registered earlier', inputOf(kazakhstan(19, '5'), { A: 2, B: 2, C: 1 })],
  ['elected', inputOf(plurality, { A: 2, B: 1 })],
  ['repeat voting', inputOf(plurality, { A: 2, B: 2 })],
  ['runoff', inputOf(president, { A: 40, B: 35, C: 25 })],
  ['adopted', inputOf(referendum(), { yes: 7, no: 1, cast: 9, registered: 10 })],
  ['not valid', inputOf(referendum(), { yes: 3, no: 1, cast: 4, registered: 10 })],
  ['rejected', inputOf(referendum(), { yes: 3, no: 5, cast: 8, registered: 10 })],
  [
    'regions',
    {
      ...inputOf(referendum(['R1', 'R2']), { yes: 0, no: 0 }),
      totals: [totals({ yes: 7, no: 1, cast: 9, registered: 10 }, 'R1')],
      areaNames: new Map([[areaId('R1'), { en: 'First Region', kk: 'Бірінші өңір', ru: 'Первый регион' }]]),
    },
  ],
  ['no results', { ...inputOf(plurality, { A: 2, B: 1 }), totals: [] }],
];

test.each(cases)('every step and the outcome are told in each language: %s', (_name, input) => {
  const steps = [...allocate(input).steps];

  for (const language of languages) {
    const told = explained(input, language);
    expect(told.filter((line) => line.startsWith('- '))).toHaveLength(steps.length);
    expect(told.join('\n')).not.toMatch(/undefined|null|NaN|\[object/);
    expect(told.at(-1)).not.toBe('');
  }
});

test('languages differ in words and agree in numbers', () => {
  const digits = (language: Language) =>
    explained(threeLists, language).map((line) => line.replace(/97-1/g, '').match(/[0-9]+/g) ?? []);

  expect(digits('kk')).toEqual(digits('en'));
  expect(digits('ru').flat()).toEqual(digits('en').flat());
});

test('calls options, areas and counts by their names', () => {
  const [, input] = cases.find(([name]) => name === 'regions') ?? cases[0] ?? ['', threeLists];

  expect(explained(input, 'ru').join('\n')).toContain(
    '- Первый регион: голосов «за» 7; база 9, нужно 4,5; выполнено.',
  );
  expect(explained(input, 'en').join('\n')).toContain('- R2: yes votes not published;');
});

test('names from files cannot become markup, in any language', () => {
  const hostile = '](javascript:x)\n\n# Forged | `x` <script>';
  const named: Option[] = options('list', ['A', 'B']).map((option) => ({
    ...option,
    name: { en: hostile, kk: hostile, ru: hostile },
  }));
  const input = inputOf(partyList(3), { A: 2, B: 1 }, { options: named, name: { en: hostile } });

  for (const language of languages) {
    const told = explained(input, language).join('\n');
    expect(told).not.toMatch(/<script|(?<!\\)\]\(|^# Forged/m);
    expect(told.match(/^# /gm)).toHaveLength(1);
  }
});

test('an option or an article that the definition has not is called by its id', () => {
  const input: AllocationInput = {
    ...threeLists,
    laws: [],
    contest: { ...threeLists.contest, options: threeLists.contest.options.slice(1) },
  };
  const told = [...explain(input, { ...allocate(threeLists) }, 'en')].join('\n');

  expect(told).toContain('- A: 500 votes;');
  expect(told).toContain('Law: art-97-1.');
});

test('lines are made while they are read, and can be read again', () => {
  let made = 0;
  const allocation = allocate(threeLists);
  const steps = {
    *[Symbol.iterator]() {
      for (const step of allocation.steps) {
        made += 1;
        yield step;
      }
    },
  };
  const lines = explain(threeLists, { ...allocation, steps }, 'en');

  const [first] = lines;

  expect({ first, made }).toEqual({ first: '# Contest', made: 0 });
  expect([...lines]).toEqual([...lines]);
  expect([...lines]).toEqual(explained(threeLists, 'en'));
});

test('says that a result is provisional', () => {
  const input = { ...threeLists, expected: 2 };

  expect(explained(input, 'en').at(-1)).toMatch(/^Provisional: /);
});

test('the certificate carries the explanation in each language', () => {
  const { explanation } = certificateOf(electionId('kz-2023'), 7, threeLists, allocate(threeLists));

  expect(Object.keys(explanation)).toEqual([...languages]);
  for (const language of languages)
    expect(explanation[language]).toBe(`${explained(threeLists, language).join('\n')}\n`);
});

test('a count that was not published is called by its name', () => {
  const told = explained(inputOf(president, { A: 40, B: 35 }, {}), 'en').join('\n');
  const open = explained(inputOf(referendum(), { yes: 7, no: 1 }), 'ru').join('\n');

  expect(told).toContain(`${optionId('A')}: 40 votes`);
  expect(open).toContain('Не опубликовано: избиратели, внесённые в списки.');
});

function explained(input: AllocationInput, language: Language): string[] {
  return [...explain(input, allocate(input), language)];
}
