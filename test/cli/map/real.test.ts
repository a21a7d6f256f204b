import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { anElection, areaId, electionId, listContest, optionId } from '../../support/builders.ts';

const data = resolve(import.meta.dirname, '../../../../shared/data');
const present = existsSync(data);
if (!present) console.warn(`SKIPPED: official files are not at ${data}; no mapping was proposed for them`);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-map-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(!present)('map finds its way through official files, and check then accepts them', () => {
  test('Georgia 2016', async () => {
    await election(
      'xx-2024',
      'GE',
      Array.from({ length: 74 }, (_, index) => String(index).padStart(2, '0')),
      [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 15, 16, 17, 18, 19, 22, 23, 25, 26, 27, 28, 30, 41],
    );
    const source = `${data}/ge-parliament-2016/2016_official_parl_party.csv`;
    await bring(source, 'stations/precincts.csv');
    await bring(source, 'results/list/party.csv');

    const register = await map('stations/precincts.csv');
    const results = await map('results/list/party.csv');

    expect(register.mapping.columns).toEqual({
      station: 'precinct_id',
      area: 'district_id',
      registered: 'possible voters',
    });
    expect(results).toMatchObject({
      rows: 3668,
      findings: [],
      mapping: {
        layout: 'wide',
        columns: {
          station: 'precinct_id',
          area: 'district_id',
          registered: 'possible voters',
          cast: 'ballots signed for',
          invalid: 'invalid votes',
        },
        options: { pattern: '{option} - *' },
      },
    });
    expect(results.first).toHaveLength(5);
    expect(results.first[0]).toMatchObject({
      row: 2,
      cells: { station: '87.01', cast: '1171', 'votes:41': '564' },
    });
    const [, , party] = await check();
    expect(party).toMatchObject({
      outcome: 'accepted',
      records: 3668,
      counts: { 'votes-invalid-cast': 125 + 908 },
    });
  });

  test('Lithuania 2020', async () => {
    await election(
      'xx-2024',
      'LT',
      Array.from({ length: 71 }, (_, index) => String(index + 1)),
      Array.from({ length: 17 }, (_, index) => index + 1),
    );
    await bring(`${data}/lt-seimas-2020/2020-minor.csv`, 'stations/minor.csv');
    await bring(`${data}/lt-seimas-2020/2020-minor.csv`, 'results/list/counts.csv');
    await bring(`${data}/lt-seimas-2020/2020-votes.csv`, 'results/list/votes.csv');

    const register = await map('stations/minor.csv');
    const counts = await map('results/list/counts.csv');
    const votes = await map('results/list/votes.csv');

    expect(register.mapping.columns).toEqual({
      station: 'minor_gid',
      area: 'major_id',
      name: 'minor_name',
      registered: 'registered_voters',
    });
    expect(counts.mapping.columns).toEqual({
      station: 'minor_gid',
      area: 'major_id',
      registered: 'registered_voters',
      cast: 'votes',
    });
    expect(votes.mapping).toMatchObject({
      layout: 'long',
      columns: { station: 'minor_gid', option: 'org_id', votes: 'votes' },
    });
    expect((await check()).map(({ outcome, records }) => [outcome, records])).toEqual([
      ['accepted', 1],
      ['accepted', 1987],
      ['accepted', 1987],
      ['accepted', 1987],
    ]);
  });
});

async function election(id: string, root: string, districts: readonly string[], numbers: readonly number[]) {
  const country = areaId(root);
  const definition: ElectionDefinition = anElection({
    id: electionId(id),
    areas: [
      { id: country, type: 'country', name: { en: root } },
      ...districts.map((district) => ({
        id: areaId(district),
        type: 'district' as const,
        parent: country,
        name: { en: district },
      })),
    ],
    contests: [
      listContest({
        area: country,
        options: numbers.map((number) => ({
          id: optionId(String(number)),
          kind: 'list',
          name: { en: `List ${number}` },
        })),
      }),
    ],
  });
  await writeFile(join(folder, 'election.json'), JSON.stringify(definition, null, 2));
}

async function bring(source: string, file: string) {
  await mkdir(join(folder, file, '..'), { recursive: true });
  await copyFile(source, join(folder, file));
}

/** The JSON document of `sailau map --write`; the definition keeps everything else. */
async function map(file: string) {
  const before = await readFile(join(folder, 'election.json'), 'utf8');
  const document = JSON.parse(
    await sailau('map', join(folder, file), '--election', folder, '--write', '--json'),
  );
  const { tables: [table, ...others] = [], ...rest } = JSON.parse(
    await readFile(join(folder, 'election.json'), 'utf8'),
  );
  const { tables = [], ...was } = JSON.parse(before);
  expect(document.written).toBe(true);
  expect(table).toEqual(document.mapping);
  expect([others, rest]).toEqual([tables, was]);
  return document;
}

async function check(): Promise<{ outcome: string; records: number }[]> {
  return JSON.parse(await sailau('check', folder, '--json'));
}

function sailau(...args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(process.execPath, ['cli/sailau.ts', ...args], { maxBuffer: 1e8 }, (error, stdout, stderr) =>
      error === null ? done(stdout) : fail(new Error(`${error.message}\n${stderr}`)),
    );
  });
}
