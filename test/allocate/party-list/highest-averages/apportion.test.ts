import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Apportioned,
  apportion,
} from '../../../../functions/allocate/party-list/highest-averages/apportion.ts';
import {
  type Divisors,
  divisorsOf,
} from '../../../../functions/allocate/party-list/highest-averages/divisors.ts';
import type { Party } from '../../../../functions/allocate/party-list/highest-averages/race.ts';
import type { HighestAverages } from '../../../../functions/model/generated/election.ts';
import { highestAverages } from '../../arbitraries.ts';

const runs = { numRuns: 3000 };
const votes = fc.oneof(fc.bigInt(1n, 20n), fc.bigInt(1n, 2n ** 60n), fc.bigInt(1n, 10n ** 330n));
const parties = fc.array(
  fc.record({
    votes,
    held: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) }),
  }),
  { minLength: 1, maxLength: 12 },
);
const fresh = fc.array(votes, { minLength: 2, maxLength: 8 });
const seats = fc.nat(150);

test('jump and step gives what one seat after the other gives, ties and all', () => {
  fc.assert(
    fc.property(highestAverages, parties, seats, (rule, lists, house) => {
      const divisors = divisorsFor(rule);

      expect(apportion(lists, house, divisors)).toEqual(seatBySeat(lists, house, divisors));
    }),
    runs,
  );
});

test('and so it does where votes are so near that doubles cannot tell them apart', () => {
  const near = fc.array(fc.bigInt(2n ** 53n - 3n, 2n ** 53n + 3n), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(highestAverages, near, seats, (rule, counts, house) => {
      const divisors = divisorsFor(rule);
      const lists = counts.map(newcomer);

      expect(apportion(lists, house, divisors)).toEqual(seatBySeat(lists, house, divisors));
    }),
    runs,
  );
});

test('one seat more takes a seat from nobody', () => {
  fc.assert(
    fc.property(highestAverages, fresh, seats, (rule, counts, house) => {
      const divisors = divisorsFor(rule);
      const lists = counts.map(newcomer);
      const [before, after] = [apportion(lists, house, divisors), apportion(lists, house + 1, divisors)];

      for (const place of lists.keys()) {
        expect(rangeOf(after, place).least).toBeGreaterThanOrEqual(rangeOf(before, place).least);
        expect(rangeOf(after, place).most).toBeGreaterThanOrEqual(rangeOf(before, place).most);
      }
    }),
    runs,
  );
});

test('who grows more than another does not lose a seat while the other wins one', () => {
  fc.assert(
    fc.property(
      highestAverages,
      fresh,
      fc.array(votes, { minLength: 8, maxLength: 8 }),
      seats,
      (rule, counts, later, house) => {
        const divisors = divisorsFor(rule);
        const then = counts.map((_, place) => later[place] ?? 1n);
        const before = apportion(counts.map(newcomer), house, divisors);
        const after = apportion(then.map(newcomer), house, divisors);

        for (const [one, other] of pairs(counts.length)) {
          const grows =
            (then[one] ?? 0n) * (counts[other] ?? 0n) >= (then[other] ?? 0n) * (counts[one] ?? 0n);
          const loses = rangeOf(after, one).most < rangeOf(before, one).least;
          const wins = rangeOf(after, other).least > rangeOf(before, other).most;
          expect(grows && loses && wins).toBe(false);
        }
      },
    ),
    runs,
  );
});

test.each([
  ['dhondt', 999_999],
  ['macau', 100_000],
  ['huntington-hill', 999_999],
] as const)('seats sum to the house of %s with %i seats', (divisors, house) => {
  const lists = Array.from({ length: 300 }, (_, place) => newcomer(BigInt(1 + ((place * 7919) % 100_003))));

  const { seats: certain, tiedSeats } = apportion(
    lists,
    house,
    divisorsFor({ type: 'highest-averages', divisors }),
  );

  expect(certain.reduce((sum, count) => sum + count, tiedSeats)).toBe(house);
});

test('throws when the divisors do not allow so many seats', () => {
  const two = divisorsFor({ type: 'highest-averages', divisors: { sequence: ['1', '3'] } });

  expect(() => apportion([newcomer(5n)], 3, two)).toThrow(RangeError);
});

function newcomer(count: bigint): Party {
  return { votes: count, held: 0 };
}

function divisorsFor(rule: HighestAverages): Divisors {
  const divisors = divisorsOf(rule);
  if (!divisors) throw new Error('the divisors do not ascend');
  return divisors;
}

/** The definition: one seat after the other to the highest quotient, in whole numbers alone. */
function seatBySeat(lists: readonly Party[], house: number, divisors: Divisors): Apportioned {
  const given = lists.map(() => 0);
  const quotient = (place: number) => {
    const { votes: count = 0n, held = 0 } = lists[place] ?? {};
    const { numerator, denominator } = divisors.at(held + (given[place] ?? 0));
    return [(divisors.squared ? count * count : count) * denominator, numerator] as const;
  };
  for (let left = house; left > 0; ) {
    const places = [...lists.keys()];
    const leaders = places.filter((one) =>
      places.every((other) => {
        const [[a, b], [c, d]] = [quotient(one), quotient(other)];
        return a * d >= c * b;
      }),
    );
    if (leaders.length > left) return { seats: given, tied: leaders, tiedSeats: left };
    for (const place of leaders) given[place] = (given[place] ?? 0) + 1;
    left -= leaders.length;
  }
  return { seats: given, tied: [], tiedSeats: 0 };
}

/** The fewest and the most seats that a place has, however the tie is broken. */
function rangeOf({ seats: certain, tied }: Apportioned, place: number) {
  const least = certain[place] ?? 0;
  return { least, most: least + (tied.includes(place) ? 1 : 0) };
}

function pairs(length: number): [number, number][] {
  const places = Array.from({ length }, (_, place) => place);
  return places.flatMap((one) =>
    places.filter((other) => other !== one).map((other): [number, number] => [one, other]),
  );
}
