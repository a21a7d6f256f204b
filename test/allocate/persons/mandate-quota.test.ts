import { expect, test } from 'vitest';
import type { Candidate } from '../../../functions/model/records/roll.ts';
import { list, listOf, personsIn } from './support.ts';

const quota = { percent: '30', groups: ['woman', 'youth'], of: ['mandates'], law: 'art-1' } as const;
const none = { woman: false, youth: false };

function quotasOf(
  seats: number,
  people: readonly Partial<Candidate>[],
  groupQuota = { ...quota, groups: [...quota.groups], of: [...quota.of] },
) {
  return personsIn(listOf({ A: seats }, { persons: 'list-order', groupQuota }), list('A', people)).quotas;
}

test.each<[string, number, Partial<Candidate>[], string]>([
  [
    'exactly the share suffices',
    10,
    [{ woman: true }, { youth: true }, { woman: true }, ...Array(7).fill(none)],
    'holds',
  ],
  ['one fewer does not', 10, [{ woman: true }, { youth: true }, ...Array(8).fill(none)], 'fails'],
  ['who belongs to two groups counts once', 4, [{ woman: true, youth: true }, none, none, none], 'fails'],
  [
    'flags that are not stated leave it open',
    4,
    [{ woman: true }, { youth: false }, none, none],
    'undetermined',
  ],
  ['a seat that stays vacant is no hope', 3, [none, none], 'fails'],
])('%s', (_what, seats, people, result) => {
  expect(quotasOf(seats, people)).toMatchObject([{ option: 'A', mandates: seats, result, law: 'art-1' }]);
});

test('the numbers are exact and told', () => {
  expect(quotasOf(7, [{ woman: true }, { youth: true, woman: true }, ...Array(5).fill(none)])).toEqual([
    {
      option: 'A',
      groups: ['woman', 'youth'],
      percent: '30',
      mandates: 7,
      required: { exact: '21/10', decimal: '2.100000' },
      members: 2,
      possible: 2,
      byGroup: [
        { group: 'woman', members: 2 },
        { group: 'youth', members: 1 },
      ],
      result: 'fails',
      law: 'art-1',
    },
  ]);
});

test('seats for which the party has named nobody may still meet it', () => {
  const groupQuota = { ...quota, groups: [...quota.groups], of: [...quota.of] };
  const persons = personsIn(listOf({ A: 3 }, { persons: 'party-decides', groupQuota }), list('A', [none]));

  expect(persons.quotas).toMatchObject([{ members: 0, possible: 3, result: 'undetermined' }]);
});

test('is not asked of mandates unless the law does', () => {
  const groupQuota = { percent: '30', groups: ['woman' as const] };
  const persons = personsIn(listOf({ A: 1 }, { persons: 'list-order', groupQuota }), list('A', [none]));

  expect(persons.quotas).toEqual([]);
});
