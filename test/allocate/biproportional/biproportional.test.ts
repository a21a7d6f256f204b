import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { solve } from '../../../functions/allocate/biproportional/solve.ts';
import { compare, type Fraction, fraction, multiply } from '../../../functions/model/fraction.ts';
import { biproportional, inDistricts, seatsByDistrict } from '../districts/support.ts';
import { ids, seatsOf, told } from '../support.ts';

// Votes of the example of the English Wikipedia, "Biproportional apportionment"; the divisors prove the distribution, and that it is the only one.
test('meets the seats of lists and of districts where no district by itself would', () => {
  const figures = {
    I: { A: 123, B: 912, C: 312 },
    II: { A: 45, B: 714, C: 255 },
    III: { A: 815, B: 414, C: 215 },
  };

  const { outcome, steps } = told(inDistricts(biproportional({ I: 7, II: 5, III: 8 }), figures));

  expect(steps.find((step) => step.rule === 'lower-apportionment')).toMatchObject({ unique: true });
  expect(seatsOf(outcome)).toEqual({ A: 5, B: 11, C: 4 });
  expect(seatsByDistrict(outcome)).toEqual({
    I: { A: 1, B: 4, C: 2 },
    II: { A: 0, B: 4, C: 1 },
    III: { A: 4, B: 3, C: 1 },
  });
});

test('equal votes leave several distributions: that is said, with the districts and lists, and no seat is given', () => {
  const even = { A: 100, B: 100 };

  const { outcome, steps } = told(inDistricts(biproportional({ N: 1, S: 1 }), { N: even, S: even }));

  expect(outcome).toMatchObject({ status: 'undetermined', code: 'several-solutions' });
  expect(outcome).toHaveProperty(
    'reason',
    expect.stringContaining('lists A, B, seats of the districts N, S'),
  );
  expect(steps.find((step) => step.rule === 'lower-apportionment')).toMatchObject({ unique: false });
});

test('a tie in the house is for a lot, and the lot that was drawn decides it', () => {
  const figures = { N: { A: 50, B: 30, C: 20 }, S: { A: 50, B: 20, C: 30 } };
  const system = biproportional({ N: 1, S: 1 });
  const lots = [{ among: ids('B', 'C'), seats: 1, won: ids('C'), source: 'Minutes' }];

  const open = allocate(inDistricts(system, figures)).outcome;
  const drawn = allocate(inDistricts(system, figures, { lots })).outcome;

  expect(open).toMatchObject({ status: 'lots-required', ties: [{ options: ['B', 'C'], seats: 1 }] });
  expect(seatsOf(drawn)).toEqual({ A: 1, B: 0, C: 1 });
});

test('no distribution exists where the seats are but the lists are not', () => {
  const figures = { N: { A: 10, B: 0 }, S: { A: 0, B: 90 } };

  const { outcome } = allocate(inDistricts(biproportional({ N: 5, S: 5 }), figures));

  expect(outcome).toMatchObject({ status: 'undetermined', code: 'no-solution' });
});

test.each([
  ['rounded', { A: '34', B: '33' }],
  ['exact', { A: '101/3', B: '100/3' }],
] as const)(
  'counts voters %s where a voter has as many votes as the district has seats',
  (voterNumbers, voters) => {
    const system = biproportional({ N: 3 }, { voterNumbers });

    const { steps } = told(inDistricts(system, { N: { A: 101, B: 100 } }));

    const upper = steps.find((step) => step.rule === 'upper-apportionment');
    expect(
      Object.fromEntries(upper?.lists.map(({ option, voters: own }) => [option, own.exact]) ?? []),
    ).toEqual(voters);
  },
);

const problem = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      votes: fc.array(
        fc.array(fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(1n, 10n ** 12n)), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
      seats: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: rows, maxLength: rows }),
    }),
  );

function inputFor({ votes, seats }: { votes: bigint[][]; seats: number[] }, order = (n: number) => n) {
  const names = seats.map((_, row) => `D${row}`);
  const figures = names.map((name, row) => [
    name,
    Object.fromEntries((votes[row] ?? []).map((own, column) => [`L${order(column)}`, own])),
  ]);
  const system = biproportional(Object.fromEntries(names.map((name, row) => [name, seats[row] ?? 1])));
  return inDistricts(system, Object.fromEntries(figures));
}

test('seats of districts and of lists are both met, none without votes, and the proof holds', () => {
  fc.assert(
    fc.property(problem, (given) => {
      const { outcome, steps } = told(inputFor(given));
      if (outcome.status !== 'allocated') return;
      const upper = steps.find((step) => step.rule === 'upper-apportionment');
      expect(upper?.lists.every(({ option, seats }) => seatsFor(outcome.seats, option) === seats)).toBe(true);
      for (const [row, { seats }] of (outcome.districts ?? []).entries()) {
        expect(seats.reduce((sum, own) => sum + own.seats, 0)).toBe(given.seats[row]);
        for (const { option, seats: own } of seats)
          if (own > 0) expect(given.votes[row]?.[Number(option.slice(1))]).toBeGreaterThan(0n);
      }
    }),
    { numRuns: 1000 },
  );
});

test('every outcome is one that the law knows, and scaling all votes changes nothing', () => {
  fc.assert(
    fc.property(problem, fc.bigInt(2n, 10n ** 6n), (given, factor) => {
      const scaled = { ...given, votes: given.votes.map((line) => line.map((own) => own * factor)) };

      const [one, other] = [given, scaled].map((each) => allocate(inputFor(each)).outcome);

      expect(['allocated', 'lots-required', 'undetermined']).toContain(one?.status);
      expect(other).toEqual(one);
    }),
    { numRuns: 500 },
  );
});

test('the only distribution is found whatever the order of the lists', () => {
  fc.assert(
    fc.property(problem, (given) => {
      const width = given.votes[0]?.length ?? 0;
      const turned = { ...given, votes: given.votes.map((line) => line.toReversed()) };

      const [one, other] = [
        allocate(inputFor(given)).outcome,
        allocate(inputFor(turned, (column) => width - 1 - column)).outcome,
      ];

      expect(other.status).toBe(one.status);
      if (one.status !== 'allocated' || other.status !== 'allocated') return;
      for (const { option, seats } of one.seats) expect(seatsFor(other.seats, option)).toBe(seats);
    }),
    { numRuns: 500 },
  );
});

// The distributions that the law allows are those of the least product of (k − ½) / votes over all seats k of all cells (Rote and Zachariasen).
test('of all distributions that meet both sums it is the one of least price, and the only one when it says so', () => {
  const small = fc.record({
    votes: fc.array(fc.array(fc.bigInt(0n, 4n), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    }),
    seats: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
  });
  fc.assert(
    fc.property(small, ({ votes, seats }) => {
      const { outcome, steps } = told(inputFor({ votes, seats }));
      const upper = steps.find((step) => step.rule === 'upper-apportionment');
      const lower = steps.find((step) => step.rule === 'lower-apportionment');
      if (!upper || outcome.status === 'lots-required') return;
      const place = (option: string) => Number(option.slice(1));
      const columns = upper.lists.map(({ option }) => place(option));
      const allowed = cheapest(
        votes.map((line) => columns.map((column) => line[column] ?? 0n)),
        seats,
        upper.lists.map((list) => list.seats),
      );

      expect(lower === undefined).toBe(allowed.length === 0);
      if (lower) expect(lower.unique).toBe(allowed.length === 1);
      if (outcome.status !== 'allocated') return;
      expect(outcome.districts?.map(({ seats: own }) => columns.map((c) => own[c]?.seats))).toEqual(
        allowed[0],
      );
    }),
    { numRuns: 1500 },
  );
});

test('a hundred thousand seats are shared as fast as a hundred: starting rows jump to their quota', () => {
  const votes = [
    [123n, 912n, 312n],
    [45n, 714n, 255n],
  ];

  const solution = solve({ votes, rows: [60_000, 40_000], columns: [8_000, 70_000, 22_000] });

  expect(solution?.cells.map((line) => line.reduce((a, b) => a + b, 0))).toEqual([60_000, 40_000]);
});

function seatsFor(seats: readonly { option: string; seats: number }[], option: string): number | undefined {
  return seats.find((own) => own.option === option)?.seats;
}

/** The distributions of least price among all that meet both sums. */
function cheapest(votes: bigint[][], rows: number[], columns: number[]): number[][][] {
  let best: Fraction | null = null;
  let found: number[][][] = [];
  for (const cells of distributions(rows, columns)) {
    const price = priceOf(votes, cells);
    if (!price) continue;
    const difference = best === null ? -1 : compare(price, best);
    if (difference < 0) [best, found] = [price, []];
    if (difference <= 0) found.push(cells);
  }
  return found;
}

function priceOf(votes: bigint[][], cells: number[][]): Fraction | null {
  let price = fraction(1n);
  for (const [row, line] of cells.entries())
    for (const [column, seats] of line.entries())
      for (let seat = 1; seat <= seats; seat += 1) {
        const own = votes[row]?.[column] ?? 0n;
        if (own === 0n) return null;
        price = multiply(price, fraction(2n * BigInt(seat) - 1n, 2n * own));
      }
  return price;
}

function* distributions([row, ...rows]: number[], columns: number[]): Generator<number[][]> {
  if (row === undefined) {
    if (columns.every((left) => left === 0)) yield [];
    return;
  }
  for (const line of linesOf(row, columns))
    for (const rest of distributions(
      rows,
      columns.map((left, column) => left - (line[column] ?? 0)),
    ))
      yield [line, ...rest];
}

function* linesOf(seats: number, [most, ...others]: number[]): Generator<number[]> {
  if (most === undefined) {
    if (seats === 0) yield [];
    return;
  }
  for (let own = 0; own <= Math.min(seats, most); own += 1)
    for (const rest of linesOf(seats - own, others)) yield [own, ...rest];
}
