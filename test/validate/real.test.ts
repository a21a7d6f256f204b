import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sumTotals, totalsOf } from '../../functions/model/batch.ts';
import type { ElectionDefinition, Option } from '../../functions/model/generated/election.ts';
import { votesField } from '../../functions/model/protocol.ts';
import { anElection, areaId, listContest, optionId } from '../support/builders.ts';
import { protocolsOf, verdictOn } from './checking.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');
const present = existsSync(data);
if (!present)
  console.warn(`SKIPPED: official files are not at ${data}; the tests that load them unmodified did not run`);

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
    const more = unequal.filter(({ data: facts }) => Number(facts.sum) > Number(facts.cast));
    expect(protocols).toHaveLength(3_668);
    expect(verdict.findings.errors).toBe(0);
    expect([more.length, unequal.length - more.length]).toEqual([125, 908]);
  });
});

describe.skipIf(!present)('Lithuania 2020, two files that merge', () => {
  const folder = `${data}/lt-seimas-2020`;

  test('loads without an edit, votes and counts of 1,987 stations', async () => {
    const files = {
      'election.json': JSON.stringify(lithuania()),
      'stations/minor.csv': readFileSync(`${folder}/2020-minor.csv`),
      'results/list/votes.csv': readFileSync(`${folder}/2020-votes.csv`),
    };

    const votes = await verdictOn(files);
    const counts = await verdictOn({
      ...files,
      'results/list/minor.csv': readFileSync(`${folder}/2020-minor.csv`),
    });

    expect(protocolsOf(votes)).toHaveLength(1_987);
    expect(protocolsOf(counts)).toHaveLength(1_987);
    expect(counts.findings.errors).toBe(0);
    const totals = sumTotals(totalsOf(protocolsOf(votes)));
    expect(totals.reported).toBe(1_987);
    expect(totals.values.get(votesField(optionId('5')))?.sum).toBe(
      sumOfColumn(`${folder}/2020-votes.csv`, '5'),
    );
  });
});

describe.skipIf(!present)('Kazakhstan, turnout snapshots', () => {
  test('reports the falls that are really in them', async () => {
    const verdict = await verdictOn({
      'election.json': JSON.stringify(kazakhstan()),
      'turnout/snapshots.csv': readFileSync(`${data}/kz/turnout-snapshots.csv`),
    });

    const falls = verdict.findings.kept.filter(({ code }) => code === 'turnout-falls');
    expect(falls.map(({ where, data: facts }) => [where.area, facts.before, facts.after])).toEqual(
      expect.arrayContaining([
        ['KZ-61', '49.14', '41.07'],
        ['KZ-62', '63.63', '58.99'],
      ]),
    );
    expect(falls.every(({ where }) => where.row !== undefined)).toBe(true);
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

function lithuania(): ElectionDefinition {
  const districts = Array.from({ length: 71 }, (_, index) => areaId(String(index + 1)));
  return anElection({
    areas: [
      { id: areaId('LT'), type: 'country', name: { en: 'Lithuania' } },
      ...districts.map((id) => ({ id, type: 'district', parent: areaId('LT'), name: { en: id } }) as const),
    ],
    contests: [
      listContest({
        area: areaId('LT'),
        options: Array.from({ length: 17 }, (_, index) => listOption(index + 1)),
      }),
    ],
    tables: [
      {
        files: 'stations/*.csv',
        layout: 'wide',
        columns: {
          station: 'minor_gid',
          area: 'major_id',
          name: 'minor_name',
          registered: 'registered_voters',
        },
        ignore: ['minor_id', 'votes'],
      },
      {
        files: 'results/list/votes.csv',
        layout: 'long',
        columns: { station: 'minor_gid', option: 'org_id', votes: 'votes' },
      },
      {
        files: 'results/list/minor.csv',
        layout: 'wide',
        columns: { station: 'minor_gid', area: 'major_id', registered: 'registered_voters', cast: 'votes' },
        ignore: ['minor_id', 'minor_name'],
      },
    ],
  });
}

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

function listOption(number: number): Option {
  return { id: optionId(String(number)), kind: 'list', name: { en: `List ${number}` } };
}

function sumOfColumn(path: string, option: string): bigint {
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  return rows.filter((cells) => cells[1] === option).reduce((sum, cells) => sum + BigInt(cells[2] ?? 0), 0n);
}
