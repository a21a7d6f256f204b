import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../functions/allocate/allocate.ts';
import { allocationInputs } from '../../functions/allocate/input.ts';
import { sumTotals, totalsOf } from '../../functions/model/batch.ts';
import type { ElectionDefinition, Option } from '../../functions/model/generated/election.ts';
import { votesField } from '../../functions/model/protocol.ts';
import { anElection, areaId, listContest, optionId } from '../support/builders.ts';
import { workbookOf } from '../support/workbook.ts';
import { zipOf } from '../support/zip.ts';
import { factsOf, protocolsOf, verdictOn } from './checking.ts';

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
    const more = unequal.map(factsOf).filter(({ sum, cast }) => Number(sum) > Number(cast));
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

  test('gives the seats of the lists that were declared', async () => {
    const verdict = await verdictOn({
      'election.json': JSON.stringify(lithuania()),
      'stations/minor.csv': readFileSync(`${folder}/2020-minor.csv`),
      'results/list/votes.csv': readFileSync(`${folder}/2020-votes.csv`),
    });

    const protocols = protocolsOf(verdict);
    const stations = Map.groupBy(protocols, ({ area }) => area);
    const [input] = allocationInputs(
      lithuania(),
      totalsOf(protocols),
      new Map([...stations].map(([area, { length }]) => [area, length])),
    );
    if (input === undefined) throw new RangeError('no contest');
    const { outcome } = allocate(input);

    if (outcome.status !== 'allocated') throw new Error(outcome.status);
    // TS-LKD, LVŽS, DP, LSDP, Laisvės partija, LRLS.
    expect(
      Object.fromEntries(
        outcome.seats.filter(({ seats }) => seats > 0).map(({ option, seats }) => [option, seats]),
      ),
    ).toEqual({
      5: 23,
      13: 16,
      16: 9,
      17: 8,
      3: 8,
      12: 6,
    });
  });
});

describe.skipIf(!present)('the same files in other wrappings', () => {
  const folder = `${data}/lt-seimas-2020`;
  const votes = () => readFileSync(`${folder}/2020-votes.csv`);
  const read = async (name: string, content: Uint8Array) => {
    const definition = lithuania();
    const tables = definition.tables?.map((table) =>
      table.files === 'results/list/votes.csv' ? { ...table, files: name } : table,
    );
    const verdict = await verdictOn({
      'election.json': JSON.stringify({ ...definition, tables }),
      'stations/minor.csv': readFileSync(`${folder}/2020-minor.csv`),
      [name]: content,
    });
    return protocolsOf(verdict);
  };
  const rows = () =>
    votes()
      .toString()
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));

  test.each([
    ['an archive', 'results/list/votes.csv.zip', () => zipOf([{ name: '2020-votes.csv', content: votes() }])],
    ['gzip', 'results/list/votes.txt.gz', () => gzipSync(votes())],
    [
      'UTF-16 without a mark',
      'results/list/votes.tsv',
      () => Buffer.from(votes().toString().replaceAll(',', '\t'), 'utf16le'),
    ],
    [
      'a workbook',
      'results/list/votes.xlsx',
      () =>
        workbookOf([{ name: 'A', rows: rows().map((row, index) => (index === 0 ? row : row.map(Number))) }]),
    ],
    [
      'lines of JSON',
      'results/list/votes.ndjson',
      () => {
        const [header = [], ...body] = rows();
        const objects = body.map((row) =>
          Object.fromEntries(row.map((cell, at) => [header[at] ?? '', Number(cell)])),
        );
        return Buffer.from(objects.map((object) => JSON.stringify(object)).join('\n'));
      },
    ],
  ])('%s gives the same protocols', async (_name, name, content) => {
    const plain = await read('results/list/votes.csv', votes());

    expect(await read(name, content())).toEqual(plain);
  });
});

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
    // Seimas Elections Law: 70 seats by the Hare quota with largest remainders, lists from 5 % on.
    systems: {
      list: {
        type: 'party-list',
        seats: 70,
        formula: { type: 'largest-remainder', quota: 'hare' },
        threshold: { percent: '5', base: 'option-votes', inclusive: true },
        ties: ['lots'],
      },
    },
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
