import { expect, test } from 'vitest';
import { allocate } from '../../../../functions/allocate/allocate.ts';
import type { Share } from '../../../../functions/model/generated/election.ts';
import { type Figures, inputOf, kazakhstan, partyList, told } from '../../support.ts';

const five: Share = { percent: '5', base: 'valid-votes', inclusive: true };

function passing(threshold: Share, votes: Figures): unknown {
  const { steps } = told(inputOf(partyList(10, { threshold }), votes));
  return steps.find(({ rule }) => rule === 'admitted');
}

test('five of a hundred pass five percent when inclusive, and only then', () => {
  expect(passing(five, { A: 95, B: 5 })).toMatchObject({ options: ['A', 'B'] });
  expect(passing({ ...five, inclusive: false }, { A: 95, B: 5 })).toMatchObject({ options: ['A'] });
});

test('one vote decides at any size', () => {
  expect(passing(five, { A: 95n * 10n ** 18n, B: 5n * 10n ** 18n - 1n, C: 1n })).toMatchObject({
    options: ['A'],
  });
});

test('votes against all raise the threshold of valid votes, not that of option votes', () => {
  expect(passing(five, { A: 95, B: 5, against: 1 })).toMatchObject({ options: ['A'] });
  expect(passing({ ...five, base: 'option-votes' }, { A: 95, B: 5, against: 1 })).toMatchObject({
    options: ['A', 'B'],
  });
});

test('of those who took part: as reported, else all ballots found', () => {
  const cast: Share = { ...five, base: 'cast' };

  expect(passing(cast, { A: 95, B: 5, cast: 101 })).toMatchObject({ options: ['A'] });
  expect(passing(cast, { A: 95, B: 5, invalid: 1 })).toMatchObject({ options: ['A'] });
  expect(passing(cast, { A: 95, B: 5, invalid: 0 })).toMatchObject({ options: ['A', 'B'] });
});

test('a base that was not published is named, and nothing is decided', () => {
  const { outcome, steps } = told(
    inputOf(partyList(10, { threshold: { ...five, base: 'registered' } }), { A: 95, B: 5 }),
  );

  expect(outcome).toMatchObject({
    status: 'undetermined',
    code: 'figures-missing',
    reason: expect.stringContaining('registered'),
  });
  expect(steps).toEqual([
    expect.objectContaining({ rule: 'base', votes: null, atLeast: 100, missing: ['registered'] }),
  ]);
});

test('names a line of the ballot whose votes were not published, and counts it as none', () => {
  const input = inputOf(partyList(20, { threshold: five }), { A: 95, B: 5, against: 0 });
  const totals = input.totals.map((total) => ({ ...total, values: new Map([...total.values].slice(0, 2)) }));

  const { outcome, steps } = told({ ...input, totals });

  expect(outcome.status).toBe('allocated');
  expect(steps[0]).toMatchObject({ rule: 'base', votes: null, atLeast: 100, missing: ['against'] });
});

test('when no list passes the law is silent, and so is the outcome', () => {
  const { outcome } = allocate(inputOf(kazakhstan(69, '5'), { A: 4, B: 3, against: 93 }));

  expect(outcome).toMatchObject({
    status: 'undetermined',
    code: 'no-list-passes',
    reason: expect.stringContaining('silent'),
  });
});

test('a list without votes never passes, not even nought percent', () => {
  expect(passing({ ...five, percent: '0' }, { A: 1, B: 0 })).toMatchObject({ options: ['A'] });
});
