import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { PartyList } from '../../../functions/model/generated/election.ts';
import type { Outcome } from '../../../functions/model/law/allocation.ts';
import { contestId, optionId } from '../../support/builders.ts';
import { type Figures, inputOf, partyList, seatsOf, told } from '../support.ts';

type Overhang = NonNullable<PartyList['compensation']>['overhang'];

function compensated(seats: number, overhang: Overhang, changes: Partial<PartyList> = {}): PartyList {
  const contests = [contestId('district-1')];
  return partyList(seats, { compensation: { contests, overhang, law: 'art-1' }, ...changes });
}

function withHeld(system: PartyList, votes: Figures, held: Readonly<Record<string, number>>) {
  const standing = new Map(Object.entries(held).map(([option, seats]) => [optionId(option), seats]));
  return { ...inputOf(system, votes), held: standing };
}

const votes = { A: 50, B: 30, C: 20 };

test('seats held are part of the share, and the outcome says how many of it they are', () => {
  const { outcome, steps } = told(withHeld(compensated(10, 'kept'), votes, { A: 4, B: 1 }));

  expect(seatsOf(outcome)).toEqual({ A: 5, B: 3, C: 2 });
  expect(outcome).toHaveProperty('held', [
    { option: 'A', seats: 4 },
    { option: 'B', seats: 1 },
    { option: 'C', seats: 0 },
  ]);
  expect(steps.find(({ rule }) => rule === 'held-seats')).toMatchObject({
    law: 'art-1',
    outside: 0,
    seats: 10,
  });
});

test.each<[Overhang, Record<string, number>, number]>([
  ['kept', { A: 5, B: 5, C: 2 }, 12],
  ['absorbed', { A: 4, B: 5, C: 1 }, 10],
  ['none', { A: 5, B: 3, C: 2 }, 10],
])('a list holds two seats more than its share: %s', (overhang, seats, total) => {
  const { outcome } = allocate(withHeld(compensated(10, overhang), votes, { B: 5 }));

  expect(seatsOf(outcome)).toEqual(seats);
  expect(Object.values(seats).reduce((a, b) => a + b)).toBe(total);
});

test('levelled: the house grows until the share is what is held, and a step says to how many', () => {
  const { outcome, steps } = told(withHeld(compensated(10, 'levelled'), votes, { B: 6 }));

  expect(seatsOf(outcome)).toEqual({ A: 9, B: 6, C: 4 });
  expect(steps.find(({ rule }) => rule === 'house')).toEqual({
    rule: 'house',
    law: 'art-1',
    from: 10,
    seats: 19,
    reason: 'levelling',
  });
});

test('levelled: a list that is too short for its share leaves room for others, in the least house', () => {
  const input = withHeld(compensated(10, 'levelled'), votes, { B: 6 });
  const options = input.contest.options.map((option) =>
    option.id === 'A' ? { ...option, listLength: 4 } : option,
  );

  // A has four candidates, so B and C share the others: six for B from a house of 14 on.
  expect(seatsOf(allocate({ ...input, contest: { ...input.contest, options } }).outcome)).toEqual({
    A: 4,
    B: 6,
    C: 4,
  });
});

test('levelled: where a lot decides whether a house suffices, it is drawn first; one that falls elsewhere lets the house grow', () => {
  const lots = (won: string) => ({
    lots: [{ among: [optionId('A'), optionId('B')], seats: 1, won: [optionId(won)], source: 'Minutes' }],
  });
  const input = withHeld(compensated(10, 'levelled'), votes, { B: 5 });
  const drawn = (won: string) => allocate({ ...input, contest: { ...input.contest, ...lots(won) } }).outcome;

  expect(allocate(input).outcome).toMatchObject({ status: 'lots-required', ties: [{ options: ['A', 'B'] }] });
  expect(seatsOf(drawn('B'))).toEqual({ A: 7, B: 5, C: 3 });
  expect(seatsOf(drawn('A'))).toEqual({ A: 8, B: 5, C: 3 });
});

test('each seat beyond a share is a step, and so is the house that grows', () => {
  const { steps } = told(withHeld(compensated(10, 'kept'), votes, { B: 5 }));

  expect(steps.slice(-2)).toEqual([
    {
      rule: 'overhang',
      law: 'art-1',
      option: 'B',
      entitled: 3,
      held: 5,
      overhang: 2,
      treatment: 'kept',
      standing: [
        { option: 'A', seats: 5 },
        { option: 'B', seats: 5 },
        { option: 'C', seats: 2 },
      ],
    },
    { rule: 'house', law: 'art-1', from: 10, seats: 12, reason: 'overhang' },
  ]);
});

test('seats of those without a list that takes part come off the house first', () => {
  const threshold = { percent: '25', base: 'option-votes', inclusive: true } as const;

  const { outcome, steps } = told(
    withHeld(compensated(11, 'kept', { threshold }), votes, { C: 1, nobody: 2 }),
  );

  expect(steps.find(({ rule }) => rule === 'held-seats')).toMatchObject({ outside: 3, house: 11, seats: 8 });
  expect(seatsOf(outcome)).toEqual({ A: 5, B: 3, C: 1 });
});

test('while a contest whose seats count is open, the outcome says so', () => {
  const input = inputOf(compensated(10, 'kept'), votes);
  const linked = [
    { contest: contestId('district-1'), outcome: 'elected', provisional: false },
    { contest: contestId('district-2'), outcome: 'repeat-voting', provisional: false },
  ] as const;

  expect(allocate({ ...input, linked }).outcome).toMatchObject({
    status: 'undetermined',
    code: 'linked-contest-open',
    reason: expect.stringContaining('district-2 (repeat-voting)'),
  });
});

test('seats held that no house could level are named instead of searched for ever', () => {
  const { outcome } = allocate(withHeld(compensated(10, 'levelled'), { A: 10n ** 12n, B: 1 }, { B: 3 }));

  expect(outcome).toMatchObject({ status: 'undetermined', code: 'house-too-great' });
});

test('seats held that take the whole house and more cannot be absorbed', () => {
  expect(allocate(withHeld(compensated(4, 'absorbed'), votes, { B: 5 })).outcome).toMatchObject({
    status: 'undetermined',
    code: 'house-too-great',
  });
  expect(allocate(withHeld(compensated(4, 'kept'), votes, { nobody: 4 })).outcome).toMatchObject({
    status: 'undetermined',
    code: 'house-too-great',
  });
});

const figures = fc
  .array(fc.bigInt(1n, 1000n), { minLength: 2, maxLength: 5 })
  .map(
    (counts): Record<string, bigint> =>
      Object.fromEntries(counts.map((count, index) => [`L${index}`, count])),
  );
const holdings = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 });

test.each<Overhang>(['kept', 'levelled', 'absorbed'])('%s: nobody loses a seat that it holds', (overhang) => {
  fc.assert(
    fc.property(figures, holdings, fc.integer({ min: 5, max: 40 }), (lists, seats, house) => {
      const held = Object.fromEntries(Object.keys(lists).map((id, index) => [id, seats[index] ?? 0]));

      const { outcome } = allocate(withHeld(compensated(house, overhang), lists, held));

      if (outcome.status !== 'allocated') return;
      for (const { option, seats: own } of outcome.seats)
        expect(own).toBeGreaterThanOrEqual(held[option] ?? 0);
      if (overhang === 'absorbed') expect(sum(outcome)).toBe(house);
      else expect(sum(outcome)).toBeGreaterThanOrEqual(house);
    }),
    { numRuns: 300 },
  );
});

test('absorbed: by a divisor method, what a formula gives that begins after the seats held (additional members)', () => {
  fc.assert(
    fc.property(figures, holdings, fc.integer({ min: 31, max: 60 }), (lists, seats, house) => {
      const held = Object.fromEntries(Object.keys(lists).map((id, index) => [id, seats[index] ?? 0]));
      const formula = { type: 'highest-averages', divisors: 'dhondt' } as const;
      const total = Object.values(held).reduce((a, b) => a + b, 0);
      const counted: PartyList = partyList(house - total, { formula: { ...formula, heldSeats: 'counted' } });

      const { outcome } = allocate(withHeld(compensated(house, 'absorbed', { formula }), lists, held));
      const added = allocate(withHeld(counted, lists, held)).outcome;

      if (outcome.status !== 'allocated' || added.status !== 'allocated') return;
      expect(outcome.seats).toEqual(
        added.seats.map(({ option, seats: own }) => ({ option, seats: own + (held[option] ?? 0) })),
      );
    }),
    { numRuns: 1000 },
  );
});

const formulas: readonly PartyList['formula'][] = [
  { type: 'largest-remainder', quota: 'hare' },
  { type: 'largest-remainder', quota: 'droop' },
  { type: 'highest-averages', divisors: 'sainte-lague' },
  { type: 'highest-averages', divisors: 'dhondt' },
];

test('levelled: the house is the least that gives every list what it holds, by quotas and by divisors', () => {
  const problem = fc.record({
    lists: figures,
    seats: holdings,
    house: fc.integer({ min: 5, max: 20 }),
    formula: fc.constantFrom(...formulas),
  });
  fc.assert(
    fc.property(problem, ({ lists, seats, house, formula }) => {
      const held = Object.fromEntries(Object.keys(lists).map((id, index) => [id, seats[index] ?? 0]));
      const { outcome } = allocate(withHeld(compensated(house, 'levelled', { formula }), lists, held));
      if (outcome.status !== 'allocated') return;

      for (const { option, seats: own } of outcome.seats)
        expect(own).toBeGreaterThanOrEqual(held[option] ?? 0);
      for (let size = house; size < Math.min(sum(outcome), house + 60); size += 1) {
        const smaller = allocate(inputOf(partyList(size, { formula }), lists)).outcome;
        const own = seatsOf(smaller);
        if (smaller.status === 'allocated')
          expect(Object.entries(held).some(([id, least]) => Number(Reflect.get(own, id)) < least)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

function sum(outcome: Extract<Outcome, { status: 'allocated' }>): number {
  return outcome.seats.reduce((total, { seats }) => total + seats, 0);
}
