import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { PartyList } from '../../../functions/model/generated/election.ts';
import { type Figures, inputOf, kazakhstan, partyList, seatsOf, told } from '../support.ts';

const dhondt: PartyList['formula'] = { type: 'highest-averages', divisors: 'dhondt' };

/** An input whose lists have so many candidates. */
function withLengths(system: PartyList, votes: Figures, lengths: Readonly<Record<string, number>>) {
  const input = inputOf(system, votes);
  const options = input.contest.options.map((option) => {
    const listLength = lengths[option.id];
    return listLength === undefined ? option : { ...option, listLength };
  });
  return { ...input, contest: { ...input.contest, options } };
}

test('seats of an exhausted list go to the others, and from them to the next', () => {
  const system = partyList(10, { formula: dhondt, listExhaustion: { rule: 'others', law: 'art-1' } });
  const votes = { A: 60, B: 30, C: 10 };

  const { outcome, steps } = told(withLengths(system, votes, { A: 2, B: 5 }));

  expect(seatsOf(outcome)).toEqual({ A: 2, B: 5, C: 3 });
  expect(steps.filter(({ rule }) => rule === 'bound')).toEqual([
    { rule: 'bound', law: 'art-1', option: 'A', bound: 'list-length', computed: 6, seats: 2, left: 8 },
    { rule: 'bound', law: 'art-1', option: 'B', bound: 'list-length', computed: 6, seats: 5, left: 3 },
  ]);
});

test('and by largest remainder too, with the quota of those that are left', () => {
  const { outcome, steps } = told(withLengths(partyList(10), { A: 60, B: 30, C: 10 }, { A: 2 }));

  expect(seatsOf(outcome)).toEqual({ A: 2, B: 6, C: 2 });
  expect(steps.filter(({ rule }) => rule === 'quota')).toMatchObject([
    { votes: 100, seats: 10 },
    { votes: 40, seats: 8 },
  ]);
});

test('seats that nobody can take stay empty, and are told', () => {
  const { outcome, steps } = told(
    withLengths(partyList(5, { formula: dhondt }), { A: 10, B: 5 }, { A: 1, B: 1 }),
  );

  expect(outcome).toMatchObject({ status: 'allocated', vacant: 3 });
  expect(steps.at(-1)).toEqual({ rule: 'vacant-seats', seats: 3 });
});

test('where the law lets them stay empty, nobody else has them', () => {
  const system = partyList(10, { listExhaustion: { rule: 'vacant', law: 'art-1' } });

  const { outcome, steps } = told(withLengths(system, { A: 60, B: 30, C: 10 }, { A: 2 }));

  expect(outcome).toMatchObject({ vacant: 4 });
  expect(seatsOf(outcome)).toEqual({ A: 2, B: 3, C: 1 });
  expect(steps.at(-2)).toMatchObject({ rule: 'bound', law: 'art-1', option: 'A', computed: 6, seats: 2 });
});

test('a tie that candidates do not suffice for is no tie', () => {
  const input = withLengths(partyList(3, { formula: dhondt }), { A: 2, B: 2, C: 1 }, { A: 1, B: 1, C: 1 });

  expect(seatsOf(allocate(input).outcome)).toEqual({ A: 1, B: 1, C: 1 });
});

test('a list of no candidates has no seat', () => {
  expect(seatsOf(allocate(withLengths(partyList(4), { A: 60, B: 40 }, { A: 0 })).outcome)).toEqual({
    A: 0,
    B: 4,
  });
});

test('no list has more than the maximum, nor fewer than the minimum', () => {
  const bounded = partyList(10, {
    formula: dhondt,
    maximumSeats: { seats: 6, law: 'art-1' },
    minimumSeats: { seats: 1, law: 'art-97-1' },
  });

  const { outcome, steps } = told(inputOf(bounded, { A: 900, B: 60, C: 40, D: 1 }));

  expect(seatsOf(outcome)).toEqual({ A: 6, B: 2, C: 1, D: 1 });
  expect(steps.filter(({ rule }) => rule === 'bound')).toMatchObject([
    { option: 'A', bound: 'maximum', law: 'art-1', seats: 6 },
    { option: 'D', bound: 'minimum', law: 'art-97-1', computed: 0, seats: 1 },
  ]);
});

test('least numbers that come to more than there are leave the outcome open', () => {
  const { outcome } = allocate(inputOf(partyList(3, { minimumSeats: { seats: 2 } }), { A: 9, B: 9 }));

  expect(outcome).toMatchObject({ status: 'undetermined', code: 'bounds-conflict' });
});

test('who has more than half of the votes has more than half of the seats', () => {
  const system = partyList(7, { absoluteMajority: { base: 'option-votes', law: 'art-1' } });
  const votes = { A: 5010, B: 2300, C: 2290, D: 400 };

  const plain = allocate(inputOf(partyList(7), votes)).outcome;
  const { outcome, steps } = told(inputOf(system, votes));

  expect(seatsOf(plain)).toEqual({ A: 3, B: 2, C: 2, D: 0 });
  expect(seatsOf(outcome)).toEqual({ A: 4, B: 2, C: 1, D: 0 });
  expect(steps.find(({ rule }) => rule === 'absolute-majority')).toEqual({
    rule: 'absolute-majority',
    law: 'art-1',
    option: 'A',
    votes: 5010,
    required: { exact: '5000', decimal: '5000.000000' },
    house: 7,
    minimum: 4,
  });
});

test('exactly half of the votes is no majority', () => {
  const system = partyList(3, { absoluteMajority: { base: 'valid-votes' } });

  const { steps } = told(inputOf(system, { A: 50, B: 26, C: 23, against: 1 }));

  expect(steps.some(({ rule }) => rule === 'absolute-majority')).toBe(false);
});

test('a base of the majority that was not published leaves the outcome open', () => {
  const system = partyList(3, { absoluteMajority: { base: 'registered' } });

  expect(allocate(inputOf(system, { A: 5, B: 3 })).outcome).toMatchObject({
    status: 'undetermined',
    code: 'figures-missing',
  });
});

test('the one list that passes cannot fill more seats than it has candidates', () => {
  const input = withLengths(kazakhstan(10, '7'), { A: 96, B: 4 }, { A: 5 });

  expect(allocate(input).outcome).toMatchObject({
    status: 'allocated',
    vacant: 3,
    seats: [
      { option: 'A', seats: 5 },
      { option: 'B', seats: 2 },
    ],
  });
});

test('a house of just as many seats as candidates is filled, least numbers and ties or not', () => {
  const system = partyList(26, { formula: dhondt, minimumSeats: { seats: 3 } });
  const lengths = { A: 3, B: 4, C: 2, D: 4, E: 8, F: 5 };

  const { outcome } = allocate(withLengths(system, { A: 1, B: 11, C: 6, D: 3, E: 21, F: 17 }, lengths));

  expect(seatsOf(outcome)).toEqual(lengths);
});

test('limits give what one seat after the other gives within them: first the least, then the rest to who can take more', () => {
  const list = fc.record({
    votes: fc.oneof(fc.bigInt(1n, 30n), fc.bigInt(1n, 10n ** 9n)),
    length: fc.nat(9),
  });
  const lists = fc.array(list, { minLength: 1, maxLength: 7 });
  const least = fc.nat(3);
  fc.assert(
    fc.property(lists, least, fc.integer({ min: 1, max: 30 }), (ballot, minimum, seats) => {
      const votes = Object.fromEntries(ballot.map((one, place) => [`L${place}`, one.votes]));
      const lengths = Object.fromEntries(ballot.map((one, place) => [`L${place}`, one.length]));
      const minimumSeats = minimum === 0 ? undefined : { seats: minimum };
      const { outcome } = allocate(
        withLengths(partyList(seats, { formula: dhondt, minimumSeats }), votes, lengths),
      );
      if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return;

      expect(outcome.seats.map((one) => one.seats)).toEqual(withinLimits(ballot, minimum, seats));
    }),
    { numRuns: 3000 },
  );
});

/** D'Hondt within limits, seat by seat; of a tie at the end nobody has the seat. */
function withinLimits(
  ballot: readonly { readonly votes: bigint; readonly length: number }[],
  minimum: number,
  house: number,
): number[] {
  const seats = ballot.map(({ length }) => Math.min(minimum, length));
  const left = () => house - seats.reduce((sum, count) => sum + count, 0);
  for (;;) {
    const open = ballot.flatMap(({ votes, length }, place) => {
      const count = seats[place] ?? 0;
      return count < length ? [{ place, votes, divisor: BigInt(count + 1) }] : [];
    });
    const leaders = open.filter((one) =>
      open.every((other) => one.votes * other.divisor >= other.votes * one.divisor),
    );
    if (leaders.length === 0 || leaders.length > left()) return seats;
    for (const { place } of leaders) seats[place] = (seats[place] ?? 0) + 1;
  }
}
