import { expect, test } from 'vitest';
import { allocate } from '../../../../functions/allocate/allocate.ts';
import type { PartyList } from '../../../../functions/model/generated/election.ts';
import { type Figures, ids, inputOf, partyList, seatsOf, told } from '../../support.ts';

type Threshold = NonNullable<PartyList['threshold']>;

const five = { percent: '5', base: 'valid-votes', inclusive: true } as const;

function stepsOf(threshold: Threshold, votes: Figures, kinds: Readonly<Record<string, string>> = {}) {
  const input = inputOf(partyList(10, { threshold }), votes);
  const options = input.contest.options.map((option) => {
    const listKind = kinds[option.id];
    return listKind === undefined ? option : { ...option, listKind };
  });
  const held = new Map(ids('C').map((option) => [option, 3]));
  return told({ ...input, contest: { ...input.contest, options }, held }).steps;
}

test('a kind of list has a share of its own, by its own article', () => {
  const threshold = { ...five, byKind: [{ listKind: 'coalition', percent: '8', law: 'art-1' }] };

  const steps = stepsOf(threshold, { A: 86, B: 7, C: 7 }, { B: 'coalition' });

  expect(steps.find(({ rule }) => rule === 'admitted')).toMatchObject({ options: ['A', 'C'] });
  expect(steps[2]).toMatchObject({
    option: 'B',
    listKind: 'coalition',
    law: 'art-1',
    required: { exact: '8' },
  });
});

test('an exempt list passes with any votes, and not without', () => {
  const threshold = { ...five, exempt: ids('B', 'C'), exemptLaw: 'art-1' };

  const steps = stepsOf(threshold, { A: 99, B: 1, C: 0 });

  expect(steps.find(({ rule }) => rule === 'admitted')).toMatchObject({ options: ['A', 'B'] });
  expect(steps[2]).toMatchObject({ option: 'B', exempt: true, passes: true, law: 'art-1' });
});

test('one of several conditions is enough, or all are needed', () => {
  const conditions = [five, { heldSeats: 3, law: 'art-1' }];
  const votes = { A: 90, B: 6, C: 4 };

  const any = stepsOf({ any: conditions }, votes);
  const all = stepsOf({ all: conditions, law: 'art-97-1' }, votes);

  expect(any.find(({ rule }) => rule === 'admitted')).toMatchObject({
    options: ['A', 'B', 'C'],
    conditions: 'any',
  });
  expect(any).toContainEqual({
    rule: 'held-threshold',
    law: 'art-1',
    option: 'C',
    held: 3,
    required: 3,
    passes: true,
  });
  expect(all.find(({ rule }) => rule === 'admitted')).toEqual({
    rule: 'admitted',
    law: 'art-97-1',
    conditions: 'all',
    options: [],
  });
});

test('a share that the law rounds is rounded half up before it is compared', () => {
  const votes = { A: 9099, B: 450, C: 449, D: 2 };

  const steps = stepsOf({ ...five, decimals: 0 }, votes);

  expect(steps.find(({ rule }) => rule === 'admitted')).toMatchObject({ options: ['A', 'B'] });
  expect(steps[2]).toMatchObject({
    option: 'B',
    share: { exact: '9/2' },
    rounded: { exact: '5' },
    percent: { exact: '5' },
    passes: true,
  });
  expect(stepsOf({ ...five, decimals: 0, inclusive: false }, votes)[2]).toMatchObject({ passes: false });
  expect(stepsOf({ ...five, decimals: 1 }, votes)[2]).toMatchObject({
    rounded: { exact: '9/2' },
    passes: false,
  });
});

test.each([
  ['undetermined', { status: 'undetermined', code: 'no-list-passes' }],
  ['repeat-voting', { status: 'repeat-voting', options: ['A', 'B', 'C'] }],
  ['seats-vacant', { status: 'allocated', vacant: 3 }],
] as const)('when no list passes and the law says %s, so it is', (rule, expected) => {
  const system = partyList(3, {
    threshold: { ...five, percent: '50' },
    noListPasses: { rule, law: 'art-1' },
  });

  const { outcome, steps } = told(inputOf(system, { A: 10, B: 10, C: 10, D: 0 }));

  expect(outcome).toMatchObject(expected);
  expect(steps.at(-1)).toMatchObject({
    rule: 'no-list-passes',
    law: 'art-1',
    applied: rule,
    options: ['A', 'B', 'C'],
  });
});

test('or every list with votes takes part', () => {
  const system = partyList(3, {
    threshold: { ...five, percent: '50' },
    noListPasses: { rule: 'all-admitted' },
  });

  expect(seatsOf(allocate(inputOf(system, { A: 10, B: 10, C: 10, D: 0 })).outcome)).toEqual({
    A: 1,
    B: 1,
    C: 1,
    D: 0,
  });
});
