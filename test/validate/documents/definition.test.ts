import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import {
  anElection,
  areaId,
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
