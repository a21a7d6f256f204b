import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { withFurtherVotes } from '../../../functions/allocate/margins/further-votes.ts';
import { marginsOf } from '../../../functions/allocate/margins/margins.ts';
import type { OptionId } from '../../../functions/model/ids.ts';
import type { AllocationInput } from '../../../functions/model/law/allocation.ts';
import { type Figures, inputOf, kazakhstan, partyList, plurality, president } from '../support.ts';
import { margins } from './support.ts';

describe('the last seat', () => {
  test('of a plurality is the lead and one more', () => {
    expect(margins(inputOf(plurality, { A: 31, B: 20, C: 5 })).lastSeat).toEqual({
      option: 'B',
      votes: 12,
      from: ['A'],
    });
  });

  test('of a list goes by the whole law, and only to lists that pass', () => {
    // A has 5.1 of ten seats and B 4.9, C has 1.96 % and is not asked. With 178 more votes A has 5.5004 and so the larger remainder.
    expect(margins(inputOf(kazakhstan(10, '5'), { A: 1020, B: 980, C: 40 })).lastSeat).toEqual({
      option: 'A',
      votes: 178,
      from: ['B'],
    });
  });

  test('is none where nothing is won in seats', () => {
    expect(margins(inputOf(president, { A: 40, B: 35, C: 25 })).lastSeat).toBeNull();
  });

  test('with so many votes the option has a seat more, and with one vote fewer not', () => {
    const seatsOf = (input: AllocationInput, id: OptionId) => {
      const { outcome } = allocate(input);
      const seats = outcome.status === 'allocated' || outcome.status === 'lots-required' ? outcome.seats : [];
      return seats.find((one) => one.option === id)?.seats ?? 0;
    };
    const votes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 5 });

    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 12 }), (numbers, seats) => {
        const figures = Object.fromEntries(numbers.map((number, index) => [`L${index}`, number]));
        const input = inputOf(
          partyList(seats, { threshold: { percent: '5', base: 'valid-votes', inclusive: true } }),
          figures,
        );
        const found = marginsOf(input, allocate(input))?.lastSeat;
        if (!found) return;
        const before = seatsOf(input, found.option);
        const seatsWith = (further: bigint) =>
          seatsOf(withFurtherVotes(input, found.option, further), found.option);
        expect(seatsWith(BigInt(found.votes))).toBeGreaterThan(before);
        expect(seatsWith(BigInt(found.votes) - 1n)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the distance to the threshold', () => {
  const figures: Figures = { A: 9000, B: 500, C: 400, against: 100 };

  test('is what a list lacks, or could lack', () => {
    // 5 % of 10 000 is 500. B lacks nothing and could lack none: 499 of 9 999 are less. C with 106 more has 506 of 10 106, whose 5 % are
    // 505.3; with 105 more 505 of 10 105, whose 5 % are 505.25.
    expect(margins(inputOf(kazakhstan(10, '5'), figures)).thresholds).toEqual([
      { option: 'A', passes: true, votes: 8947 },
      { option: 'B', passes: true, votes: 0 },
      { option: 'C', passes: false, votes: 106 },
    ]);
  });

  test('counts further votes among those who took part too, and not among those registered', () => {
    const of = (base: 'cast' | 'registered') =>
      margins(
        inputOf(partyList(10, { threshold: { percent: '5', base, inclusive: true } }), {
          ...figures,
          cast: 10_000,
          registered: 10_000,
        }),
      ).thresholds.at(-1);

    expect(of('cast')).toEqual({ option: 'C', passes: false, votes: 106 });
    expect(of('registered')).toEqual({ option: 'C', passes: false, votes: 100 });
  });

  test('is left out where there is none', () => {
    expect(margins(inputOf(partyList(10), figures)).thresholds).toEqual([]);
  });
});
