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
import { compensated, inDistricts, lists, problems, source, withList } from './support.ts';

const ofZ = { option: optionId('Z'), date: '2024-03-20', source };
const share = { percent: '50', base: 'option-votes', inclusive: false } as const;
const regions = {
  areas: [areaId('N'), areaId('S')],
  atLeast: '1/2',
  weights: { N2: '1/2' },
  majority: share,
};
const weighed = withList({ type: 'referendum', majority: share, regions });

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
