import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { Plurality } from '../../../functions/model/generated/election.ts';
import { type Figures, ids, inputOf, plurality, seatsOf, told } from '../support.ts';

const council: Plurality = { ...plurality, seats: 3, law: 'art-1' };

test('as many as there are seats win, by votes', () => {
  const { outcome, steps } = told(inputOf(council, { A: 10, B: 40, C: 30, D: 20, against: 90 }));

  expect(seatsOf(outcome)).toEqual({ A: 0, B: 1, C: 1, D: 1 });
  expect(steps).toEqual([
    { rule: 'seats-by-votes', law: 'art-1', seats: 3, options: ids('B', 'C', 'D'), votes: [40, 30, 20] },
  ]);
});

test('a tie that does not reach below the last seat is none', () => {
  expect(seatsOf(allocate(inputOf(council, { A: 40, B: 20, C: 20, D: 10 })).outcome)).toEqual({
    A: 1,
    B: 1,
    C: 1,
    D: 0,
  });
});

test('a tie for the last seats is voted on again, and those above keep theirs', () => {
  expect(allocate(inputOf(council, { A: 40, B: 20, C: 20, D: 20 })).outcome).toEqual({
    status: 'repeat-voting',
    options: ['B', 'C', 'D'],
    seats: [
      { option: 'A', seats: 1 },
      { option: 'B', seats: 0 },
      { option: 'C', seats: 0 },
      { option: 'D', seats: 0 },
    ],
  });
});

test('or drawn for, and only a lot for exactly those seats counts', () => {
  const byLot: Plurality = { ...council, tie: 'lots' };
  const votes = { A: 40, B: 20, C: 20, D: 20 };
  const lot = (seats: number, ...won: string[]) => ({
    lots: [{ among: ids('B', 'C', 'D'), seats, won: ids(...won), source: 'Minutes' }],
  });

  expect(allocate(inputOf(byLot, votes)).outcome).toMatchObject({
    status: 'lots-required',
    seats: [{ option: 'A', seats: 1 }, { seats: 0 }, { seats: 0 }, { seats: 0 }],
    ties: [{ options: ['B', 'C', 'D'], seats: 2 }],
  });
  expect(allocate(inputOf(byLot, votes, lot(1, 'D'))).outcome.status).toBe('lots-required');
  expect(seatsOf(allocate(inputOf(byLot, votes, lot(2, 'D', 'B'))).outcome)).toEqual({
    A: 1,
    B: 1,
    C: 0,
    D: 1,
  });
});

test('a candidate without votes has no seat: a new election fills it', () => {
  expect(allocate(inputOf(council, { A: 40, B: 20, C: 0 })).outcome).toMatchObject({
    status: 'repeat-election',
    reason: 'minimum',
    seats: [{ seats: 1 }, { seats: 1 }, { seats: 0 }],
  });
});

const figures = fc
  .array(fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 10n ** 20n)), { minLength: 1, maxLength: 9 })
  .map((counts): Figures => Object.fromEntries(counts.map((count, index) => [`C${index}`, count])));

test('nobody with more votes stays out while one with fewer is in, whatever the order', () => {
  fc.assert(
    fc.property(figures, fc.integer({ min: 1, max: 5 }), (votes, seats) => {
      const system = { ...council, seats, tie: 'lots' } as const;
      const turned = Object.fromEntries(Object.entries(votes).toReversed());

      const { outcome } = allocate(inputOf(system, votes));
      const other = allocate(inputOf(system, turned)).outcome;

      expect(other.status).toBe(outcome.status);
      if (outcome.status !== 'allocated' || other.status !== 'allocated') return;
      const winners = outcome.seats.filter((own) => own.seats === 1).map(({ option }) => option);
      expect(winners).toHaveLength(seats);
      expect(new Set(other.seats.filter((own) => own.seats === 1).map(({ option }) => option))).toEqual(
        new Set(winners),
      );
      const least = winners.map((option) => BigInt(votes[option] ?? 0)).reduce((a, b) => (a < b ? a : b));
      for (const { option, seats: own } of outcome.seats)
        if (own === 0) expect(BigInt(votes[option] ?? 0)).toBeLessThan(least);
    }),
    { numRuns: 1000 },
  );
});
