import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { TwoRound } from '../../../functions/model/generated/election.ts';
import { type Figures, ids, inputOf, options, president, told } from '../support.ts';

const tied = { A: 40, B: 30, C: 30 };

test.each<[string, TwoRound, object]>([
  [
    'all the tied go on',
    { ...president, runoffTie: 'all-tied-advance' },
    { status: 'runoff', options: ['A', 'B', 'C'] },
  ],
  [
    'the one registered earlier goes on',
    { ...president, runoffTie: 'earlier-registration' },
    { status: 'runoff', options: ['A', 'B'] },
  ],
  [
    'a lot is drawn',
    { ...president, runoffTie: 'lots' },
    { status: 'lots-required', ties: [{ options: ['B', 'C'], seats: 1 }] },
  ],
])('of those tied for the second place, %s', (_what, system, outcome) => {
  expect(allocate(inputOf(system, tied)).outcome).toMatchObject(outcome);
});

test('the lot that was drawn for the second place decides who goes on', () => {
  const lots = [{ among: ids('C', 'B'), seats: 1, won: ids('C'), source: 'Minutes' }];

  const { outcome, steps } = told(
    inputOf({ ...president, runoffTie: 'lots', runoffTieLaw: 'art-1' }, tied, { lots }),
  );

  expect(outcome).toEqual({ status: 'runoff', options: ['A', 'C'] });
  expect(steps).toContainEqual({
    rule: 'tie',
    law: 'art-1',
    options: ['B', 'C'],
    seats: 1,
    by: 'lots',
    won: ['C'],
    source: 'Minutes',
  });
});

test('a place of registration that is not stated leaves the second place open, with how to mend it', () => {
  const ballot = options('candidate', ['A', 'B', 'C']).map(({ registration: _, ...option }) => option);

  const { outcome } = allocate(
    inputOf({ ...president, runoffTie: 'earlier-registration' }, tied, { options: ballot }),
  );

  expect(outcome).toMatchObject({
    status: 'undetermined',
    code: 'registration-missing',
    reason: expect.stringContaining('B, C'),
  });
});

test('more than two advance where the law says so, and those with a share beside them', () => {
  const votes = { A: 40, B: 25, C: 20, D: 15, registered: 150 };
  const advanceShare = { percent: '12.5', base: 'registered', inclusive: true } as const;

  expect(allocate(inputOf({ ...president, advance: 3 }, votes)).outcome).toEqual({
    status: 'runoff',
    options: ['A', 'B', 'C'],
  });
  // France: 12.5 % of the registered voters, that is 18.75 of 150; at least the first two.
  const { outcome, steps } = told(inputOf({ ...president, advanceShare }, votes));
  expect(outcome).toEqual({ status: 'runoff', options: ['A', 'B', 'C'] });
  expect(steps).toContainEqual(
    expect.objectContaining({ condition: 'minimum', option: 'D', result: 'fails' }),
  );
  expect(steps.at(-1)).toMatchObject({ rule: 'runoff', places: 2 });
});

test('those tied for the second place all go on where each has the share', () => {
  const advanceShare = { percent: '12.5', base: 'registered', inclusive: true } as const;

  expect(allocate(inputOf({ ...president, advanceShare }, { ...tied, registered: 150 })).outcome).toEqual({
    status: 'runoff',
    options: ['A', 'B', 'C'],
  });
});

test('the majority does not suffice without the other share', () => {
  const system: TwoRound = { ...president, minimum: { percent: '25', base: 'registered', inclusive: true } };

  expect(allocate(inputOf(system, { A: 60, B: 40, registered: 240 })).outcome).toEqual({
    status: 'elected',
    option: 'A',
  });
  expect(allocate(inputOf(system, { A: 60, B: 40, registered: 241 })).outcome).toEqual({
    status: 'runoff',
    options: ['A', 'B'],
  });
  expect(allocate(inputOf(system, { A: 60, B: 40 })).outcome).toMatchObject({ status: 'undetermined' });
});

test('a round in which too few took part is void', () => {
  const system: TwoRound = { ...president, turnout: { percent: '50', base: 'registered', inclusive: false } };

  expect(allocate(inputOf(system, { A: 40, B: 10, cast: 50, registered: 100 })).outcome).toEqual({
    status: 'repeat-election',
    seats: [],
    reason: 'turnout',
  });
});

test.each<[NonNullable<TwoRound['secondRoundTie']>, object]>([
  ['repeat-voting', { status: 'repeat-voting', options: ['A', 'B'] }],
  ['repeat-election', { status: 'repeat-election', reason: 'tie' }],
  ['earlier-registration', { status: 'elected', option: 'A' }],
  ['lots', { status: 'lots-required', ties: [{ options: ['A', 'B'], seats: 1 }] }],
])('a tie in the second round: %s', (secondRoundTie, outcome) => {
  expect(
    allocate(inputOf({ ...president, round: 2, secondRoundTie }, { A: 40, B: 40 })).outcome,
  ).toMatchObject(outcome);
});

const figures = fc
  .array(fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 10n ** 20n)), { minLength: 1, maxLength: 9 })
  .map((counts): Figures => Object.fromEntries(counts.map((count, index) => [`C${index}`, count])));

test('whoever goes on has no fewer votes than anybody who does not, and more than half elects', () => {
  fc.assert(
    fc.property(figures, fc.integer({ min: 2, max: 4 }), (votes, advance) => {
      const { outcome } = allocate(inputOf({ ...president, advance, runoffTie: 'all-tied-advance' }, votes));
      const votesOf = (option: string) => BigInt(votes[option] ?? 0);
      const all = Object.values(votes).reduce<bigint>((sum, count) => sum + BigInt(count), 0n);
      if (outcome.status === 'elected') expect(votesOf(outcome.option) * 2n).toBeGreaterThan(all);
      if (outcome.status !== 'runoff') return;
      const least = outcome.options.map(votesOf).reduce((a, b) => (a < b ? a : b));
      for (const option of Object.keys(votes)) {
        expect(votesOf(option) * 2n).toBeLessThanOrEqual(all);
        if (!outcome.options.some((on) => on === option)) expect(votesOf(option)).toBeLessThan(least);
      }
    }),
    { numRuns: 1000 },
  );
});
