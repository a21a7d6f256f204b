import fc from 'fast-check';
import type { HighestAverages, LargestRemainder } from '../../functions/model/generated/election.ts';
import type { Figures } from './support.ts';

/** Votes of a list: few, so that ties are common, or as many as nobody has. */
export const votes = fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 2n ** 60n), fc.bigInt(0n, 10n ** 20n));

/** Votes by option; against all is not among them. */
export const figures = fc
  .array(votes, { minLength: 1, maxLength: 9 })
  .map((counts): Figures => Object.fromEntries(counts.map((count, index) => [`L${index}`, count])));

export const house = fc.integer({ min: 1, max: 120 });

/** Divisors by name, with another first one, or listed. */
export const highestAverages: fc.Arbitrary<HighestAverages> = fc.oneof(
  fc
    .constantFrom(
      'dhondt' as const,
      'sainte-lague' as const,
      'danish' as const,
      'imperiali' as const,
      'macau' as const,
      'adams' as const,
      'dean' as const,
      'huntington-hill' as const,
    )
    .map((divisors): HighestAverages => ({ type: 'highest-averages', divisors })),
  fc
    .constantFrom('1.4', '1.2', '0', '2/3')
    .map((first): HighestAverages => ({ type: 'highest-averages', divisors: 'sainte-lague', first })),
  fc
    .constantFrom<HighestAverages['divisors']>(
      { sequence: ['1.4', '3', '5'], add: '2' },
      { sequence: ['0', '0.5'], add: '1/3' },
      { sequence: ['1'], add: '0.5' },
    )
    .map((divisors): HighestAverages => ({ type: 'highest-averages', divisors })),
);

/** Every quota, with a rule for whole parts that come to too many. */
export const largestRemainder: fc.Arbitrary<LargestRemainder> = fc
  .constantFrom(
    'hare' as const,
    'droop' as const,
    'hagenbach-bischoff' as const,
    'hagenbach-bischoff-rounded' as const,
    'imperiali' as const,
  )
  .map((quota) => ({
    type: 'largest-remainder',
    quota,
    overAward: 'subtract-smallest-remainder',
    remainderCap: { seats: 5, after: 'votes-per-seat' },
  }));

export const formula = fc.oneof(highestAverages, largestRemainder);
