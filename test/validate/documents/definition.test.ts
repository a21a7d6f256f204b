import { describe, expect, test } from 'vitest';
import type { ElectionDefinition, System } from '../../../functions/model/generated/election.ts';
import { biproportional, districts } from '../../allocate/districts/support.ts';
import { partyList } from '../../allocate/support.ts';
import {
  anElection,
  areaId,
  contestId,
  councilContest,
  listContest,
  optionId,
  partyId,
} from '../../support/builders.ts';
import { factsOf, verdictOn } from '../checking.ts';

async function problems(definition: unknown) {
  const { findings } = await verdictOn({ 'election.json': JSON.stringify(definition) });
  return findings.kept.map((found) => {
    const { pointer, reason, kind, id } = factsOf(found);
    return [found.code, pointer, reason ?? `${kind} ${id}`];
  });
}

const lists = (changes: Parameters<typeof listContest>[0]) => ({
  contests: [listContest(changes), councilContest()],
});
const source = 'S1';
const ofZ = { option: optionId('Z'), date: '2024-03-20', source };

const withList = (list: System): Pick<ElectionDefinition, 'systems'> => ({
  systems: { ...anElection().systems, list },
});
const inDistricts = (seats: Readonly<Record<string, number>>, stands?: string) => ({
  ...withList(partyList(10, { districts: districts(seats) })),
  ...lists({
    options: listContest().options.map((option, place) =>
      place === 0 && stands !== undefined ? { ...option, districts: [areaId(stands)] } : option,
    ),
  }),
});
const compensated = (contest: string) =>
  withList(partyList(10, { compensation: { contests: [contestId(contest)], overhang: 'kept' } }));
const share = { percent: '50', base: 'option-votes', inclusive: false } as const;
const regions = {
  areas: [areaId('N'), areaId('S')],
  atLeast: '1/2',
  weights: { N2: '1/2' },
  majority: share,
};
const weighed = withList({ type: 'referendum', majority: share, regions });

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

describe('a reference of the definition that leads nowhere', () => {
  test.each([
    [
      '/areas/3/parent',
      'area above it S',
      {
        areas: anElection().areas.map((area) => (area.id === 'N2' ? { ...area, parent: areaId('S') } : area)),
      },
    ],
    [
      '/areas/0/source',
      'source S7',
      { areas: anElection().areas.map((area) => (area.id === 'XX' ? { ...area, source: 'S7' } : area)) },
    ],
    ['/contests/0/area', 'area Q', lists({ area: areaId('Q') })],
    [
      '/contests/1/reportingAreas/0',
      'area inside S N',
      { contests: [listContest(), councilContest({ area: areaId('S'), reportingAreas: [areaId('N')] })] },
    ],
    [
      '/contests/1/reportingAreas/1',
      'area outside N N2',
      { contests: [listContest(), councilContest({ reportingAreas: [areaId('N'), areaId('N2')] })] },
    ],
    [
      '/contests/0/options/0/party',
      'party PZ',
      lists({ options: [{ id: optionId('A'), kind: 'list', name: { en: 'A' }, party: partyId('PZ') }] }),
    ],
    ['/contests/0/declared/seats/Z', 'option Z', lists({ declared: { seats: { Z: 1 }, source } })],
    ['/contests/0/declared/source', 'source S9', lists({ declared: { source: 'S1; S9' } })],
    [
      '/contests/0/lots/0/won',
      'tied option C',
      lists({ lots: [{ among: [optionId('A'), optionId('B')], seats: 1, won: [optionId('C')], source }] }),
    ],
    ['/contests/0/decisions/0/option', 'option Z', lists({ decisions: [{ ...ofZ, persons: [1] }] })],
    [
      '/contests/0/vacancies/0/option',
      'option Z',
      lists({ vacancies: [{ ...ofZ, person: 1, reason: 'resigned' }] }),
    ],
    [
      '/contests/0/personLots/0/won',
      'tied place on the list 3',
      lists({ personLots: [{ option: optionId('A'), among: [1, 2], seats: 1, won: [3], source }] }),
    ],
    ['/oneMandate/keeps/1', 'system none', { oneMandate: { keeps: ['list', 'none'] } }],
    ['/oneMandate/law', 'law none', { oneMandate: { keeps: ['list'], law: 'none' } }],
    [
      '/contests/0/lots/0/area',
      'district N',
      lists({
        lots: [
          {
            among: [optionId('A'), optionId('B')],
            seats: 1,
            area: areaId('N'),
            won: [optionId('A')],
            source,
          },
        ],
      }),
    ],
    ['/systems/list/districts/areas/1/area', 'area Z', inDistricts({ N: 6, Z: 4 })],
    ['/systems/list/districts/areas/1/area', 'area outside N N1', inDistricts({ N: 6, N1: 4 })],
    ['/contests/0/options/0/districts/0', 'district N1', inDistricts({ N: 6, S: 4 }, 'N1')],
    ['/systems/list/regions/weights/N2', 'region N2', weighed],
    ['/systems/list/compensation/contests/0', 'contest other', compensated('other')],
    ['/systems/list/compensation/contests/0', 'contest without compensation list', compensated('list')],
    [
      '/systems/plurality/tieLaw',
      'law none',
      { systems: { ...anElection().systems, plurality: { type: 'plurality', tie: 'lots', tieLaw: 'none' } } },
    ],
    [
      '/tables/0/options/labels/0/option',
      'option Z',
      {
        tables: [
          {
            files: '*',
            layout: 'wide',
            columns: {},
            options: { labels: [{ label: 'z', option: optionId('Z') }] },
          },
        ],
      },
    ],
    [
      '/tables/0/totals/columns/0/of',
      'column or option cast',
      {
        tables: [
          {
            files: '*',
            layout: 'wide',
            columns: {},
            totals: { columns: [{ column: 'All', of: ['A', 'options', 'cast'] }] },
          },
        ],
      },
    ],
  ] satisfies [string, string, Partial<ElectionDefinition>][])(
    'at %s: %s',
    async (pointer, what, changes) => {
      expect(await problems(anElection(changes))).toEqual([['definition-reference', pointer, what]]);
    },
  );
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

describe('a definition that does not fit its schema', () => {
  test.each([
    ['a member that is missing', { name: undefined }, '/', 'the member "name" is missing'],
    ['a member that is not known', { colour: 'red' }, '/', 'the member "colour" is not known here'],
    ['a wrong type', { languages: 'en' }, '/languages', 'the value must be of type array'],
    [
      'a wrong word',
      { areas: [{ id: 'XX', type: 'moon', name: { en: 'X' } }] },
      '/areas/0/type',
      'the value must be one of country, region, district, municipality, abroad',
    ],
    ['a wrong form', { country: 'Kazakhstan' }, '/country', 'the value does not have the form ^[A-Z]{2}$'],
    [
      'a fault in the system that is meant',
      { systems: { list: { type: 'plurality', tie: 'coin' } } },
      '/systems/list/tie',
      'the value must be one of repeat-voting, lots',
    ],
    [
      'a fault in the rule of a list that is meant',
      { systems: { list: { ...anElection().systems.list, persons: { rule: 'party-decides' } } } },
      '/systems/list/persons',
      'the member "otherwise" is missing',
    ],
    [
      'a system of no kind',
      { systems: { list: { type: 'lottery' } } },
      '/systems/list',
      'the value has none of the forms that are allowed here',
    ],
    [
      'a fault within alternatives within a system',
      {
        systems: {
          list: { ...anElection().systems.list, oneListPasses: { rule: 'admit-next', factor: '0.7' } },
        },
      },
      '/systems/list/oneListPasses',
      'the member "minimumSeats" is missing',
    ],
  ])('%s', async (_name, changes, pointer, reason) => {
    expect(await problems({ ...anElection(), ...changes })).toEqual([
      ['definition-invalid', pointer, reason],
    ]);
  });

  test('all its faults at once', async () => {
    expect(await problems({ ...anElection(), date: 'today', country: 'x' })).toHaveLength(2);
  });
});

test('a syntax error names line and column', async () => {
  const { findings } = await verdictOn({ 'election.json': '{\n  "id": "xx-2024"\n  "name": {}\n}' });

  expect(findings.kept.map((found) => factsOf(found).reason)).toEqual([
    expect.stringMatching(/line 3 column 3/),
  ]);
});

test('a definition in UTF-16, as some editors save it, is read', async () => {
  const bytes = Buffer.from(`\ufeff${JSON.stringify(anElection())}`, 'utf16le');

  expect((await verdictOn({ 'election.json': bytes })).outcome).toBe('accepted');
});
