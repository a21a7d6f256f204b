import fc from 'fast-check';
import { expect, test } from 'vitest';
import { houseOf, mostDrawn } from '../../../site/charts/hemicycle/places.ts';
import { hemicycleSentence, hemicycleTable, seatedOf } from '../../../site/charts/hemicycle/told.ts';
import { anOption, voiceIn } from './support.ts';

test('every seat has a place of its own, from left to right, none upon another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (seats) => {
      const { places, seat } = houseOf(seats);

      expect(places).toHaveLength(seats);
      expect(places.map(({ turn }) => turn)).toEqual(
        places.map(({ turn }) => turn).toSorted((a, b) => a - b),
      );
      expect(Math.min(...places.map(({ y }) => y))).toBeGreaterThan(-1e-9);
      expect(leastDistance(places)).toBeGreaterThan(seat * 1.5);
    }),
    { numRuns: 25 },
  );
});

test('a large house has as many places as seats', () => {
  expect(houseOf(mostDrawn).places).toHaveLength(mostDrawn);
  expect(houseOf(0)).toEqual({ places: [], seat: 0 });
});

const house = [
  anOption('A', { seats: 40 }),
  anOption('B', { seats: 8 }),
  anOption('C', { seats: 0 }),
  anOption('D', { seats: 21 }),
];

test('who has most seats sits first; whoever has none is not in the house', () => {
  expect(seatedOf(house).map(({ option }) => option.id)).toEqual(['A', 'D', 'B']);
  expect(hemicycleTable(seatedOf(house), voiceIn('en')).rows).toEqual([
    ['A', '40'],
    ['D', '21'],
    ['B', '8'],
  ]);
});

test('a majority is said, and that there is none', () => {
  const split = [anOption('A', { seats: 5 }), anOption('B', { seats: 5 })];

  expect(hemicycleSentence(seatedOf(house), voiceIn('en'))).toBe(
    'A has 40 of 69 seats: a majority, for which 35 are needed.',
  );
  expect(hemicycleSentence(seatedOf(split), voiceIn('en'))).toContain('Nobody has the 6 of 10 seats');
  expect(hemicycleSentence([], voiceIn('ru'))).toBe('Мандаты не распределены.');
});

function leastDistance(places: readonly { readonly x: number; readonly y: number }[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { x, y }] of places.entries())
    for (const other of places.slice(index + 1))
      least = Math.min(least, Math.hypot(x - other.x, y - other.y));
  return least;
}
