import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { anElection, areaId, listContest } from '../../support/builders.ts';
import { factsOf, protocolsOf, verdictOn } from '../checking.ts';
import { data, listOption, present } from './support.ts';

describe.skipIf(!present)('Georgia 2016, one wide file with repeated headers', () => {
  const file = () => readFileSync(`${data}/ge-parliament-2016/2016_official_parl_party.csv`);
  const numbers = [
    1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 22, 23, 25, 26, 27, 28, 30, 41,
  ];
  const districts = Array.from({ length: 74 }, (_, index) => String(index).padStart(2, '0'));

  test('loads without an edit, and counts the precincts whose ballots do not add up', async () => {
    const verdict = await verdictOn({
      'election.json': JSON.stringify(georgia(numbers, districts)),
      'stations/precincts.csv': file(),
      'results/list/party.csv': file(),
    });

    const protocols = protocolsOf(verdict);
    const unequal = verdict.findings.kept.filter(({ code }) => code === 'votes-invalid-cast');
    const more = unequal.map(factsOf).filter(({ sum, cast }) => Number(sum) > Number(cast));
    expect(protocols).toHaveLength(3_668);
    expect(verdict.findings.errors).toBe(0);
    expect([more.length, unequal.length - more.length]).toEqual([125, 908]);
  });
});

function georgia(numbers: readonly number[], districts: readonly string[]): ElectionDefinition {
  return anElection({
    areas: [
      { id: areaId('GE'), type: 'country', name: { en: 'Georgia' } },
      ...districts.map(
        (id) => ({ id: areaId(id), type: 'district', parent: areaId('GE'), name: { en: id } }) as const,
      ),
    ],
    contests: [listContest({ area: areaId('GE'), options: numbers.map(listOption) })],
    tables: [
      {
        files: 'stations/*.csv',
        layout: 'wide',
        columns: { station: 'precinct_id', area: 'district_id', registered: 'possible voters' },
        ignoreUnknown: true,
      },
      {
        files: 'results/list/*.csv',
        layout: 'wide',
        columns: {
          station: 'precinct_id',
          area: 2,
          registered: 'possible voters',
          cast: 10,
          invalid: 'invalid votes',
        },
        options: { pattern: '{option} - *' },
        ignore: ['region', 'district name', 5, 7, 8, 9, 'num ballots', 'valid votes', 14, 15, 16, 17, 18, 19],
      },
    ],
  });
}
