import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { System } from '../../../functions/model/generated/election.ts';
import type { AllocationInput, Outcome } from '../../../functions/model/law/allocation.ts';
import { areaId } from '../../support/builders.ts';
import {
  type Figures,
  inputOf,
  kazakhstan,
  partyList,
  plurality,
  president,
  referendum,
  totals,
} from '../support.ts';
import { margins, underWay } from './support.ts';

const names = ['A', 'B', 'C', 'D', 'against'];

function completed(input: AllocationInput, last: Figures): AllocationInput {
  const { missing: _missing, ...rest } = input;
  return { ...rest, totals: [...input.totals, totals(last, 'MM')] };
}

/** An outcome without what may differ though the result is the same: the order of those in a second round. */
function result(outcome: Outcome) {
  return outcome.status === 'runoff' ? { ...outcome, options: outcome.options.toSorted() } : outcome;
}

/** A protocol of at most `voters` votes: all of them or a part, on one line of the ballot, or spread. */
function completionOf(lines: readonly string[], voters: bigint): fc.Arbitrary<Figures> {
  const spread = fc.record({
    used: fc.bigInt(0n, voters),
    all: fc.boolean(),
    weights: fc.array(fc.oneof(fc.constant(0n), fc.bigInt(0n, 5n)), {
      minLength: lines.length + 1,
      maxLength: lines.length + 1,
    }),
    registered: fc.bigInt(0n, voters),
  });
  return spread.map(({ used, all, weights, registered }) => {
    const [votes, sum] = [all ? voters : used, weights.reduce((a, b) => a + b, 0n)];
    const shares = weights.map((weight) => (sum === 0n ? 0n : (votes * weight) / sum));
    const cast = shares.reduce((a, b) => a + b, 0n);
    const stated = lines.map((line, index) => [line, shares[index] ?? 0n] as const);
    return {
      ...Object.fromEntries(stated),
      invalid: shares.at(-1) ?? 0n,
      cast,
      registered: registered > cast ? registered : cast,
    };
  });
}

const reportedOf = (lines: readonly string[]) =>
  fc
    .tuple(
      ...lines.map(() => fc.oneof(fc.bigInt(0n, 40n), fc.bigInt(0n, 1000n))),
      fc.bigInt(0n, 100n),
      fc.bigInt(0n, 1500n),
    )
    .map((numbers) => {
      const votes = numbers.slice(0, lines.length);
      const invalid = numbers[lines.length] ?? 0n;
      const cast = votes.reduce((a, b) => a + b, invalid);
      const stated = lines.map((line, index) => [line, votes[index] ?? 0n] as const);
      return { ...Object.fromEntries(stated), invalid, cast, registered: cast + (numbers.at(-1) ?? 0n) };
    });

const systems: readonly (readonly [string, System, readonly string[]])[] = [
  ['party list, Kazakhstan', kazakhstan(20, '5'), names],
  [
    'party list, threshold of registered voters',
    partyList(7, { threshold: { percent: '4', base: 'registered', inclusive: false } }),
    names,
  ],
  ['party list without a threshold', partyList(9), names],
  ['plurality', plurality, names],
  ['two rounds, the first', president, names],
  [
    'two rounds, of those who took part',
    { ...president, majority: { percent: '50', base: 'cast', inclusive: false } },
    names,
  ],
  ['two rounds, the second', { ...president, round: 2 }, ['A', 'B']],
  ['referendum', referendum(), ['yes', 'no', 'both']],
];

// Divisor methods, as soon as the schema has them.
const divisors = ['dhondt', 'sainte-lague', 'danish', 'imperiali', 'sainte-lague 1.4'];
const hasDivisors = readFileSync('schemas/election.schema.json', 'utf8').includes('"highest-averages"');
if (!hasDivisors) console.warn('The schema has no divisor methods: their bounds are NOT tested.');

const divisorSystems = (hasDivisors ? divisors : []).map((named) => {
  const [name, first] = named.split(' ');
  const formula = JSON.parse(JSON.stringify({ type: 'highest-averages', divisors: name, first }));
  const threshold = { percent: '5', base: 'valid-votes', inclusive: true } as const;
  return [`party list, ${named}`, partyList(13, { formula, threshold }), names] as const;
});

describe.each([...systems, ...divisorSystems])('%s', (_name, system, lines) => {
  test('what is called decided no completion changes, and seats stay within their bounds', () => {
    let decided = 0;
    const cases = fc
      .record({ reported: reportedOf(lines), voters: fc.bigInt(0n, 120n), close: fc.boolean() })
      .chain(({ reported, voters, close }) => {
        const needed = margins(underWay(system, reported, voters)).needed;
        const at = close && needed !== null ? BigInt(needed) - 1n : voters;
        return fc.record({
          reported: fc.constant(reported),
          voters: fc.constant(at),
          last: completionOf(lines, at),
        });
      });

    fc.assert(
      fc.property(cases, ({ reported, voters, last }) => {
        const input = underWay(system, reported, voters);
        const { state, seats } = margins(input);
        const { outcome } = allocate(completed(input, last));
        if (state === 'decided') {
          decided += 1;
          expect(result(outcome)).toEqual(result(allocate(input).outcome));
        }
        for (const { option, atLeast, atMost } of seats) {
          const won = seatsOf(outcome, option);
          if (won === null) continue;
          expect(won).toBeGreaterThanOrEqual(atLeast);
          expect(won).toBeLessThanOrEqual(atMost);
        }
      }),
      { numRuns: 500 },
    );

    expect(decided).toBeGreaterThan(50);
  });
});

test('a referendum by regions: what is called decided no completion changes', () => {
  const regions = ['R1', 'R2', 'R3'];
  const system = referendum(regions);
  const lines = ['yes', 'no', 'both'];
  let decided = 0;
  const cases = fc
    .record({
      reported: fc.tuple(reportedOf(lines), reportedOf(lines), reportedOf(lines)),
      voters: fc.tuple(fc.bigInt(0n, 60n), fc.bigInt(0n, 60n), fc.bigInt(0n, 60n)),
    })
    .chain(({ reported, voters }) =>
      fc.record({
        reported: fc.constant(reported),
        voters: fc.constant(voters),
        last: fc.tuple(...voters.map((number) => completionOf(lines, number))),
      }),
    );

  fc.assert(
    fc.property(cases, ({ reported, voters, last }) => {
      const input: AllocationInput = {
        ...inputOf(system, { yes: 0, no: 0, both: 0 }),
        totals: reported.map((figures, index) => totals(figures, regions[index])),
        expected: 6,
        missing: voters.map((number, index) => ({
          area: areaId(regions[index] ?? ''),
          protocols: 1,
          voters: number,
        })),
      };
      const more = last.map((figures, index) => totals(figures, regions[index]));
      const after = allocate({ ...input, totals: [...input.totals, ...more] }).outcome;
      if (margins(input).state !== 'decided') return;
      decided += 1;
      expect(after).toEqual(allocate(input).outcome);
    }),
    { numRuns: 500 },
  );

  expect(decided).toBeGreaterThan(30);
});

function seatsOf(outcome: Outcome, option: string): number | null {
  if (outcome.status === 'elected') return outcome.option === option ? 1 : 0;
  if (outcome.status !== 'allocated') return null;
  return outcome.seats.find((one) => one.option === option)?.seats ?? 0;
}
