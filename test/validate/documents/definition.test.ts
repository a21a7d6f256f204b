import { expect, test } from 'vitest';
import { biproportional, districts } from '../../allocate/districts/support.ts';
import { partyList } from '../../allocate/support.ts';
import { anElection, contestId, optionId } from '../../support/builders.ts';
import { compensated, inDistricts, lists, problems, source, withList } from './support.ts';

test.each([
  ['/systems/list/seats', 'it is 10, but the districts have 9 seats together', inDistricts({ N: 6, S: 3 })],
  [
    '/systems/list/compensation',
    expect.stringContaining('leave out one of the two'),
    withList(
      partyList(10, {
        districts: districts({ N: 6, S: 4 }),
        compensation: { contests: [contestId('council')], overhang: 'kept' },
      }),
    ),
  ],
  [
    '/systems/list/oneListPasses',
    expect.stringContaining('use takes-all'),
    withList(
      partyList(10, {
        districts: districts({ N: 6, S: 4 }),
        oneListPasses: { rule: 'admit-next', factor: '0.7', minimumSeats: 2 },
      }),
    ),
  ],
  [
    '/systems/list/formula/heldSeats',
    expect.stringContaining('leave out heldSeats'),
    withList(
      partyList(10, {
        formula: { type: 'highest-averages', divisors: 'dhondt', heldSeats: 'counted' },
        compensation: { contests: [contestId('council')], overhang: 'absorbed' },
      }),
    ),
  ],
])('districts and linked contests fit together: %s', async (pointer, reason, changes) => {
  expect(await problems(anElection(changes))).toEqual([['definition-invalid', pointer, reason]]);
});

test('districts, a compensation and a double proportion that fit are accepted', async () => {
  expect(await problems(anElection(inDistricts({ N: 6, S: 4 }, 'N')))).toEqual([]);
  expect(await problems(anElection(compensated('council')))).toEqual([]);
  expect(await problems(anElection(withList(biproportional({ N: 6, S: 4 }))))).toEqual([]);
});

test.each(['invalid', 'Votes', 'area'])(
  'an option %s would be read as the column of that name',
  async (id) => {
    const named = lists({ options: [{ id: optionId(id), kind: 'list', name: { en: id } }] });

    expect(await problems(anElection(named))).toEqual([
      ['definition-invalid', '/contests/0/options/0/id', expect.stringContaining('name of a column')],
    ]);
  },
);

test('a vacancy on a list says who leaves, and a lot has as many winners as seats', async () => {
  const option = optionId('A');
  const vacancies = [{ option, reason: 'resigned' as const, date: '2024-03-20', source }];
  const personLots = [{ option, among: [1, 2, 3], seats: 2, won: [3], source }];

  expect(await problems(anElection(lists({ vacancies, personLots })))).toEqual([
    ['definition-invalid', '/contests/0/vacancies/0', expect.stringContaining('give it as "person"')],
    ['definition-invalid', '/contests/0/personLots/0/won', 'as many win as there are seats'],
  ]);
});

test.each(['*', '{option}{number}', '{option} {option}'])(
  'a pattern %s says nothing of the option',
  async (pattern) => {
    const tables = [{ files: '*', layout: 'wide' as const, columns: {}, options: { pattern } }];

    expect(await problems(anElection({ tables }))).toEqual([
      ['definition-invalid', '/tables/0/options/pattern', expect.stringContaining('once')],
    ]);
  },
);
