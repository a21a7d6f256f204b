import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, outlinedOf } from '../../../../site/charts/colour/apart.ts';
import { anOption } from '../support.ts';

test('black and white are 1 apart, and nothing is from itself', () => {
  expect(differenceOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(1, 3);
  expect(differenceOf([30, 144, 255], [30, 144, 255])).toBe(0);
});

test.each([
  ['two of one party', '#1e90ff', '#1e90ff', true],
  ['two reds that are nearly the same', '#e30613', '#e20a17', true],
  ['two pale colours that are moved to the same on a light page', '#ffffff', '#fefefe', true],
  ['two dark colours that are moved to the same on a dark page', '#000000', '#0a0a0a', true],
  ['red and green', '#e30613', '#009036', false],
  ['one of a party and another that has the same colour by its place', '#1f5fa8', null, true],
])('%s: %s beside %s', (_what, colour, other, outlined) => {
  // The place of A is the first: its colour is --series-1.
  const options = [anOption('C', { colour }), anOption('A', { colour: other })];

  expect(outlinedOf(options)).toEqual([false, outlined]);
});

test('neighbours of the palette are apart, and those of the same place of it are outlined in turn', () => {
  const ten = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map((id) => anOption(id));

  for (const one of ten)
    for (const other of ten) if (one !== other) expect(outlinedOf([one, other])).toEqual([false, false]);
  expect(outlinedOf([anOption('A'), anOption('K'), anOption('U')])).toEqual([false, true, false]);
});

test('no two neighbours are outlined, whatever their colours', () => {
  const option = constantFrom(
    ...['#1e90ff', '#1e90fe', '#ff0000', null].map((colour) => anOption('A', { colour })),
  );
  assert(
    property(array(option), (options) => {
      const outlined = outlinedOf(options);

      expect(outlined).toHaveLength(options.length);
      expect(outlined.some((one, place) => one && outlined[place + 1])).toBe(false);
    }),
  );
});
