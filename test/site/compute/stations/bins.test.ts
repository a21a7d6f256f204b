import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binOf, cells, emptyBins, points } from '../../../../site/compute/stations/bins.ts';

test('a station lies in the bin whose lower end it has reached, exactly, whatever its size', () => {
  const wholes = fc.bigInt({ min: 1n, max: 2n ** 62n });
  fc.assert(
    fc.property(wholes, fc.integer({ min: 0, max: points }), (whole, place) => {
      // The least count that is not below the lower end of the bin.
      const part = (whole * BigInt(place) + BigInt(points) - 1n) / BigInt(points);
      const bin = binOf({ part, whole }, points) ?? -1;

      expect(part * BigInt(points) >= whole * BigInt(bin)).toBe(true);
      expect(bin === points - 1 || part * BigInt(points) < whole * BigInt(bin + 1)).toBe(true);
    }),
  );
});

test('all of a whole is in the last bin, more than it in none', () => {
  expect(binOf({ part: 10n, whole: 10n }, points)).toBe(points - 1);
  expect(binOf({ part: 11n, whole: 10n }, points)).toBeNull();
});

test('a station without turnout is in no bin, one without a share in the histogram alone', () => {
  const filling = emptyBins();

  filling.add(null, { part: 1n, whole: 2n });
  filling.add({ part: 1n, whole: 4n }, null);
  filling.add({ part: 5n, whole: 4n }, { part: 1n, whole: 2n });
  filling.add({ part: 3n, whole: 4n }, { part: 1n, whole: 2n });

  const { turnout, both, over } = filling.bins();
  expect([turnout[25], turnout[75], turnout.reduce((sum, count) => sum + count)]).toEqual([1, 1, 2]);
  expect([both[37 * cells + 25], both.reduce((sum, count) => sum + count)]).toEqual([1, 1]);
  expect(over).toBe(1);
});
