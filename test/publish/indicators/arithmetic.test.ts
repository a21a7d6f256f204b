import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, median, squareRoot } from '../../../functions/publish/indicators/arithmetic.ts';

describe('arithmetic', () => {
  test('finds square roots as close as doubles go', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e18, noNaN: true }), (square) => {
        expect(squareRoot(square) / Math.sqrt(square)).toBeCloseTo(1, 14);
      }),
    );
    expect([squareRoot(0), squareRoot(-1), squareRoot(Number.NaN), squareRoot(49)]).toEqual([0, 0, 0, 7]);
  });

  test('takes the middle of ordered numbers, and rounds without a negative zero or a word that is no number', () => {
    expect([median(Float64Array.of(1, 2, 9)), median(Float64Array.of(1, 2, 4, 9))]).toEqual([2, 3]);
    expect([-0.001, 3.505, Number.NaN, 1 / 0, null].map((value) => decimal(value, 2))).toEqual([
      '0.00',
      '3.50',
      null,
      null,
      null,
    ]);
  });

  test('writes what is too large for toFixed plainly too, to the last digit of the double', () => {
    expect([1e21, -1e21, 2 ** 70, 1.0944388222130438e32].map((value) => decimal(value, 2))).toEqual([
      '1000000000000000000000.00',
      '-1000000000000000000000.00',
      '1180591620717411303424.00',
      '109443882221304375705324903989248.00',
    ]);
    expect(decimal(Number.MAX_VALUE, 0)).toBe(String(BigInt(Number.MAX_VALUE)));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimal(value, 3) ?? '';

        expect(text).toMatch(/^-?[0-9]+\.[0-9]{3}$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.0005);
      }),
    );
  });
});
