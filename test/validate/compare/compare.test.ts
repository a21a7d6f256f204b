import { describe, expect, test } from 'vitest';
import {
  anElection,
  areaId,
  councilContest,
  csv,
  listContest,
  optionId,
  registerCsv,
} from '../../support/builders.ts';
import { codesOf, factsOf, verdictOn } from '../checking.ts';

const base = { 'election.json': JSON.stringify(anElection()), 'stations/register.csv': registerCsv };

describe('results of several files', () => {
  test('merge: the arithmetic looks at all that they say of a station', async () => {
    const verdict = await verdictOn({
      ...base,
      'results/list/counts.csv': csv('station,cast,invalid', 'st1,10,1', 'st2,5,0'),
      'results/list/votes.csv': csv('station,A,B,C,against-all', 'st1,5,3,1,1', 'st2,5,0,0,0'),
    });

    expect(verdict.findings.kept).toMatchObject([
      { code: 'votes-invalid-cast', where: { row: 2, station: 'st1' }, data: { sum: '11', cast: 10 } },
    ]);
  });

  test('conflict by station, not by area; the other file is named', async () => {
    const { findings } = await verdictOn({
      ...base,
      'results/list/a.csv': csv('station,cast,A', 'st1,10,5'),
      'results/list/b.csv': csv('station,cast,A', 'st2,10,5', 'st1,10,5'),
    });

    expect(findings.kept).toMatchObject([
      { code: 'votes-conflict', where: { row: 3, station: 'st1' }, data: { other: 'results/list/a.csv' } },
      { code: 'field-conflict', where: { row: 3, column: 'cast' }, data: { field: 'cast' } },
    ]);
  });

  test('of different contests have nothing to do with one another', async () => {
    const definition = anElection({
      contests: [listContest(), { ...listContest(), id: councilContest().id }],
    });

    const { outcome } = await verdictOn({
      ...base,
      'election.json': JSON.stringify(definition),
      'results/list/a.csv': csv('station,A', 'st1,5'),
      'results/council/a.csv': csv('station,A', 'st1,5'),
    });

    expect(outcome).toBe('accepted');
  });
});

describe('severity', () => {
  test('raises a warning to an error', async () => {
    const definition = anElection({ severity: { 'turnout-over-100': 'error' } });
    const results = csv('station,registered,cast', 'st1,10,11');

    const { outcome, findings } = await verdictOn({
      ...base,
      'election.json': JSON.stringify(definition),
      'results/list/a.csv': results,
    });

    expect(outcome).toBe('rejected');
    expect(findings.kept).toMatchObject([{ code: 'turnout-over-100', level: 'error' }]);
  });

  test('names a code of the catalogue', async () => {
    const definition = anElection({ severity: { 'turnout-over-90': 'error' } });

    expect(codesOf(await verdictOn({ 'election.json': JSON.stringify(definition) }))).toEqual([
      'definition-reference',
    ]);
  });
});

describe('a new definition', () => {
  const results = {
    ...base,
    'results/list/a.csv': csv('station,A,C', 'st1,5,1'),
    'results/council/a.csv': csv('area,X,source', 'S,5,S2;S1'),
  };
  const replacedBy = (changes: Parameters<typeof anElection>[0]) =>
    verdictOn([...Object.entries(results), ['election.json', JSON.stringify(anElection(changes))]]);

  test.each([
    [
      'option',
      { contests: [listContest({ options: listContest().options.slice(0, 2) }), councilContest()] },
      ['C'],
    ],
    ['contest', { contests: [listContest()] }, ['council']],
    [
      'area',
      {
        areas: anElection().areas.filter(({ id }) => id !== 'S'),
        contests: [listContest(), councilContest({ reportingAreas: [areaId('N')] })],
      },
      ['S', 'S'],
    ],
    [
      'reporting area',
      { contests: [listContest(), councilContest({ reportingAreas: [areaId('N')] })] },
      ['S'],
    ],
    ['source', { sources: anElection().sources.slice(0, 1) }, ['S2']],
    ['way of reporting', { contests: [listContest({ reportedBy: 'area' }), councilContest()] }, ['list']],
  ])('that drops an %s with records is rejected', async (_name, changes, ids) => {
    const { findings } = await replacedBy(changes);

    expect(findings.kept.map(({ code }) => code)).toEqual(ids.map(() => 'definition-orphans'));
    expect(findings.kept.map((found) => factsOf(found).id)).toEqual(ids);
  });

  test('that drops what nothing refers to is accepted', async () => {
    const list = listContest();
    const fewer = list.options.filter(({ id }) => id !== optionId('B'));

    expect((await replacedBy({ contests: [{ ...list, options: fewer }, councilContest()] })).outcome).toBe(
      'accepted',
    );
  });
});

describe('a new version', () => {
  test('of candidates, turnout or a register replaces its own records', async () => {
    for (const [name, content] of [
      ['candidates/a.csv', csv('contest,option,order,woman', 'list,A,1,yes')],
      ['turnout/a.csv', csv('area,time,issued', 'N,2024-03-10T10:00,5')],
      ['stations/b.csv', csv('station,area', 'p1,S')],
    ] as const) {
      const verdict = await verdictOn([...Object.entries(base), [name, content], [name, `${content}\n`]]);
      expect(verdict.outcome).toBe('accepted');
    }
  });
});
