import { expect, test } from 'vitest';
import { allocate } from '../../../../functions/allocate/allocate.ts';
import type { HighestAverages, PartyList } from '../../../../functions/model/generated/election.ts';
import { type Figures, ids, inputOf, partyList, seatsOf, told } from '../../support.ts';

function system(
  seats: number,
  changes: Partial<HighestAverages>,
  others: Partial<PartyList> = {},
): PartyList {
  return partyList(seats, {
    formula: { type: 'highest-averages', divisors: 'dhondt', ...changes },
    ...others,
  });
}

function outcomeOf(seats: number, changes: Partial<HighestAverages>, votes: Figures) {
  return allocate(inputOf(system(seats, changes), votes)).outcome;
}

test('tells the divisors, and each seat with its quotient and the standing after it', () => {
  const { steps } = told(inputOf(system(3, { law: 'art-1' }), { A: 6, B: 4, C: 1 }));

  expect(steps.slice(1)).toEqual([
    { rule: 'divisors', law: 'art-1', divisors: 'dhondt', votes: 11, seats: 3 },
    expect.objectContaining({
      rule: 'divisor-seat',
      option: 'A',
      held: 0,
      quotient: { exact: '6', decimal: '6.000000' },
    }),
    expect.objectContaining({ option: 'B', held: 0, divisor: { exact: '1', decimal: '1.000000' } }),
    {
      rule: 'divisor-seat',
      law: 'art-1',
      option: 'A',
      votes: 6,
      held: 1,
      divisor: { exact: '2', decimal: '2.000000' },
      quotient: { exact: '3', decimal: '3.000000' },
      squared: false,
      standing: [
        { option: 'A', seats: 2 },
        { option: 'B', seats: 1 },
        { option: 'C', seats: 0 },
      ],
    },
  ]);
});

test('modified Sainte-Laguë takes 21 and 45 with two seats for a tie: 21 / 1.4 is 45 / 3', () => {
  const { outcome, steps } = told(
    inputOf(system(2, { divisors: 'sainte-lague', first: '1.4' }), { A: 21, B: 45 }),
  );

  expect(outcome).toMatchObject({ status: 'lots-required', ties: [{ options: ['A', 'B'], seats: 1 }] });
  expect(steps[1]).toMatchObject({ rule: 'divisors', first: { exact: '7/5' } });
});

test('is exact where doubles are not: 2^53 against 2^53 + 1 for one seat', () => {
  for (const divisors of ['dhondt', 'sainte-lague', 'danish', 'imperiali', 'macau'] as const)
    expect(seatsOf(outcomeOf(1, { divisors }, { A: 2n ** 53n, B: 2n ** 53n + 1n }))).toEqual({ A: 0, B: 1 });
});

test('compares squares by Huntington-Hill, and states them as such', () => {
  const { steps } = told(inputOf(system(3, { divisors: 'huntington-hill' }), { A: 3, B: 1 }));

  expect(steps.at(-1)).toMatchObject({
    option: 'A',
    held: 1,
    divisor: { exact: '2' },
    quotient: { exact: '9/2' },
    squared: true,
  });
});

test('a first divisor of zero gives every list with votes a seat, and a tie where they are too few', () => {
  const votes = { A: 100, B: 1, C: 0 };

  for (const divisors of ['adams', 'dean', 'huntington-hill'] as const) {
    expect(seatsOf(outcomeOf(2, { divisors }, votes))).toEqual({ A: 1, B: 1, C: 0 });
    expect(outcomeOf(1, { divisors }, votes)).toMatchObject({
      status: 'lots-required',
      ties: [{ options: ['A', 'B'], seats: 1 }],
    });
  }
});

test('a tie is broken by the rules of the law, and the seat is told after it', () => {
  const { outcome, steps } = told(
    inputOf(system(1, {}, { ties: ['earlier-registration'], tiesLaw: 'art-1' }), { A: 5, B: 5 }),
  );

  expect(seatsOf(outcome)).toEqual({ A: 1, B: 0 });
  expect(steps.slice(-2)).toMatchObject([
    { rule: 'tie', law: 'art-1', by: 'earlier-registration', won: ['A'] },
    { rule: 'divisor-seat', option: 'A', quotient: { exact: '5' } },
  ]);
});

test('a lot decides only the tie that it was drawn for', () => {
  const lot = { among: ids('A', 'B', 'C'), seats: 2, won: ids('C', 'A'), source: 'drawn in public' };
  const input = inputOf(system(2, {}), { A: 5, B: 5, C: 5 }, { lots: [lot] });

  expect(seatsOf(allocate(input).outcome)).toEqual({ A: 1, B: 0, C: 1 });
  expect(allocate({ ...input, system: system(1, {}) }).outcome).toMatchObject({
    status: 'lots-required',
    ties: [{ options: ['A', 'B', 'C'], seats: 1 }],
  });
});

test('does not reach past the end of listed divisors: seats stay empty', () => {
  const { outcome, steps } = told(inputOf(system(5, { divisors: { sequence: ['1', '3'] } }), { A: 9, B: 1 }));

  expect(outcome).toMatchObject({ status: 'allocated', vacant: 1 });
  expect(seatsOf(outcome)).toEqual({ A: 2, B: 2 });
  expect(steps.at(-1)).toEqual({ rule: 'vacant-seats', seats: 1 });
});

test('says so when the divisors do not ascend', () => {
  expect(outcomeOf(2, { divisors: { sequence: ['3', '1'] } }, { A: 1 })).toMatchObject({
    status: 'undetermined',
    code: 'divisors-unordered',
    reason: expect.stringContaining('election.json'),
  });
});

test('begins after the seats that a list holds from another contest, where the law counts them', () => {
  const input = inputOf(system(2, { heldSeats: 'counted' }), { A: 100, B: 60 });
  const [a] = ids('A');

  const { outcome, steps } = told({ ...input, held: new Map(a ? [[a, 3]] : []) });

  expect(seatsOf(outcome)).toEqual({ A: 0, B: 2 });
  expect(steps.at(-1)).toMatchObject({ option: 'B', held: 1 });
  expect(seatsOf(allocate({ ...input, system: system(2, {}) }).outcome)).toEqual({ A: 1, B: 1 });
});

test('makes no step before the trace is read: a million seats are given at once', () => {
  const { outcome, steps } = allocate(inputOf(system(1_000_000, {}), { A: 2, B: 1 }));
  const [, , firstSeat] = steps;

  expect(seatsOf(outcome)).toEqual({ A: 666_667, B: 333_333 });
  expect(firstSeat).toMatchObject({ rule: 'divisor-seat', option: 'A', held: 0 });
});

test('gives no seat of none', () => {
  expect(seatsOf(outcomeOf(0, {}, { A: 5, B: 4 }))).toEqual({ A: 0, B: 0 });
});
