import { expect, test } from 'vitest';
import type { Comparison, ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { Measures } from '../../../functions/model/generated/measures.ts';
import type { Protocol } from '../../../functions/model/records/protocol.ts';
import { votesField } from '../../../functions/model/records/protocol.ts';
import { readJson, totalsOf } from '../../examples/reading.ts';
import {
  anElection,
  areaId,
  contestId,
  councilContest,
  electionId,
  listContest,
  optionId,
} from '../../support/builders.ts';
import { aFullElection, aProtocol, aSetting, type Setting } from '../setting.ts';

async function measures(setting: Setting): Promise<Measures> {
  await setting.release();
  return JSON.parse(setting.read('1.0.0/measures.json'));
}

async function mazhilis(): Promise<Measures> {
  const definition: ElectionDefinition = {
    ...readJson<ElectionDefinition>('examples/kz-mazhilis-2023/election.json'),
    id: electionId('xx-2024'),
  };
  const { votes } = totalsOf('kz-mazhilis-2023', 'list', ['results/list/votes.csv']);
  const protocol: Protocol = {
    contest: contestId('list'),
    area: areaId('KZ'),
    station: null,
    values: new Map([...votes].map(([id, count]) => [votesField(optionId(id)), { count, source: 'S01' }])),
  };
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition });
  await setting.accept('results/list/votes.csv', { kind: 'results', protocols: [protocol] });
  return measures(setting);
}

test('the Mazhilis of 2023, computed by hand with other means', async () => {
  const { contests, systems } = await mazhilis();
  const [list] = contests;

  expect(contests).toHaveLength(1);
  expect(systems).toEqual([]);
  expect(list?.indices).toEqual({
    votes: 6_118_150,
    seats: 69,
    gallagher: '2.1888',
    loosemoreHanby: '2.6920',
    effectiveByVotes: { laaksoTaagepera: '2.8441', golosov: '2.1256' },
    effectiveBySeats: { laaksoTaagepera: '2.6792', golosov: '2.0110' },
    wastedVotes: 146_431,
    wastedPercent: '2.3934',
  });
  // 5 % of 6 366 441 is 318 322.05: 171 891 more votes would be 5 % of as many as before, but they are votes too.
  expect(list?.thresholds.find(({ option }) => option === 'baytaq')).toEqual({
    option: 'baytaq',
    passes: false,
    votes: 180_938,
  });
  expect(list?.thresholds.find(({ option }) => option === 'osdp')).toEqual({
    option: 'osdp',
    passes: true,
    votes: 13_406,
  });
});

test('the same beside the election of 2021: two parties merged, one is new', async () => {
  const { contests } = await mazhilis();
  const comparison = contests[0]?.comparison;

  expect(comparison).toMatchObject({
    election: 'kz-mazhilis-2021',
    pedersen: '22.8006',
    swing: { to: 'amanat', from: 'auyl', butler: '-12.3138', steed: '-10.2053' },
    discontinued: [],
  });
  expect(comparison?.changes.find(({ option }) => option === 'respublica')).toMatchObject({
    percent: '8.9431',
    before: '0.0000',
    change: '8.9431',
  });
});

test('a party that none continues is named, and loses all that it had', async () => {
  const comparedWith: Comparison = {
    name: { en: 'Election of 2020' },
    source: 'S1',
    contests: [
      {
        contest: contestId('list'),
        parties: [
          { name: { en: 'Old A' }, percent: '60', continuedBy: optionId('A') },
          { name: { en: 'Old Z' }, percent: '30' },
        ],
      },
    ],
  };
  const { contests } = await measures(await aFullElection(anElection({ comparedWith })));
  const comparison = contests.find(({ contest }) => contest === 'list')?.comparison;

  // A 850, B 610, C 175 of 1635: 51.9878, 37.3089, 10.7034. Changes 8.0122, 37.3089, 10.7034 and 30 sum to 86.0245.
  expect(comparison?.pedersen).toBe('43.0122');
  expect(comparison?.discontinued).toEqual([{ name: { en: 'Old Z' }, before: '30.0000' }]);
});

test('contests of one system are put together by party, and each independent candidate stands alone', async () => {
  const district = (id: string, parties: readonly (string | null)[]) =>
    councilContest({
      id: contestId(id),
      area: areaId('XX'),
      reportingAreas: [areaId('XX')],
      options: parties.map((party, index) => ({
        id: optionId(`O${index}`),
        kind: 'candidate',
        name: { en: `Candidate ${index}` },
        ...(party && { party: anElection().parties[0]?.id }),
      })),
    });
  const setting = aSetting();
  const contests = [district('one', ['PA', null]), district('two', ['PA', null])];
  await setting.accept('election.json', { kind: 'definition', definition: anElection({ contests }) });
  const protocol = (contest: string, numbers: Record<string, number>) => ({
    ...aProtocol('XX', 'none', numbers),
    contest: contestId(contest),
    station: null,
  });
  await setting.accept('results/one/a.csv', {
    kind: 'results',
    protocols: [protocol('one', { O0: 60, O1: 40 })],
  });
  await setting.accept('results/two/a.csv', {
    kind: 'results',
    protocols: [protocol('two', { O0: 45, O1: 55 })],
  });

  const { systems } = await measures(setting);

  // Party 105 of 200 votes and 1 of 2 seats; independents 40 and none, 55 and one.
  expect(systems).toEqual([
    {
      system: 'plurality',
      contests: 2,
      provisional: false,
      indices: expect.objectContaining({
        votes: 200,
        seats: 2,
        loosemoreHanby: '22.5000',
        wastedVotes: 85,
        effectiveBySeats: { laaksoTaagepera: '2.0000', golosov: '2.0000' },
      }),
    },
  ]);
});

test('what the data do not tell is null', async () => {
  const setting = aSetting();
  const contests = [listContest(), councilContest()];
  await setting.accept('election.json', { kind: 'definition', definition: anElection({ contests }) });
  await setting.accept('results/list/a.csv', {
    kind: 'results',
    protocols: [aProtocol('N1', 'st1', { A: 5, B: 3 })],
  });

  const { contests: found } = await measures(setting);

  expect(found).toEqual([
    {
      contest: 'list',
      provisional: true,
      turnout: { castPercent: null, issuedPercent: null },
      indices: null,
      lastSeat: null,
      thresholds: [],
      comparison: null,
    },
  ]);
});
