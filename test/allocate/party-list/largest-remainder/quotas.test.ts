import { expect, test } from 'vitest';
import { allocate } from '../../../../functions/allocate/allocate.ts';
import type { LargestRemainder } from '../../../../functions/model/generated/election.ts';
import { ids, inputOf, partyList, seatsOf, told } from '../../support.ts';

function system(seats: number, changes: Partial<LargestRemainder>) {
  return partyList(seats, { formula: { type: 'largest-remainder', quota: 'hare', ...changes } });
}

test.each([
  ['hare', '100/3'],
  ['droop', '26'],
  ['hagenbach-bischoff', '25'],
  ['hagenbach-bischoff-rounded', '25'],
  ['imperiali', '20'],
] as const)('a seat costs by %s %s of 100 votes with 3 seats', (quota, value) => {
  const { steps } = told(inputOf(system(3, { quota }), { A: 60, B: 40 }));

  expect(steps[1]).toMatchObject({ rule: 'quota', quota, votes: 100, seats: 3, value: { exact: value } });
});

test('the rounded quota is rounded half up', () => {
  const { steps } = told(inputOf(system(1, { quota: 'hagenbach-bischoff-rounded' }), { A: 3, B: 2 }));

  expect(steps[1]).toMatchObject({ value: { exact: '3' } });
});

test('a quota rounded to nothing is told, and divides nothing', () => {
  const { outcome } = allocate(inputOf(system(9, { quota: 'hagenbach-bischoff-rounded' }), { A: 1, B: 2 }));

  expect(outcome).toMatchObject({ status: 'undetermined', code: 'quota-zero' });
});

test('whole parts that come to too many fail unless the law says how: 50, 50 with one seat', () => {
  const { outcome, steps } = told(inputOf(system(1, { quota: 'hagenbach-bischoff' }), { A: 50, B: 50 }));

  expect(outcome).toMatchObject({
    status: 'undetermined',
    code: 'over-award',
    overAward: 1,
    seats: [
      { option: 'A', seats: 1 },
      { option: 'B', seats: 1 },
    ],
    reason: expect.stringContaining('overAward'),
  });
  expect(steps.at(-1)).toMatchObject({ rule: 'over-award', applied: 'fail', given: 2, seats: 1 });
});

test('takes them from the smallest remainder where the law says so', () => {
  const rule = {
    quota: 'imperiali',
    overAward: 'subtract-smallest-remainder',
    overAwardLaw: 'art-1',
  } as const;
  const votes = { ANO: 73556, PirSTAN: 38628, Spolu: 78163, SPD: 25673 };

  const { outcome, steps } = told(inputOf(system(10, rule), votes));

  expect(seatsOf(outcome)).toEqual({ ANO: 3, PirSTAN: 2, Spolu: 4, SPD: 1 });
  expect(steps.at(-1)).toMatchObject({
    rule: 'subtracted-seat',
    law: 'art-1',
    option: 'ANO',
    remainder: { exact: '664/7715' },
  });
});

test('who are tied for losing a seat draw lots for keeping it', () => {
  const rule = { quota: 'hagenbach-bischoff', overAward: 'subtract-smallest-remainder' } as const;

  expect(allocate(inputOf(system(1, rule), { A: 50, B: 50 })).outcome).toEqual({
    status: 'lots-required',
    seats: [
      { option: 'A', seats: 0 },
      { option: 'B', seats: 0 },
    ],
    ties: [{ options: ['A', 'B'], seats: 1 }],
  });
});

test('more seats left than remainders is told with what was given', () => {
  const { outcome } = allocate(inputOf(system(7, { quota: 'droop' }), { A: 1, B: 1 }));

  expect(outcome).toMatchObject({ status: 'undetermined', code: 'remainders-exhausted', unfilled: 3 });
});

test('after five seats for remainders the rest go to most votes per seat, as in South Africa', () => {
  const small = { D: 670, E: 660, F: 650, G: 640, H: 630, I: 620, J: 610, K: 600 };
  const votes = { A: 5000, B: 690, C: 680, ...small };
  const remainderCap = { seats: 5, after: 'votes-per-seat', law: 'art-1' } as const;

  const { outcome, steps } = told(inputOf(system(16, { quota: 'droop', remainderCap }), votes));

  // A seat costs 674. Whole parts are A 7, B 1, C 1; D to H have the five remainders; A 5000/7 and B 690 are the highest of the rest.
  expect(seatsOf(outcome)).toEqual({ A: 8, B: 2, C: 1, D: 1, E: 1, F: 1, G: 1, H: 1, I: 0, J: 0, K: 0 });
  expect(steps.slice(-3)).toMatchObject([
    { rule: 'remainder-cap', law: 'art-1', cap: 5, left: 2 },
    { rule: 'average-seat', option: 'A', held: 7, average: { exact: '5000/7' } },
    { rule: 'average-seat', option: 'B', held: 1, average: { exact: '690' } },
  ]);
});

test.each(['hare', 'droop', 'hagenbach-bischoff', 'hagenbach-bischoff-rounded', 'imperiali'] as const)(
  'a list that is alone has every seat by %s',
  (quota) => {
    for (const votes of [10, 7, 1000])
      expect(seatsOf(allocate(inputOf(system(7, { quota }), { A: votes, B: 0 })).outcome)).toEqual({
        A: 7,
        B: 0,
      });
  },
);

test('who has no seat has no votes per seat', () => {
  const remainderCap = { seats: 0, after: 'votes-per-seat' } as const;

  expect(
    seatsOf(allocate(inputOf(system(3, { quota: 'hare', remainderCap }), { A: 7, B: 2 })).outcome),
  ).toEqual({
    A: 3,
    B: 0,
  });
  expect(allocate(inputOf(system(1, { quota: 'hare', remainderCap }), { A: 7, B: 2 })).outcome).toMatchObject(
    { status: 'undetermined', code: 'remainders-exhausted' },
  );
});

test('several ties in a run are drawn for one after the other, each by its own lot', () => {
  const remainderCap = { seats: 1, after: 'votes-per-seat' } as const;
  const rule = system(6, { quota: 'hare', remainderCap });
  const votes = { A: 25, B: 25, C: 5, D: 5 };
  const first = { among: ids('A', 'B', 'C', 'D'), seats: 1, won: ids('C'), source: 'the first lot' };
  const second = { among: ids('A', 'B'), seats: 1, won: ids('B'), source: 'the second lot' };

  expect(allocate(inputOf(rule, votes)).outcome).toMatchObject({
    status: 'lots-required',
    ties: [{ options: ['A', 'B', 'C', 'D'], seats: 1 }],
  });
  expect(allocate(inputOf(rule, votes, { lots: [first] })).outcome).toMatchObject({
    status: 'lots-required',
    ties: [{ options: ['A', 'B'], seats: 1 }],
  });
  expect(seatsOf(allocate(inputOf(rule, votes, { lots: [first, second] })).outcome)).toEqual({
    A: 2,
    B: 3,
    C: 1,
    D: 0,
  });
});
