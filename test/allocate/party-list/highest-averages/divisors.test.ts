import { expect, test } from 'vitest';
import { divisorsOf } from '../../../../functions/allocate/party-list/highest-averages/divisors.ts';
import { formatFraction, fraction } from '../../../../functions/model/fraction.ts';
import type { HighestAverages } from '../../../../functions/model/generated/election.ts';

type Rule = Pick<HighestAverages, 'divisors' | 'first'>;

function first(count: number, rule: Rule): string[] {
  const divisors = divisorsOf(rule);
  return Array.from({ length: count }, (_, seats) => {
    const { numerator = 0n, denominator = 1n } = divisors?.at(seats) ?? {};
    return formatFraction(fraction(numerator, denominator));
  });
}

test.each([
  ['dhondt', ['1', '2', '3', '4']],
  ['sainte-lague', ['1', '3', '5', '7']],
  ['danish', ['1', '4', '7', '10']],
  ['imperiali', ['2', '3', '4', '5']],
  ['macau', ['1', '2', '4', '8']],
  ['adams', ['0', '1', '2', '3']],
  ['dean', ['0', '4/3', '12/5', '24/7']],
  ['huntington-hill', ['0', '2', '6', '12']],
] as const)('%s divides by (the squares of) %j', (divisors, expected) => {
  expect(first(4, { divisors })).toEqual(expected);
});

test('puts another first divisor in place, exactly', () => {
  expect(first(3, { divisors: 'sainte-lague', first: '1.4' })).toEqual(['7/5', '3', '5']);
  expect(first(3, { divisors: 'huntington-hill', first: '1.4' })).toEqual(['49/25', '2', '6']);
});

test('goes on after listed divisors as told, or ends with them', () => {
  expect(first(5, { divisors: { sequence: ['1.4', '3'], add: '2' } })).toEqual(['7/5', '3', '5', '7', '9']);
  expect(divisorsOf({ divisors: { sequence: ['1', '2', '4'] } })).toMatchObject({ length: 3 });
});

test.each<Rule>([
  { divisors: 'sainte-lague', first: '3' },
  { divisors: 'huntington-hill', first: '3/2' },
  { divisors: { sequence: ['1', '1'], add: '1' } },
  { divisors: { sequence: ['2', '1'] } },
  { divisors: { sequence: ['1'], add: '0' } },
])('takes %j for no rule: the divisors do not ascend', (rule) => {
  expect(divisorsOf(rule)).toBeNull();
});
