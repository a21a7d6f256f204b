import { describe, expect, test } from 'vitest';
import {
  benford,
  lastDigits,
  secondDigit,
  secondDigits,
} from '../../../functions/publish/indicators/digits.ts';
import { aSample, country, honest, type Numbers } from './support.ts';

describe('digits', () => {
  test('the second digits of the law are those of Benford, and of the published table', () => {
    const law = benford.map((_, digit) =>
      Array.from({ length: 9 }, (_first, index) => Math.log10(1 + 1 / (10 * (index + 1) + digit))).reduce(
        (sum, part) => sum + part,
      ),
    );

    expect(benford.map((count) => count / 100_000)).toEqual(law.map((share) => Number(share.toFixed(5))));
    expect(benford.map((count) => (count / 100_000).toFixed(3))).toEqual([
      '0.120',
      '0.114',
      '0.109',
      '0.104',
      '0.100',
      '0.097',
      '0.093',
      '0.090',
      '0.088',
      '0.085',
    ]);
  });

  test.each([
    [10, 0],
    [99, 9],
    [123, 2],
    [9_007_199_254_740_991, 0],
  ])('the second digit of %i is %i', (count, digit) => {
    expect(secondDigit(count)).toBe(digit);
  });

  test('chi-square is that of the book: 200 counts of which 40 end in 5 and 16 or more in each other', () => {
    const ends = [16, 18, 18, 18, 18, 40, 18, 18, 18, 18].flatMap((times, digit) =>
      Array.from({ length: times }, () => ({ registered: 2_000, cast: 500 + digit, leader: 100 })),
    );

    const [row] = lastDigits('turnout', aSample({ N1: ends }), country);

    // (16 - 20)^2 / 20 + 8 (18 - 20)^2 / 20 + (40 - 20)^2 / 20 = 0.8 + 1.6 + 20
    expect(row).toMatchObject({
      value: '22.400',
      expected: '9.000',
      limit: '27.877',
      stations: 200,
      flagged: false,
    });
  });

  test('are flagged where a fifth of the votes is rounded to tens, and not before', () => {
    const stations = honest(1_000, 4);
    const rounded = stations.map((one, index) =>
      index % 5 === 0 ? { ...one, leader: one.leader - (one.leader % 10) } : one,
    );
    const flag = (list: Numbers[]) =>
      [...lastDigits('leader-votes', aSample({ N1: list }), country)].map(({ flagged }) => flagged);

    expect([flag(stations), flag(rounded)]).toEqual([[false], [true]]);
  });

  test('the second digit is never flagged, however far it is from the law', () => {
    const same = Array.from({ length: 200 }, () => ({ registered: 2_000, cast: 1_000, leader: 555 }));

    const [row] = secondDigits(aSample({ N1: same }), country);

    expect(row).toMatchObject({ limit: null, flagged: false });
    expect(Number(row?.value)).toBeGreaterThan(1_000);
  });
});
