import { describe, expect, test } from 'vitest';
import { languages } from '../../../functions/model/text/languages.ts';
import {
  fullest,
  type GlanceVoice,
  mapSentence,
  mapTable,
  medianEnd,
  stepOf,
  steps,
  turnoutSentence,
  turnoutTable,
} from '../../../site/charts/glance/told.ts';
import { emptyBins } from '../../../site/compute/stations/bins.ts';
import { stations as en } from '../../../site/text/en/stations.ts';
import { stations as kk } from '../../../site/text/kk/stations.ts';
import { stations as ru } from '../../../site/text/ru/stations.ts';
import { voiceIn } from './support.ts';

const bins = binsOf([
  [60, 30],
  [61, 30],
  [61, 31],
  [100, 100],
  [120, 10],
]);

describe('stations by turnout', () => {
  test('say how many there are, where half of them end, where most are, and what is left out', () => {
    expect(turnoutSentence(bins, voice('en'))).toBe(
      'Turnout is known of 4 stations. In at least half of them it is at most 62%. The fullest range, 61% to 62%, holds 2 stations. One station states more voters than are registered and is not drawn.',
    );
    expect(turnoutSentence(binsOf([]), voice('en'))).toBe(
      'No station states both voters and registered voters.',
    );
  });

  test('have a row a percentage point with stations in it; exactly all is in the last', () => {
    expect(turnoutTable(bins, voice('en')).rows).toEqual([
      ['60–61%', '1'],
      ['61–62%', '2'],
      ['99–100%', '1'],
    ]);
  });

  test('half of them ends where it ends, also where the middle lies between two', () => {
    expect(medianEnd([1, 0, 1])).toBe(1);
    expect(medianEnd([1, 0, 2])).toBe(3);
    expect(medianEnd([0, 5])).toBe(2);
  });
});

describe('stations by turnout and share', () => {
  test('say which square is the fullest', () => {
    expect(mapSentence(bins, voice('en'))).toBe(
      'Turnout and share are known of 4 stations. The fullest square holds 3 stations: turnout 60% to 62%, share 30% to 32%.',
    );
    expect(mapSentence(binsOf([]), voice('en'))).toBe('No station states turnout and votes.');
  });

  test('have a table by tens that holds every station once, high shares above', () => {
    const { rows, columns } = mapTable(bins, 'A', voice('en'));

    expect(columns.map(({ title }) => title).slice(6, 8)).toEqual(['50–60%', '60–70%']);
    expect(rows.map(([name]) => name).slice(0, 2)).toEqual(['90–100%', '80–90%']);
    expect(rows.find(([name]) => name === '30–40%')?.[7]).toBe('3');
    expect(rows[0]?.[10]).toBe('1');
    expect(rows.flatMap((row) => row.slice(1)).reduce((sum, count) => sum + Number(count), 0)).toBe(4);
  });

  test('are the darker the more of them there are, each step as many times the one before', () => {
    expect([1, 2, 9, 10, 99, 999, 99_999, 100_000].map((count) => stepOf(count, 100_000))).toEqual([
      1, 1, 1, 2, 2, 3, 5, 5,
    ]);
    expect(stepOf(1, 1)).toBe(steps);
    expect(fullest([0, 2, 2])).toEqual({ place: 1, most: 2 });
  });
});

test.each(languages)('every sentence is whole in %s', (language) => {
  for (const text of [turnoutSentence(bins, voice(language)), mapSentence(bins, voice(language))])
    expect(text).not.toMatch(/[{}]|undefined/);
});

function voice(language: (typeof languages)[number]): GlanceVoice {
  return { ...voiceIn(language), words: { en, kk, ru }[language] };
}

/** Stations of a hundred voters with so many votes cast, and a hundred votes with so many for the leader. */
function binsOf(stations: readonly (readonly [turnout: number, share: number])[]) {
  const filling = emptyBins();
  for (const [turnout, share] of stations)
    filling.add({ part: BigInt(turnout), whole: 100n }, { part: BigInt(share), whole: 100n });
  return filling.bins();
}
