import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { anElection, areaId, listContest } from '../../support/builders.ts';
import { factsOf, verdictOn } from '../checking.ts';
import { data, present } from './support.ts';

describe.skipIf(!present)('Kazakhstan, turnout snapshots', () => {
  test('reports the falls that are really in them', async () => {
    const verdict = await verdictOn({
      'election.json': JSON.stringify(kazakhstan()),
      'turnout/snapshots.csv': readFileSync(`${data}/kz/turnout-snapshots.csv`),
    });

    const falls = verdict.findings.kept.filter(({ code }) => code === 'turnout-falls');
    expect(falls.map((found) => [found.where.area, factsOf(found).before, factsOf(found).after])).toEqual(
      expect.arrayContaining([
        ['KZ-61', '49.14', '41.07'],
        ['KZ-62', '63.63', '58.99'],
      ]),
    );
    expect(falls.every(({ where }) => where.row !== undefined)).toBe(true);
  });
});

function kazakhstan(): ElectionDefinition {
  const ids = [
    '10',
    '11',
    '15',
    '19',
    '23',
    '27',
    '31',
    '33',
    '35',
    '39',
    '43',
    '47',
    '55',
    '59',
    '61',
    '62',
    '63',
    '71',
    '75',
    '79',
  ];
  return anElection({
    sources: Array.from({ length: 99 }, (_, index) => ({
      id: `S${String(index + 1).padStart(2, '0')}`,
      title: 'Source',
    })),
    areas: [
      { id: areaId('KZ'), type: 'country', name: { en: 'Kazakhstan' } },
      ...ids.map(
        (id) => ({ id: areaId(`KZ-${id}`), type: 'region', parent: areaId('KZ'), name: { en: id } }) as const,
      ),
    ],
    contests: [listContest({ area: areaId('KZ') })],
    tables: [
      {
        files: 'turnout/*.csv',
        layout: 'wide',
        columns: {
          area: 'area_code',
          time: 'as_of_local_astana',
          percent: 'ballots_issued_pct',
          source: 'source',
        },
        ignoreUnknown: true,
      },
    ],
  });
}
