import { describe, expect, test } from 'vitest';
import { correlations, pearson, rank } from '../../../functions/publish/indicators/correlation.ts';
import { aSample, country, generator, honest, type Numbers } from './support.ts';

describe('correlation', () => {
  // Spearman's of hours of television and intelligence, as on Wikipedia; Anscombe (1973), first of the quartet.
  test('gives the published values', () => {
    const iq = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    const x = Float64Array.of(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
    const y = Float64Array.of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);

    expect(pearson(rank(iq), rank(hours))).toBeCloseTo(-29 / 165, 12);
    expect(pearson(x, y)).toBeCloseTo(0.81642, 5);
  });

  test('gives equal values the mean of their ranks, and nothing where all are equal', () => {
    expect([...rank(Float64Array.of(3, 1, 3, 2))]).toEqual([3.5, 1, 3.5, 2]);
    expect(pearson(new Float64Array(30).fill(0.1), Float64Array.from({ length: 30 }, Math.sqrt))).toBeNull();
  });

  test('is near zero in an honest election, far above it where votes are stuffed, and never flagged', () => {
    const stations = honest(500, 5);
    const random = generator(6);
    const stuffed = stations.map(({ registered, cast, leader }) => {
      const more = Math.floor((registered - cast) * random());
      return { registered, cast: cast + more, leader: leader + more };
    });
    const values = (list: Numbers[]) => [...correlations(aSample({ N1: list }), country)];

    for (const { value, flagged } of values(stations)) {
      expect(Math.abs(Number(value))).toBeLessThan(0.15);
      expect(flagged).toBe(false);
    }
    for (const { value } of values(stuffed)) expect(Number(value)).toBeGreaterThan(0.4);
  });
});
