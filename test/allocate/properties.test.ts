import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../functions/allocate/allocate.ts';
import type { HighestAverages, LargestRemainder } from '../../functions/model/generated/election.ts';
import type { Outcome, Step } from '../../functions/model/law/allocation.ts';
import { figures, formula, highestAverages, house, largestRemainder, votes } from './arbitraries.ts';
import { type Figures, inputOf, kazakhstan, partyList, told } from './support.ts';

const runs = { numRuns: 3000 };

test('seats, with those still to be drawn, sum to the house, by every formula', () => {
  fc.assert(
    fc.property(formula, figures, house, (rule, lists, seats) => {
      const outcome = outcomeOf(rule, lists, seats);

      if (outcome.status === 'undetermined' || waits(rule, outcome)) return;
      expect(given(outcome)).toBe(seats);
    }),
    runs,
  );
});

test('the order of the lists does not matter, by any formula', () => {
  fc.assert(
    fc.property(formula, figures, house, (rule, lists, seats) => {
      const reversed = Object.fromEntries(Object.entries(lists).toReversed());

      expect(unordered(outcomeOf(rule, reversed, seats))).toEqual(unordered(outcomeOf(rule, lists, seats)));
    }),
    runs,
  );
});

test('votes times any number give the same seats, where nothing is rounded', () => {
  const unrounded = fc.oneof(
    highestAverages,
    largestRemainder.filter(({ quota }) => quota !== 'droop' && quota !== 'hagenbach-bischoff-rounded'),
  );
  fc.assert(
    fc.property(unrounded, figures, house, fc.bigInt(1n, 10n ** 9n), (rule, lists, seats, factor) => {
      const scaled = Object.fromEntries(
        Object.entries(lists).map(([id, count]) => [id, BigInt(count) * factor]),
      );

      expect(outcomeOf(rule, scaled, seats)).toEqual(outcomeOf(rule, lists, seats));
    }),
    runs,
  );
});

test('no list has a seat without votes, by any formula', () => {
  fc.assert(
    fc.property(formula, figures, house, (rule, lists, seats) => {
      for (const { option, seats: count } of standingOf(outcomeOf(rule, lists, seats)))
        if (count > 0) expect(BigInt(lists[option] ?? 0)).not.toBe(0n);
    }),
    runs,
  );
});

test('by the Hare quota each list has its share of the seats rounded down or up', () => {
  fc.assert(
    fc.property(figures, house, (lists, seats) => {
      const sum = Object.values(lists).reduce<bigint>((total, count) => total + BigInt(count), 0n);
      for (const { option, seats: count } of standingOf(outcomeOf(hare, lists, seats))) {
        const claim = BigInt(lists[option] ?? 0) * BigInt(seats);
        expect([claim / sum, (claim + sum - 1n) / sum]).toContain(BigInt(count));
      }
    }),
    runs,
  );
});

test('by any quota each of several lists has the whole part of its quotient, one more, or one fewer where there were too many', () => {
  const quotas = largestRemainder.map((rule): LargestRemainder => ({ ...rule, remainderCap: undefined }));
  fc.assert(
    fc.property(quotas, figures, house, (rule, lists, seats) => {
      const { outcome, steps } = told(inputOf(partyList(seats, { formula: rule }), lists));
      const whole = new Map(
        steps.flatMap((step) => (step.rule === 'whole-seats' ? [[step.option, step.seats] as const] : [])),
      );
      const over = steps.find((step) => step.rule === 'over-award');
      if (outcome.status !== 'allocated' || whole.size < 2) return;
      if (over && over.given - over.seats > whole.size) return;

      for (const { option, seats: count } of outcome.seats)
        expect(over ? [-1, 0] : [0, 1]).toContain(count - (whole.get(option) ?? 0));
    }),
    runs,
  );
});

test('the trace of a divisor method ends in the seats of the outcome, each award no higher than the one before', () => {
  fc.assert(
    fc.property(highestAverages, figures, house, (rule, lists, seats) => {
      const { outcome, steps } = told(inputOf(partyList(seats, { formula: rule }), lists));
      if (outcome.status !== 'allocated') return;
      const awards = steps.filter((step) => step.rule === 'divisor-seat');

      expect(awards).toHaveLength(seats);
      expect(new Map(awards.at(-1)?.standing.map((one) => [one.option, one.seats]))).toEqual(
        new Map(
          outcome.seats
            .filter(({ option }) => BigInt(lists[option] ?? 0) > 0n)
            .map((one) => [one.option, one.seats]),
        ),
      );
      for (const [place, award] of awards.entries()) expect(isBelow(awards[place - 1], award)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('limits are kept: no list has more than its candidates, nor fewer than the least, and nothing is lost', () => {
  const limits = fc.record({ length: fc.nat(6), least: fc.integer({ min: 1, max: 2 }) });
  fc.assert(
    fc.property(formula, figures, house, limits, (rule, lists, seats, { length, least }) => {
      const input = inputOf(partyList(seats, { formula: rule, minimumSeats: { seats: least } }), lists);
      const options = input.contest.options.map((option, place) =>
        place % 2 === 0 ? { ...option, listLength: length } : option,
      );
      const { outcome } = allocate({ ...input, contest: { ...input.contest, options } });
      if (outcome.status === 'lots-required' && !waits(rule, outcome)) expect(given(outcome)).toBe(seats);
      if (outcome.status !== 'allocated') return;

      expect(given(outcome) + (outcome.vacant ?? 0)).toBe(seats);
      for (const [place, { option, seats: count }] of outcome.seats.entries()) {
        const most = place % 2 === 0 ? length : seats;
        expect(count).toBeLessThanOrEqual(most);
        if (BigInt(lists[option] ?? 0) > 0n) expect(count).toBeGreaterThanOrEqual(Math.min(least, most));
      }
    }),
    runs,
  );
});

test('the law of Kazakhstan never throws, never gives more or fewer seats, and none without votes', () => {
  fc.assert(
    fc.property(figures, votes, house, (lists, against, seats) => {
      const { outcome } = allocate(inputOf(kazakhstan(seats, '7'), { ...lists, against }));
      expect(['allocated', 'undetermined']).toContain(outcome.status);
      if (outcome.status !== 'allocated') return;
      expect(given(outcome)).toBe(seats);
      for (const { option, seats: count } of outcome.seats)
        if (count > 0) expect(BigInt(lists[option] ?? 0)).not.toBe(0n);
    }),
    runs,
  );
});

const hare: LargestRemainder = { type: 'largest-remainder', quota: 'hare' };

function outcomeOf(rule: LargestRemainder | HighestAverages, lists: Figures, seats: number): Outcome {
  return allocate(inputOf(partyList(seats, { formula: rule }), lists)).outcome;
}

function standingOf(outcome: Outcome) {
  return outcome.status === 'allocated' || outcome.status === 'lots-required' ? outcome.seats : [];
}

/** Whether seats for most votes per seat wait for a lot among remainders, and so are neither given nor drawn for yet. */
function waits(rule: LargestRemainder | HighestAverages, outcome: Outcome): boolean {
  return outcome.status === 'lots-required' && 'remainderCap' in rule;
}

function given(outcome: Outcome): number {
  const certain = standingOf(outcome).reduce((sum, { seats }) => sum + seats, 0);
  const open =
    outcome.status === 'lots-required' ? outcome.ties.reduce((sum, { seats }) => sum + seats, 0) : 0;
  return certain + open;
}

function unordered(outcome: Outcome): unknown {
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return outcome.status;
  const ties = outcome.status === 'lots-required' ? outcome.ties : [];
  return {
    seats: new Map(outcome.seats.map(({ option, seats }) => [option, seats])),
    ties: ties.map(({ options, seats }) => ({ options: new Set(options), seats })),
  };
}

type Award = Extract<Step, { rule: 'divisor-seat' }>;

/** Whether the second quotient is not above the first; null is above every number. */
function isBelow(first: Award | undefined, second: Award): boolean {
  if (!first || first.quotient === null) return true;
  if (second.quotient === null) return false;
  const [[a = 0n, b = 1n] = [], [c = 0n, d = 1n] = []] = [first, second].map(({ quotient }) =>
    (quotient?.exact ?? '0').split('/').map(BigInt),
  );
  return a * d >= c * b;
}
