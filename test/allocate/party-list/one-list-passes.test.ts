import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { inputOf, kazakhstan, partyList, seatsOf, told } from '../support.ts';

test('admits the next list, times 0.7, and gives the seats left over to the list that passed', () => {
  // Quota 980/69; A 66.18, B 2.816 × 0.7 = 1.97, raised to 2.
  const { outcome, steps } = told(inputOf(kazakhstan(69, '5'), { A: 940, B: 40, C: 20, against: 20 }));

  expect(seatsOf(outcome)).toEqual({ A: 67, B: 2, C: 0 });
  expect(steps).toContainEqual(
    expect.objectContaining({
      rule: 'one-list-passes',
      applied: 'admit-next',
      passed: 'A',
      admitted: 'B',
      factor: { exact: '7/10', decimal: '0.700000' },
    }),
  );
  expect(steps).toContainEqual(
    expect.objectContaining({
      rule: 'whole-seats',
      option: 'B',
      quotient: { exact: '69/35', decimal: '1.971429' },
      seats: 1,
    }),
  );
  expect(steps).toContainEqual(
    expect.objectContaining({ rule: 'minimum-seats', option: 'B', from: 1, seats: 2 }),
  );
  expect(steps.at(-1)).toMatchObject({ rule: 'leftover-seats', option: 'A', from: 66, seats: 67 });
});

test('needs no minimum where the reduced share is above it', () => {
  const { outcome, steps } = told(inputOf(kazakhstan(98, '7'), { A: 930, B: 69, C: 1 }));

  expect(seatsOf(outcome)).toEqual({ A: 94, B: 4, C: 0 });
  expect(steps.some(({ rule }) => rule === 'minimum-seats')).toBe(false);
});

test('the minimum comes before the whole seats of the list that passed', () => {
  expect(seatsOf(allocate(inputOf(kazakhstan(5, '5'), { A: 99, B: 1 })).outcome)).toEqual({ A: 3, B: 2 });
});

test('a minimum that leaves nothing to the list that passed decides nothing', () => {
  expect(allocate(inputOf(kazakhstan(2, '5'), { A: 99, B: 1 })).outcome).toMatchObject({
    status: 'undetermined',
    code: 'minimum-too-great',
  });
});

test('a tie for the next place is not decided: the law is silent', () => {
  const { outcome } = allocate(inputOf(kazakhstan(69, '5'), { A: 92, B: 4, C: 4 }));

  expect(outcome).toMatchObject({
    status: 'undetermined',
    code: 'second-place-tied',
    reason: expect.stringContaining('B, C'),
  });
});

test('where no other list has votes, the list that passed takes every seat', () => {
  expect(seatsOf(allocate(inputOf(kazakhstan(69, '5'), { A: 92, B: 0, C: 0 })).outcome)).toEqual({
    A: 69,
    B: 0,
    C: 0,
  });
});

test.each([[{ rule: 'takes-all' } as const], [undefined]])('takes every seat under %j', (oneListPasses) => {
  const threshold = { percent: '5', base: 'valid-votes', inclusive: true } as const;
  const { outcome, steps } = told(inputOf(partyList(69, { threshold, oneListPasses }), { A: 96, B: 4 }));

  expect(seatsOf(outcome)).toEqual({ A: 69, B: 0 });
  expect(steps).toContainEqual(
    expect.objectContaining({ rule: 'one-list-passes', applied: 'takes-all', admitted: null }),
  );
});
