import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedIn } from '../../../../cli/verify/recompute/expected.ts';
import { areaTree } from '../../../../functions/model/areas.ts';
import type { Area } from '../../../../functions/model/generated/election.ts';
import { expectedStations } from '../../../../functions/model/records/expected.ts';
import { anElection, areaId, councilContest, listContest } from '../../../support/builders.ts';

/** A tree of areas; some state a number of stations, some have stations in a register. */
const trees = fc
  .array(
    fc.record({
      parent: fc.nat(),
      stated: fc.option(fc.nat(9), { nil: undefined }),
      registered: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((nodes) => {
    const areas = nodes.map(
      ({ parent, stated }, index): Area => ({
        id: areaId(`a${index}`),
        type: 'district',
        name: {},
        ...(index > 0 && { parent: areaId(`a${parent % index}`) }),
        ...(stated !== undefined && { stations: stated }),
      }),
    );
    const register = nodes.flatMap(({ registered }, index) =>
      registered === undefined ? [] : [[areaId(`a${index}`), registered] as const],
    );
    return { areas, stations: new Map(register) };
  });

test('expects of every area what the pipeline expects, computed another way', () => {
  fc.assert(
    fc.property(trees, ({ areas, stations }) => {
      const definition = anElection({ areas });

      const expected = expectedIn(definition, listContest(), stations);

      for (const { id } of areas)
        expect(expected.get(id) ?? null).toBe(expectedStations(id, areaTree(definition), stations));
    }),
    { numRuns: 2000 },
  );
});

test('reported by area, an area expects the reporting areas in it', () => {
  const expected = expectedIn(anElection(), councilContest(), new Map());

  expect(Object.fromEntries(expected)).toEqual({ XX: 2, N: 1, N1: 0, N2: 0, S: 1 });
});
