import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { mostStations } from '../../../functions/publish/nist/level.ts';
import { referenceTypes } from '../../../functions/publish/nist/rules/references.ts';
import { nistProblems } from '../../../functions/publish/nist/rules/rules.ts';
import {
  anElection,
  areaId,
  contestId,
  councilContest,
  listContest,
  optionId,
  stationId,
} from '../../support/builders.ts';
import { aFullElection, candidates, register, type Setting } from '../setting.ts';

const standard = '../shared/data/standards/nist-1500-100-v2/election-results-reporting.schema.json';
const missing = !existsSync(standard);
if (missing)
  console.warn(`NOT CHECKED: nist-1500-100.json against the standard's schema; ${standard} is not here`);

test.skipIf(missing)('keeps to the schema of the standard and to what it leaves open', async () => {
  const report = await reported(await aFullElection());

  expect(schemaErrors(report)).toBeNull();
  expect(nistProblems(report)).toEqual([]);
});

test.skipIf(missing)('so does a referendum, a runoff, and an election without stations', async () => {
  const base = anElection();
  const definition = anElection({
    contests: [
      councilContest({ id: contestId('president'), system: 'president' }),
      councilContest({
        id: contestId('question'),
        system: 'question',
        options: [
          { id: optionId('yes'), kind: 'yes', name: { en: 'Yes' } },
          { id: optionId('no'), kind: 'no', name: { en: 'No' } },
        ],
      }),
    ],
    systems: {
      ...base.systems,
      president: { type: 'two-round', round: 2, majority: { percent: '50', base: 'cast', inclusive: false } },
      question: { type: 'referendum', majority: { percent: '50', base: 'cast', inclusive: false } },
    },
  });
  const setting = await aFullElection(definition);
  const report = await reported(setting);

  expect(schemaErrors(report)).toBeNull();
  expect(nistProblems(report)).toEqual([]);
  expect(report.Election[0].Type).toBe('runoff');
});

test('gives the votes of an option by area and by station, and the seats of a list to the district', async () => {
  const report = await reported(await aFullElection());

  const [selection] = contest(report, 'contest.list').ContestSelection;
  expect(selection.PartyIds).toEqual(['party.PA']);
  expect(selection.VoteCounts.map(({ GpUnitId, Type, Count }: Count) => [GpUnitId, Type, Count])).toEqual([
    ['area.XX', 'total', 850],
    ['area.N', 'total', 700],
    ['area.N1', 'total', 600],
    ['area.N2', 'total', 100],
    ['area.S', 'total', 150],
    ['station.st1', 'total', 400],
    ['station.st2', 'total', 200],
    ['station.st3', 'total', 100],
    ['station.st4', 'total', 150],
    ['area.XX', 'seats', 5],
  ]);
});

test('against all is a selection that is neither party nor person', async () => {
  const report = await reported(await aFullElection());

  expect(contest(report, 'contest.list').ContestSelection.at(-1)).toMatchObject({
    '@type': 'ElectionResults.BallotMeasureSelection',
    Selection: { Text: [{ Content: 'Against all', Language: 'en' }] },
  });
});

test('ballots of several contests are told apart by type; of one alone they are the total', async () => {
  const both = await reported(await aFullElection());
  const alone = await reported(await aFullElection(anElection({ contests: [listContest()] })));

  expect(both.Election[0].BallotCounts[0]).toEqual({
    '@type': 'ElectionResults.BallotCounts',
    GpUnitId: 'area.XX',
    Type: 'other',
    OtherType: 'contest.list',
    BallotsCast: 1750,
    BallotsRejected: 35,
  });
  expect(alone.Election[0].BallotCounts[0]).toMatchObject({ Type: 'total', BallotsCast: 1750 });
});

test('says of a unit how many voters it has, what lies in it and what it is called here', async () => {
  const report = await reported(await aFullElection());

  const unit = (id: string) => report.GpUnit.find((one: { '@id': string }) => one['@id'] === id);
  expect(unit('area.N1')).toMatchObject({
    Type: 'other',
    OtherType: 'district',
    VotersRegistered: 1800,
    ComposingGpUnitIds: ['station.st1', 'station.st2'],
  });
  expect(unit('station.st4')).toMatchObject({ Type: 'precinct', Number: 'st4', VotersRegistered: 500 });
});

test('voters of a unit on which contests do not agree are left out', async () => {
  const setting = await aFullElection();
  await setting.accept('results/council/all.csv', {
    kind: 'results',
    protocols: [
      {
        contest: contestId('council'),
        area: areaId('S'),
        station: null,
        values: new Map([['registered', { count: 501, source: 'S1' }]]),
      },
    ],
  });

  const report = await reported(setting);

  const units = report.GpUnit.map((one: Record<string, unknown>) => [one['@id'], one.VotersRegistered]);
  expect(Object.fromEntries(units)).toMatchObject({ 'area.N': 2400, 'area.S': undefined });
});

test('names candidates of lists with their place, and who has won', async () => {
  const { systems } = anElection();
  const list =
    systems.list?.type === 'party-list' ? { ...systems.list, persons: 'list-order' as const } : never();
  const report = await reported(await aFullElection(anElection({ systems: { ...systems, list } })));

  const found = report.Election[0].Candidate.filter((one: { '@id': string }) =>
    one['@id'].startsWith('listed.'),
  );
  expect(found).toHaveLength(candidates.length);
  expect(found[0]).toMatchObject({
    '@id': 'listed.list.A.1',
    PartyId: 'party.PA',
    PostElectionStatus: 'winner',
    ExternalIdentifier: [{ OtherType: 'list-place', Value: 'list.A.1' }],
  });
});

test('goes down to areas only where stations are too many for one document', async () => {
  const setting = await aFullElection();
  const crowd = Array.from({ length: mostStations - register.length + 1 }, (_, index) => ({
    ...(register[0] ?? never()),
    station: stationOf(index),
  }));
  await setting.accept('stations/more.csv', { kind: 'stations', stations: crowd });

  const report = await reported(setting);

  expect(report.Format).toBe('summary-contest');
  expect(report.GpUnit).toHaveLength(5);
  expect(nistProblems(report)).toEqual([]);
});

test.skipIf(missing)('the references that are checked are those of the standard', () => {
  const found = new Map<string, Set<string>>();
  const walk = (value: unknown, name: string) => {
    if (typeof value !== 'object' || value === null) return;
    if ('refTypes' in value && Array.isArray(value.refTypes))
      for (const type of value.refTypes)
        found.set(name, (found.get(name) ?? new Set()).add(String(type).replace('ElectionResults.', '')));
    for (const [key, member] of Object.entries(value)) walk(member, key === 'items' ? name : key);
  };
  walk(JSON.parse(readFileSync(standard, 'utf8')), '');

  const sorted = [...found].map(([name, types]) => [name, [...types].sort()]).sort();
  expect([...referenceTypes].sort()).toEqual(sorted);
});

type Count = { readonly GpUnitId: string; readonly Type: string; readonly Count: number };

// biome-ignore lint/suspicious/noExplicitAny: a parsed document whose shape the tests themselves assert
async function reported(setting: Setting): Promise<any> {
  const result = await setting.release();
  if (!('version' in result)) throw new RangeError('nothing was released');
  return JSON.parse(setting.read(`${result.version}/nist-1500-100.json`));
}

function contest(report: { Election: { Contest: { '@id': string }[] }[] }, id: string) {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  return report.Election[0]?.Contest.find((one) => one['@id'] === id) as any;
}

function schemaErrors(report: unknown) {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.validate(JSON.parse(readFileSync(standard, 'utf8')), report);
  return ajv.errors ?? null;
}

function stationOf(index: number) {
  return stationId(`m${index}`);
}

function never(): never {
  throw new RangeError('the builders have changed');
}
