import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { inputOf, president, told } from '../support.ts';

test('exactly half is no majority', () => {
  const { outcome, steps } = told(inputOf(president, { A: 50, B: 30, C: 20 }));

  expect(outcome).toEqual({ status: 'runoff', options: ['A', 'B'] });
  expect(steps).toContainEqual(
    expect.objectContaining({
      rule: 'majority',
      option: 'A',
      required: { exact: '50', decimal: '50.000000' },
      result: 'fails',
    }),
  );
});

test('one vote more than half elects, and exactly half where the law is inclusive', () => {
  expect(allocate(inputOf(president, { A: 51, B: 49 })).outcome).toEqual({ status: 'elected', option: 'A' });
  const inclusive = { ...president, majority: { ...president.majority, inclusive: true } };
  expect(allocate(inputOf(inclusive, { A: 50, B: 30, C: 20 })).outcome).toEqual({
    status: 'elected',
    option: 'A',
  });
});

test('votes against all count in the base', () => {
  expect(allocate(inputOf(president, { A: 50, B: 49, against: 2 })).outcome).toEqual({
    status: 'runoff',
    options: ['A', 'B'],
  });
});

test('two tied at the top are the two of the second round', () => {
  expect(allocate(inputOf(president, { A: 20, B: 40, C: 40 })).outcome).toEqual({
    status: 'runoff',
    options: ['B', 'C'],
  });
});

test.each([
  [{ A: 40, B: 30, C: 30 }, 'B, C'],
  [{ A: 33, B: 33, C: 33 }, 'A, B, C'],
])('who of the tied goes on with %j, the law does not say', (votes, names) => {
  expect(allocate(inputOf(president, votes)).outcome).toMatchObject({
    status: 'undetermined',
    code: 'second-place-tied',
    reason: expect.stringContaining(names),
  });
});

test('without a second candidate there is no second round', () => {
  expect(allocate(inputOf(president, { A: 40, B: 0, against: 60 })).outcome).toMatchObject({
    status: 'undetermined',
    code: 'no-second',
  });
});

test('in the second round more votes suffice, and a tie leads to another vote', () => {
  const second = { ...president, round: 2 } as const;

  expect(allocate(inputOf(second, { A: 40, B: 39, against: 21 })).outcome).toEqual({
    status: 'elected',
    option: 'A',
  });
  expect(allocate(inputOf(second, { A: 40, B: 40 })).outcome).toEqual({
    status: 'repeat-voting',
    options: ['A', 'B'],
  });
});

test('against all without a figure cannot make a majority, but a share that falls short of a part falls short of the whole', () => {
  const without = (votes: { A: number; B: number }) => {
    const input = inputOf(president, { ...votes, against: 0 });
    return allocate({
      ...input,
      totals: input.totals.map((total) => ({ ...total, values: new Map([...total.values].slice(0, 2)) })),
    }).outcome;
  };

  expect(without({ A: 60, B: 40 })).toMatchObject({
    status: 'undetermined',
    code: 'figures-missing',
    reason: expect.stringContaining('against'),
  });
  expect(without({ A: 50, B: 50 })).toEqual({ status: 'runoff', options: ['A', 'B'] });
});
