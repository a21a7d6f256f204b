import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correlations } from '../../../functions/publish/indicators/correlation.ts';
import { lastDigits, secondDigits } from '../../../functions/publish/indicators/digits.ts';
import { outliers } from '../../../functions/publish/indicators/outliers.ts';
import { roundShares } from '../../../functions/publish/indicators/round.ts';
import { areas, aSample, country, honest, tree } from './support.ts';

test('of two hundred honest elections no more than one in fifty is flagged by an indicator', () => {
  const flagged = { round: 0, digits: 0 };
  for (let seed = 100; seed < 300; seed += 1) {
    const sample = aSample({ N1: honest(150, seed) });
    if ([...roundShares('turnout', sample, country)].some((one) => one.flagged)) flagged.round += 1;
    if ([...lastDigits('turnout', sample, country)].some((one) => one.flagged)) flagged.digits += 1;
  }

  expect(flagged.round).toBeLessThanOrEqual(4);
  expect(flagged.digits).toBeLessThanOrEqual(4);
});

test('whatever the counts, values are decimals or empty, and the same at every call', () => {
  const count = fc.oneof(fc.nat(200), fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER));
  const station = fc.record({ registered: count, cast: count, leader: count });
  fc.assert(
    fc.property(fc.array(station, { minLength: 100, maxLength: 130 }), (stations) => {
      const rows = () => {
        const sample = aSample({ N1: stations });
        return [
          ...roundShares('leader-share', sample, country),
          ...lastDigits('leader-votes', sample, country),
          ...secondDigits(sample, country),
          ...correlations(sample, country),
          ...outliers('turnout', sample, tree, areas),
        ];
      };

      expect(rows()).toEqual(rows());
      for (const { value } of rows()) expect(value ?? '0').toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
    }),
    { numRuns: 30 },
  );
});
