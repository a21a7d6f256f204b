import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type {
  Contest,
  ElectionDefinition,
  PartyList,
  PersonsRule,
} from '../../../functions/model/generated/election.ts';
import {
  anElection,
  areaId,
  contestId,
  councilContest,
  listContest,
  optionId,
} from '../../support/builders.ts';
import { aFullElection, aProtocol, aSetting, north, type Setting } from '../setting.ts';

test('the totals of every area are the sums of the results in it', async () => {
  const setting = await aFullElection();
  await setting.release();
  const within: Record<string, string[]> = {
    XX: ['N1', 'N2', 'S'],
    N: ['N1', 'N2'],
    N1: ['N1'],
    N2: ['N2'],
    S: ['S'],
  };
  const results = rows(setting, '1.0.0/results.csv');
  const totals = rows(setting, '1.0.0/totals.csv');

  for (const { area = '', measure, option, count, protocols } of totals) {
    const parts = results.filter(
      (row) => within[area]?.includes(row.area ?? '') && row.measure === measure && row.option === option,
    );
    expect(Number(count)).toBe(parts.reduce((sum, row) => sum + Number(row.count), 0));
    expect(Number(protocols)).toBe(parts.length);
  }
  expect(totals).toHaveLength(5 * 7);
});

test('sums beyond 2^53 stay exact', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  const huge = Number.MAX_SAFE_INTEGER;
  const protocols = ['a', 'b', 'c'].map((station) =>
    aProtocol('N1', station, { A: huge, B: 0, C: 0, 'against-all': 0 }),
  );
  await setting.accept('results/list/a.csv', { kind: 'results', protocols });

  await setting.release();

  expect(setting.read('1.0.0/totals.csv')).toContain(`list,XX,votes,A,${3n * BigInt(huge)},3`);
  expect(JSON.parse(setting.read('1.0.0/summary.json')).contests[0].options[0].votes).toBe(
    `${3n * BigInt(huge)}`,
  );
});

test('values of one station from two files are merged, each with its file', async () => {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  await setting.accept('results/list/turnout.csv', {
    kind: 'results',
    protocols: [aProtocol('N1', 'st1', { cast: 700 })],
  });
  await setting.accept('results/list/votes.csv', {
    kind: 'results',
    protocols: [aProtocol('N1', 'st1', { A: 400 })],
  });

  await setting.release();

  expect(setting.read('1.0.0/results.csv').split('\r\n').slice(1, 3)).toEqual([
    'list,N1,st1,cast,,700,S1,results/list/turnout.csv',
    'list,N1,st1,votes,A,400,S1,results/list/votes.csv',
  ]);
  expect(JSON.parse(setting.read('1.0.0/results.json')).protocols).toEqual([
    {
      contest: 'list',
      area: 'N1',
      station: 'st1',
      counts: { cast: 700 },
      votes: { A: 400 },
      sources: ['S1'],
      uploads: ['results/list/turnout.csv', 'results/list/votes.csv'],
    },
  ]);
});

test('a partial result is provisional, and completeness says what is missing where', async () => {
  const setting = await aFullElection();
  await setting.accept('results/list/north.csv', { kind: 'results', protocols: north.slice(0, 1) });
  await setting.release();

  expect(
    rows(setting, '1.0.0/completeness.csv')
      .slice(0, 5)
      .map(({ area, expected, reported, missing }) => [area, expected, reported, missing]),
  ).toEqual([
    ['XX', '4', '2', '2'],
    ['N', '3', '1', '2'],
    ['N1', '2', '1', '1'],
    ['N2', '1', '0', '1'],
    ['S', '1', '1', '0'],
  ]);
  expect(rows(setting, '1.0.0/seats.csv')[0]?.provisional).toBe('true');
  expect(setting.read('1.0.0/README.md')).toContain('2 of 4 protocols: **provisional**.');
});

test('declared seats stand beside the computed ones, and a difference is a finding', async () => {
  const contest = listContest({ declared: { seats: { A: 6, B: 3, C: 1 }, source: 'S2' } });
  const setting = await aFullElection(anElection({ contests: [contest, councilContest()] }));
  await setting.release();

  expect(
    rows(setting, '1.0.0/seats.csv')
      .slice(0, 3)
      .map(({ option, seats, declared }) => [option, seats, declared]),
  ).toEqual([
    ['A', '5', '6'],
    ['B', '4', '3'],
    ['C', '1', '1'],
  ]);
  expect(setting.read('1.0.0/findings.csv')).toContain(
    'declared-differs,warning,list,,,A,"Seats: declared 6, computed 5."',
  );
  expect(JSON.parse(setting.read('1.0.0/summary.json')).findings).toContainEqual(
    expect.objectContaining({ code: 'declared-differs', count: 2 }),
  );
});

test('a finding that the election has raised is published as an error', async () => {
  const setting = await aFullElection(anElection({ severity: { 'votes-invalid-cast': 'error' } }));
  await setting.release();

  expect(setting.read('1.0.0/findings.csv')).toContain('votes-invalid-cast,error,list,N2,st3,');
});

test.each<[string, Partial<Contest>, string[]]>([
  ['the winner alone is computed', {}, ['council,X,Candidate X,,,computed,,1,1,ballot,,,,']],
  [
    'the declared winner is both',
    { declared: { elected: [{ option: optionId('X'), name: { en: 'Mr. X' } }], source: 'S2' } },
    ['council,X,Candidate X,,,both,S2,1,1,ballot,,,,'],
  ],
  [
    'another declared winner stands beside the computed one',
    { declared: { elected: [{ option: optionId('Y'), name: { en: 'Candidate Y' } }], source: 'S2' } },
    ['council,X,Candidate X,,,computed,,1,1,ballot,,,,', 'council,Y,Candidate Y,,,declared,S2,,1,,,,,'],
  ],
])('elected.csv: %s', async (_what, changes, expected) => {
  const setting = await aFullElection(anElection({ contests: [listContest(), councilContest(changes)] }));
  const protocols = ['N', 'S'].map((area) => ({
    ...aProtocol(area, 'x', { X: 7, Y: 5 }),
    contest: contestId('council'),
    area: areaId(area),
    station: null,
  }));
  await setting.accept('results/council/all.csv', { kind: 'results', protocols });
  await setting.release();

  expect(elected(setting)).toEqual(expected);
});

test('elected.csv: where no votes are published, the declared persons', async () => {
  const declared = { elected: [{ name: { en: 'Somebody' }, independent: true }], source: 'S2' };
  const setting = await aFullElection(
    anElection({ contests: [listContest(), councilContest({ declared })] }),
  );
  await setting.release();

  expect(elected(setting)).toEqual(['council,,Somebody,,true,declared,S2,,1,,,,,']);
});

test('elected.csv: the first of each list, where seats go by its order; a list that is not published leaves its seats open', async () => {
  const setting = await aFullElection(withPersons('list-order'));
  await setting.release();

  expect(elected(setting)).toEqual([
    'list,A,Ann,PA,false,computed,,1,1,list-order,,,,',
    "list,A,'@Bob,PA,false,computed,,2,1,list-order,,,,",
    'list,B,,,,computed,,,2,,,,,candidates-missing',
  ]);
});

test('elected.csv: while the party has named nobody its seats are open, but for those of declared persons', async () => {
  const declared = { elected: [{ option: optionId('A'), name: { en: 'Ann' } }], source: 'S2' };
  const setting = await aFullElection(withPersons('party-decides', { declared }));
  await setting.release();

  expect(elected(setting)).toEqual([
    'list,A,Ann,,,declared,S2,,1,,,,,',
    'list,A,,PA,,computed,,,1,,,,,party-undecided',
    'list,B,,,,computed,,,2,,,,,candidates-missing',
  ]);
});

test('elected.csv: who has left stays, without a seat, beside who follows', async () => {
  const option = optionId('A');
  const vacancies = [{ option, person: 1, reason: 'resigned', date: '2024-05-01', source: 'S2' } as const];
  const setting = await aFullElection(withPersons('list-order', { vacancies }));
  await setting.release();

  expect(elected(setting).slice(0, 3)).toEqual([
    'list,A,Ann,PA,false,computed,,1,0,list-order,,,2024-05-01,resigned',
    'list,A,Cid,PA,false,computed,,1,1,list-order,,2024-05-01,,',
    "list,A,'@Bob,PA,false,computed,,2,1,list-order,,,,",
  ]);
});

test('a list whose mandates do not meet the group quota is a finding', async () => {
  const groupQuota = { percent: '60', groups: ['woman' as const], of: ['mandates' as const] };
  const setting = await aFullElection(withPersons('list-order', {}, { groupQuota }));
  await setting.release();

  expect(setting.read('1.0.0/findings.csv')).toContain(
    'mandates-under-quota,warning,list,,,A,1 of the 2 mandates are held by members of the groups woman; the law asks for 60 %.',
  );
  expect(JSON.parse(setting.read('1.0.0/summary.json')).findings).toContainEqual(
    expect.objectContaining({ code: 'mandates-under-quota', count: 1 }),
  );
});

/** The election with four seats for the lists, given to persons by `persons`. */
function withPersons(
  persons: PersonsRule,
  changes: Partial<Contest> = {},
  rules: Partial<PartyList> = {},
): ElectionDefinition {
  const { systems, ...definition } = anElection({ contests: [listContest(changes), councilContest()] });
  const list = systems.list;
  if (list?.type !== 'party-list') throw new TypeError('the builder has changed');
  return { ...definition, systems: { ...systems, list: { ...list, seats: 4, persons, ...rules } } };
}

function elected(setting: Setting): string[] {
  return setting.read('1.0.0/elected.csv').trimEnd().split('\r\n').slice(1);
}

function rows(setting: Setting, path: string): Partial<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(setting.read(path), { header: true, skipEmptyLines: true }).data;
}
