import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../functions/allocate/allocate.ts';
import type { Outcome } from '../../functions/model/allocation.ts';
import { type Figures, inputOf, kazakhstan, partyList } from './support.ts';

const votes = fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 10n ** 20n));
const figures = fc
  .array(votes, { minLength: 1, maxLength: 9 })
  .map((counts): Figures => Object.fromEntries(counts.map((count, index) => [`L${index}`, count])));
const seats = fc.integer({ min: 1, max: 120 });
const runs = { numRuns: 2000 };

test('seats, with those still to be drawn, sum to the house', () => {
  fc.assert(
    fc.property(figures, seats, (lists, house) => {
      const { outcome } = allocate(inputOf(partyList(house), lists));
      expect(outcome.status === 'undetermined' ? house : given(outcome)).toBe(house);
    }),
    runs,
  );
});

test('the order of the lists does not matter', () => {
  fc.assert(
    fc.property(figures, seats, (lists, house) => {
      const reversed = Object.fromEntries(Object.entries(lists).toReversed());
      const [one, other] = [lists, reversed].map(
        (order) => allocate(inputOf(partyList(house), order)).outcome,
      );
      expect(unordered(other)).toEqual(unordered(one));
    }),
    runs,
  );
});

test('votes times any number give the same seats', () => {
  fc.assert(
    fc.property(figures, seats, fc.bigInt(1n, 10n ** 9n), (lists, house, factor) => {
      const scaled = Object.fromEntries(
        Object.entries(lists).map(([id, count]) => [id, BigInt(count) * factor]),
      );
      expect(allocate(inputOf(partyList(house), scaled)).outcome).toEqual(
        allocate(inputOf(partyList(house), lists)).outcome,
      );
    }),
    runs,
  );
});

test('each list has its share of the seats rounded down or up, and none without votes', () => {
  fc.assert(
    fc.property(figures, seats, (lists, house) => {
      const { outcome } = allocate(inputOf(partyList(house), lists));
      if (outcome.status !== 'allocated') return;
      const sum = Object.values(lists).reduce<bigint>((total, count) => total + BigInt(count), 0n);
      for (const { option, seats } of outcome.seats) {
        const claim = BigInt(lists[option] ?? 0) * BigInt(house);
        expect([claim / sum, (claim + sum - 1n) / sum]).toContain(BigInt(seats));
      }
    }),
    runs,
  );
});

test('the law of Kazakhstan never throws, never gives more or fewer seats, and none without votes', () => {
  fc.assert(
    fc.property(figures, votes, seats, (lists, against, house) => {
      const { outcome } = allocate(inputOf(kazakhstan(house, '7'), { ...lists, against }));
      expect(['allocated', 'undetermined']).toContain(outcome.status);
      if (outcome.status !== 'allocated') return;
      expect(given(outcome)).toBe(house);
      for (const { option, seats } of outcome.seats)
        if (seats > 0) expect(BigInt(lists[option] ?? 0)).not.toBe(0n);
    }),
    runs,
  );
});

function given(outcome: Outcome): number {
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return 0;
  const certain = outcome.seats.reduce((sum, { seats }) => sum + seats, 0);
  const open =
    outcome.status === 'lots-required' ? outcome.ties.reduce((sum, { seats }) => sum + seats, 0) : 0;
  return certain + open;
}

function unordered(outcome: Outcome | undefined): unknown {
  if (outcome?.status !== 'allocated' && outcome?.status !== 'lots-required') return outcome?.status;
  const ties = outcome.status === 'lots-required' ? outcome.ties : [];
  return {
    seats: new Map(outcome.seats.map(({ option, seats }) => [option, seats])),
    ties: ties.map(({ options, seats }) => ({ options: new Set(options), seats })),
  };
}
