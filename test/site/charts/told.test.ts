import { describe, expect, test } from 'vitest';
import { languages } from '../../../functions/model/text/languages.ts';
import { barsSentence, barsTable, isBelow, rankedOf } from '../../../site/charts/bars/told.ts';
import {
  besideSentence,
  besideTable,
  isWorthDrawing,
  pairsOf,
  signed,
} from '../../../site/charts/beside/told.ts';
import { keyOf } from '../../../site/charts/option.ts';
import { thresholdOfSystem } from '../../../site/charts/threshold.ts';
import {
  rangeOf,
  stepOf,
  type TileArea,
  tilesSentence,
  tilesTable,
} from '../../../site/charts/tiles/told.ts';
import {
  clockOf,
  type Day,
  falls,
  turnoutSentence,
  turnoutTable,
  wallClock,
} from '../../../site/charts/turnout/told.ts';
import { anOption, voiceIn } from './support.ts';

const options = [
  anOption('A', { votes: 60, percent: '60.00', seats: 7, declared: 7 }),
  anOption('B', { votes: 4, percent: '4.00', seats: 0, declared: 1 }),
  anOption('C', { votes: 30, percent: '30.00', seats: 3, declared: 2 }),
  anOption('D', { kind: 'against-all', votes: 6, percent: '6.00' }),
];

describe('bars of votes', () => {
  test('stand by votes, against all at the end', () => {
    expect(rankedOf({ options, threshold: '5' }).map(({ id }) => id)).toEqual(['A', 'C', 'B', 'D']);
  });

  test('say who leads and how many lists pass', () => {
    expect(barsSentence({ options, threshold: '5' }, voiceIn('en'))).toBe(
      'Most votes: A, 60.00%. Lists that reach the threshold of 5%: 2 of 3.',
    );
    expect(barsSentence({ options, threshold: null }, voiceIn('en'))).toBe('Most votes: A, 60.00%.');
    expect(barsSentence({ options: [anOption('A')], threshold: '5' }, voiceIn('en'))).toBe(
      'No votes have been published.',
    );
  });

  test('a list with seats is never below, whatever its share: the law may exempt it', () => {
    expect(options.map((option) => isBelow(option, '5'))).toEqual([false, true, false, false]);
    expect(isBelow(anOption('A', { percent: '1.00', seats: 1 }), '5')).toBe(false);
    expect(barsTable({ options, threshold: '5' }, voiceIn('en')).rows.at(-1)).toEqual([
      'D',
      '6',
      '6.00%',
      '–',
    ]);
  });

  test('the threshold is read from the system of a certificate, and nothing else', () => {
    expect(thresholdOfSystem({ threshold: { percent: '5', base: 'valid-votes' } })).toBe('5');
    for (const threshold of [undefined, null, 5, { percent: 5 }, { percent: 'x' }, { heldSeats: 3 }])
      expect(thresholdOfSystem({ threshold })).toBeNull();
  });
});

describe('computed beside declared', () => {
  test('names every difference', () => {
    expect(besideSentence(pairsOf(options), voiceIn('en'))).toBe(
      'Computed and declared seats differ: B, 0 computed and 1 declared; C, 3 computed and 2 declared.',
    );
    expect(besideTable(pairsOf(options), voiceIn('en')).rows).toEqual([
      ['A', '7', '7', '0'],
      ['B', '0', '1', '−1'],
      ['C', '3', '2', '+1'],
    ]);
  });

  test('is not drawn for an office on which both agree', () => {
    const office = [anOption('A', { seats: 1, declared: 1 }), anOption('B', { seats: 0, declared: 0 })];

    expect(isWorthDrawing(pairsOf(office))).toBe(false);
    expect(isWorthDrawing(pairsOf(options))).toBe(true);
    expect(isWorthDrawing([])).toBe(false);
  });

  test('a difference has a sign', () => {
    expect([2, 0, -3].map((value) => signed(value, String))).toEqual(['+2', '0', '−3']);
  });
});

describe('a map of tiles', () => {
  const area = (id: string, percent: string | null): TileArea => ({
    area: id,
    name: id,
    href: null,
    percent,
    leader: null,
  });
  const map = {
    measure: 'Turnout',
    shows: 'percent',
    areas: [area('N', '50.5'), area('S', null), area('W', '70')],
  } as const;

  test('says between which areas the values lie; what is missing is said in the table', () => {
    expect(tilesSentence(map, voiceIn('en'))).toBe('Turnout lies between 50.50% (N) and 70.00% (W).');
    expect(tilesTable(map, voiceIn('en')).rows[1]).toEqual(['S', 'not published']);
    expect(rangeOf(map)).toEqual([50.5, 70]);
    expect(tilesSentence({ ...map, areas: [area('S', null)] }, voiceIn('en'))).toBe(
      'Turnout has not been published by area.',
    );
  });

  test('says who leads in how many areas', () => {
    const led = ['A', 'B', 'A'].map((id, place) => ({ ...area(`R${place}`, null), leader: anOption(id) }));

    expect(tilesSentence({ measure: 'Most votes', shows: 'leader', areas: led }, voiceIn('en'))).toBe(
      'Most votes by area: A in 2 areas and B in one area.',
    );
  });

  test('has five steps from the least value to the greatest', () => {
    expect([0, 19, 20, 99, 100].map((value) => stepOf(value, [0, 100]))).toEqual([1, 1, 2, 5, 5]);
    expect(stepOf(7, [7, 7])).toBe(3);
  });
});

describe('turnout through the day', () => {
  const course = (area: string, ...percents: string[]) => ({
    area,
    name: area,
    snapshots: percents.map((percent, hour) => ({ at: `2023-03-19T1${hour}:00+06:00`, percent })),
  });
  const day: Day = { focus: course('XX', '30.65', '54.19'), others: [course('N', '40', '35')] };

  test('is told by the clock of the place, with what cannot be right', () => {
    expect(turnoutSentence(day, voiceIn('en'))).toBe(
      'XX: 54.19% had voted by 11:00. A later number is below an earlier one: N. Both are shown as published.',
    );
    expect(turnoutTable(day, voiceIn('en'))).toMatchObject({
      rows: [
        ['XX', '30.65%', '54.19%'],
        ['N', '40.00%', '35.00%'],
      ],
    });
    expect(turnoutSentence({ focus: course('XX'), others: [] }, voiceIn('en'))).toBe(
      'No turnout was published during the day.',
    );
    expect(falls(day.focus)).toBe(false);
  });

  test('the clock is that of the place, whatever that of the reader', () => {
    expect(clockOf('2023-03-19T22:10+06:00')).toBe('22:10');
    expect(wallClock('2023-03-19T22:10+06:00').toISOString()).toBe('2023-03-19T22:10:00.000Z');
  });
});

test('options have keys of their own', () => {
  expect([0, 25, 26, 27].map(keyOf)).toEqual(['A', 'Z', 'AA', 'AB']);
});

test.each(languages)('no sentence of %s is left with a brace', (language) => {
  const voice = voiceIn(language);
  const day: Day = {
    focus: { area: 'X', name: 'X', snapshots: [{ at: '2023-03-19T10:00+06:00', percent: '5' }] },
    others: [],
  };

  const said = [
    barsSentence({ options, threshold: '5' }, voice),
    besideSentence(pairsOf(options), voice),
    turnoutSentence(day, voice),
  ];

  expect(said.join(' ')).not.toMatch(/[{}]/);
});
