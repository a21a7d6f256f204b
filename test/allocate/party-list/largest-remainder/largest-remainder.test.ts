import { expect, test } from 'vitest';
import { allocate } from '../../../../functions/allocate/allocate.ts';
import { inputOf, partyList, seatsOf, told } from '../../support.ts';

test('tells the quota, whole seats and each remainder seat exactly, with the standing after it', () => {
  const { steps } = told(inputOf(partyList(4), { A: 5, B: 3, C: 1 }));

  expect(steps.map(({ rule }) => rule)).toEqual([
    'admitted',
    'quota',
    'whole-seats',
    'whole-seats',
    'whole-seats',
    'remainder-seat',
  ]);
  expect(steps[1]).toMatchObject({ votes: 9, seats: 4, value: { exact: '9/4', decimal: '2.250000' } });
  expect(steps[2]).toMatchObject({ option: 'A', quotient: { exact: '20/9' }, seats: 2 });
  expect(steps[5]).toMatchObject({
    option: 'C',
    remainder: { exact: '4/9', decimal: '0.444444' },
    standing: [
      { option: 'A', seats: 2 },
      { option: 'B', seats: 1 },
      { option: 'C', seats: 1 },
    ],
  });
});

test('leaves equal remainders to lots: 2, 2, 1 with 19 seats', () => {
  const { outcome } = allocate(inputOf(partyList(19), { A: 2, B: 2, C: 1 }));

  expect(outcome).toEqual({
    status: 'lots-required',
    seats: [
      { option: 'A', seats: 7 },
      { option: 'B', seats: 7 },
      { option: 'C', seats: 4 },
    ],
    ties: [{ options: ['A', 'B'], seats: 1 }],
  });
});

test('is exact where doubles are not: 2^53 against 2^53 + 1 for one seat', () => {
  const { outcome } = allocate(inputOf(partyList(1), { A: 2n ** 53n, B: 2n ** 53n + 1n }));

  expect(seatsOf(outcome)).toEqual({ A: 0, B: 1 });
});

test.each([
  [3, { A: 60000, B: 160001, C: 79999 }, { A: 0, B: 2, C: 1 }],
  [3, { A: 2, B: 9 }, { A: 1, B: 2 }],
  [6, { A: 30, B: 20, C: 10 }, { A: 3, B: 2, C: 1 }],
  [10_000, { A: 4 * 10 ** 15, B: 3 * 10 ** 15, C: 3 * 10 ** 15 }, { A: 4000, B: 3000, C: 3000 }],
])('gives %i seats as others fail to', (seats, votes, expected) => {
  expect(seatsOf(allocate(inputOf(partyList(seats), votes)).outcome)).toEqual(expected);
});

test('a list that exactly reaches 7 percent takes part: 60, 33, 7 with 20 seats', () => {
  const threshold = { percent: '7', base: 'valid-votes', inclusive: true } as const;

  expect(seatsOf(allocate(inputOf(partyList(20, { threshold }), { A: 60, B: 33, C: 7 })).outcome)).toEqual({
    A: 12,
    B: 7,
    C: 1,
  });
});

test('gives nothing to a withdrawn list, and leaves its votes in the base of the threshold', () => {
  const threshold = { percent: '10', base: 'option-votes', inclusive: true } as const;
  const input = inputOf(partyList(10, { threshold }), { A: 60, B: 9, C: 31 });
  const contest = {
    ...input.contest,
    options: input.contest.options.map((option) => ({ ...option, withdrawn: option.id === 'C' })),
  };

  const { outcome } = allocate({ ...input, contest });

  expect(seatsOf(outcome)).toEqual({ A: 10, B: 0, C: 0 });
});

test('says so when nobody has voted for a list', () => {
  expect(allocate(inputOf(partyList(3), { A: 0, B: 0, against: 5 })).outcome).toMatchObject({
    status: 'undetermined',
    code: 'nobody-voted',
  });
});

test('does not take votes that were not published for none', () => {
  const input = inputOf(partyList(3), { A: 5, B: 3 });
  const missing = allocate({
    ...input,
    totals: input.totals.map((total) => ({ ...total, values: new Map([...total.values].slice(0, 1)) })),
  });

  expect(missing.outcome).toMatchObject({
    status: 'undetermined',
    code: 'figures-missing',
    reason: expect.stringContaining('B'),
  });
});

test('gives no result where no votes have been published', () => {
  const nothing = allocate({ ...inputOf(partyList(3), { A: 5, B: 3 }), totals: [] });

  expect(nothing).toMatchObject({ outcome: { status: 'no-results' }, reported: 0, provisional: true });
});

test.each([
  [null, true],
  [2, true],
  [1, false],
  [0, false],
])('with %s protocols expected and one reported, provisional is %s', (expected, provisional) => {
  expect(allocate({ ...inputOf(partyList(3), { A: 5, B: 3 }), expected })).toMatchObject({
    provisional,
    reported: 1,
    expected,
  });
});

test('keeps lists apart whose ids are names of members of every object', () => {
  const votes = Object.fromEntries([
    ['constructor', 2],
    ['toString', 1],
  ]);

  expect(seatsOf(allocate(inputOf(partyList(3), votes)).outcome)).toEqual(votes);
});
