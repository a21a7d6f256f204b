import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatDecimal,
  formatFraction,
  fraction,
  multiply,
  parseFraction,
  subtract,
} from '../../functions/model/fraction.ts';

const fractions = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 20n))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

test('is reduced, with the sign above', () => {
  expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
  expect(fraction(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
});

test('has no denominator zero', () => {
  expect(() => fraction(1n, 0n)).toThrow(RangeError);
  expect(() => divide(fraction(1n), fraction(0n))).toThrow(RangeError);
});

test.each([
  ['5', '5'],
  ['2.5', '5/2'],
  ['0.7', '7/10'],
  ['2/3', '2/3'],
  ['4/6', '2/3'],
  ['007.10', '71/10'],
])('reads %s', (text, exact) => {
  expect(formatFraction(parseFraction(text))).toBe(exact);
});

test.each(['', '.5', '5.', '-1', '1e3', '1/0', ' 1', '1/2/3', '٣', '1'.repeat(31)])(
  'does not read "%s"',
  (text) => {
    expect(() => parseFraction(text)).toThrow(SyntaxError);
  },
);

test('rounds down and up on both sides of zero', () => {
  expect([fraction(7n, 2n), fraction(-7n, 2n), fraction(4n)].map(floor)).toEqual([3n, -4n, 4n]);
  expect([fraction(7n, 2n), fraction(-7n, 2n), fraction(4n)].map(ceiling)).toEqual([4n, -3n, 4n]);
});

test.each<[bigint, bigint, number, string]>([
  [2n, 3n, 6, '0.666667'],
  [1n, 2n, 0, '1'],
  [-1n, 3n, 2, '-0.33'],
  [5n, 1000n, 2, '0.01'],
  [123n, 1n, 3, '123.000'],
  [-1n, 1000n, 2, '0.00'],
])('writes %i/%i with %i decimals as %s', (numerator, denominator, digits, text) => {
  expect(formatDecimal(fraction(numerator, denominator), digits)).toBe(text);
});

describe('computes as numbers do:', () => {
  test('what is added can be taken away, what is multiplied can be divided', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  test('a number lies between its floor and its ceiling', () => {
    fc.assert(
      fc.property(fractions, (a) => {
        expect(compare(fraction(floor(a)), a)).toBeLessThanOrEqual(0);
        expect(compare(fraction(ceiling(a)), a)).toBeGreaterThanOrEqual(0);
        expect(ceiling(a) - floor(a)).toBe(a.denominator === 1n ? 0n : 1n);
      }),
    );
  });

  test('what is written is read again', () => {
    fc.assert(
      fc.property(fractions, (a) => {
        const positive = a.numerator < 0n ? subtract(fraction(0n), a) : a;
        expect(parseFraction(formatFraction(positive))).toEqual(positive);
      }),
    );
  });
});
