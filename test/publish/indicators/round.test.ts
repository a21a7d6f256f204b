import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeAt, roundShares } from '../../../functions/publish/indicators/round.ts';
import { aSample, country, honest } from './support.ts';

describe('round percentages', () => {
  test.each([
    [50, 100, { counts: 5, round: true }],
    [51, 100, { counts: 5, round: false }],
    [2, 100, null],
    [98, 100, null],
    [333, 1_000, { counts: 50, round: false }],
    [350, 1_000, { counts: 50, round: true }],
    [52, 103, { counts: 6, round: true }],
  ])('%i of %i', (part, whole, range) => {
    expect(rangeAt(part, whole)).toEqual(range);
  });

  test('every range between 2.5 and 97.5 percent holds one round count, and the chances of its counts sum to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3_000 }), (whole) => {
        const all = Array.from({ length: whole + 1 }, (_, part) => rangeAt(part, whole)).filter(
          (one) => one !== null,
        );
        const chances = all.reduce((sum, { counts }) => sum + 1 / counts, 0);

        expect(all.filter(({ round }) => round)).toHaveLength(19);
        expect(chances).toBeCloseTo(19, 9);
      }),
    );
  });

  test('are found where a tenth of the stations is made up to them, and not before', () => {
    const stations = honest(1_000, 2);
    const madeUp = stations.map((one, index) =>
      index % 10 === 0 ? { ...one, cast: Math.floor((one.registered * 85) / 100 + 0.5) } : one,
    );

    expect([...roundShares('turnout', aSample({ N1: stations }), country)]).toMatchObject([
      { flagged: false },
    ]);
    expect([...roundShares('turnout', aSample({ N1: madeUp }), country)]).toMatchObject([
      { flagged: true, stations: 1_000, option: null },
    ]);
  });

  test('are not looked for among fewer than a hundred stations', () => {
    expect([...roundShares('turnout', aSample({ N1: honest(99, 3) }), country)]).toEqual([]);
  });
});
