import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOf } from '../../../cli/synthesize/apportion.ts';
import { regionWeights } from '../../../cli/synthesize/regions.ts';
import type { SyntheticStation } from '../../../cli/synthesize/stations.ts';
import { synthesize } from '../../../cli/synthesize/synthesize.ts';
import { readTotals } from '../../../cli/synthesize/totals.ts';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { anElection } from '../../support/builders.ts';
import { aSynthesis, firstContest, totalsOf } from './builders.ts';

test('the stations sum exactly to the totals and keep every bound, for any totals, size and seed', () => {
  const sizes = fc.tuple(...['A', 'B', 'C', 'against-all'].map(() => fc.integer({ min: 0, max: 20_000 })));
  const more = fc.record({
    invalid: fc.nat(500),
    unreturned: fc.nat(500),
    absent: fc.nat(50_000),
    outside: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(sizes, more, fc.integer({ min: 1, max: 300 }), fc.nat(), (votes, extra, stations, seed) => {
      const cast = votes.reduce((sum, count) => sum + count, 0) + extra.invalid;
      const issued = cast + extra.unreturned;
      const counts = {
        registered: issued + extra.absent,
        issued,
        cast,
        invalid: extra.invalid,
        outside: Math.floor(cast * extra.outside),
      };
      const options = aSynthesis({ totals: totalsOf(votes, counts), stations, seed });

      const made = [...synthesize(options).stations()];

      expect(made).toHaveLength(stations);
      expect(sums(made)).toEqual({ ...counts, votes });
      const maximum = BigInt(Math.max(3000, 2 * (Math.floor(counts.registered / stations) + 1)));
      for (const station of made) expectPlausible(station, maximum);
    }),
    { numRuns: 150 },
  );
});

test('keeps to 3,000 voters a station when the totals allow it, even when they only just do', () => {
  const totals = totalsOf([30_000, 20_000, 5_000, 1_000], { registered: 90_000 });

  const made = [...synthesize(aSynthesis({ totals, stations: 30 })).stations()];

  expect(made.every(({ registered }) => registered === 3000n)).toBe(true);
});

test('computes what follows from the published counts and makes up only the rest', () => {
  const { counts } = synthesize(
    aSynthesis({ totals: totalsOf([600, 300, 80, 20], { registered: 2000, cast: 1030 }) }),
  );

  expect(counts).toMatchObject({
    registered: 2000n,
    cast: 1030n,
    invalid: 30n,
    issued: 1032n,
    madeUp: ['issued'],
  });
});

test('leaves out an option whose votes are not known, instead of writing zero', () => {
  const all = totalsOf([600, 300, 80, 20], {});
  const totals = { ...all, votes: new Map([...all.votes].filter(([id]) => id !== 'against-all')) };

  expect(synthesize(aSynthesis({ totals })).options).toEqual(['A', 'B', 'C']);
});

test.each([
  ['totals-inconsistent', { totals: totalsOf([60, 30, 8, 2], { cast: 90 }) }],
  ['totals-inconsistent', { totals: totalsOf([60, 30, 8, 2], { valid: 99 }) }],
  ['totals-inconsistent', { totals: totalsOf([60, 30, 8, 2], { cast: 110, issued: 105 }) }],
  ['totals-inconsistent', { totals: totalsOf([60, 30, 8, 2], { registered: 100, invalid: 3 }) }],
  ['votes-missing', { totals: { votes: new Map(), counts: new Map() } }],
  ['parameter-invalid', { stations: 0 }],
  ['parameter-invalid', { seed: 1.5 }],
  ['already-synthetic', { definition: { ...anElection(), synthetic: { of: anElection().id, seed: 1 } } }],
] as const)('refuses with %s %#', (code, changes) => {
  expect(() => synthesize(aSynthesis(changes))).toThrow(expect.objectContaining({ code }));
});

test('weighs a region as the stations that the definition states, an unknown one as its share of the rest', () => {
  const stated = new Map([
    ['XX', 100],
    ['N', 70],
  ]);
  const definition = anElection();
  const areas = definition.areas.map((area) => ({
    ...area,
    ...(stated.has(area.id) ? { stations: stated.get(area.id) ?? 0 } : {}),
  }));

  expect(regionWeights({ areas }, firstContest(definition)).map(({ weight }) => weight)).toEqual([70, 30]);
});

test('makes 100,000 stations of a real election one at a time, with exact sums', async () => {
  const real = 'examples/kz-mazhilis-2023';
  const definition: ElectionDefinition = JSON.parse(await readFile(`${real}/election.json`, 'utf8'));
  const contest = firstContest(definition);
  const totals = await readTotals(real, contest);
  const synthesis = synthesize({ definition, contest: contest.id, totals, stations: 100_000, seed: 1 });
  const votes = synthesis.options.map(() => 0n);
  let registered = 0n;
  let made = 0;
  let mostHeap = 0;

  for (const station of synthesis.stations()) {
    made += 1;
    registered += station.registered;
    station.votes.forEach((count, index) => {
      votes[index] = (votes[index] ?? 0n) + count;
    });
    if (made % 5000 === 0) mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
  }

  expect(made).toBe(100_000);
  expect(registered).toBe(12_035_578n);
  expect(votes).toEqual([...totals.votes.values()]);
  expect(synthesis.regions).toHaveLength(20);
  expect(mostHeap).toBeLessThan(250 * 2 ** 20);
});

function sums(stations: readonly SyntheticStation[]) {
  const of = (pick: (station: SyntheticStation) => bigint) => Number(sumOf(stations.map(pick)));
  return {
    registered: of(({ registered }) => registered),
    issued: of(({ issued }) => issued),
    cast: of(({ cast }) => cast),
    invalid: of(({ invalid }) => invalid),
    outside: of(({ further }) => further.get('outside') ?? 0n),
    votes: [0, 1, 2, 3].map((index) => of(({ votes }) => votes[index] ?? 0n)),
  };
}

function expectPlausible(
  { registered, issued, cast, invalid, votes, further }: SyntheticStation,
  maximum: bigint,
): void {
  const outside = further.get('outside') ?? 0n;
  expect(registered <= maximum && registered >= issued && issued >= cast).toBe(true);
  expect(cast).toBe(sumOf(votes) + invalid);
  expect([...votes, invalid, outside].every((count) => count >= 0n) && outside <= cast).toBe(true);
}
