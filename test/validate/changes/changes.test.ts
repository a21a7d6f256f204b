import { expect, test } from 'vitest';
import { listedChanges } from '../../../functions/validate/changes/changes.ts';
import { csv } from '../../support/builders.ts';
import { electionWith, verdictOn } from '../checking.ts';

async function changesOn(name: string, before: string, after: string) {
  const current = await electionWith({ [name]: before });
  const verdict = await verdictOn({ [name]: after }, current);
  if (verdict.outcome === 'rejected') throw new Error(JSON.stringify(verdict.findings.kept));
  return verdict.changes;
}

test('a new version of results lists each station and field that differs, by area', async () => {
  const changes = await changesOn(
    'results/list/a.csv',
    csv('station,cast,A,B', 'st4,9,5,4', 'st1,10,6,4', 'st2,8,8,'),
    csv('station,cast,B,A,C', 'st4,9,4,5,', 'st3,1,1,,', 'st1,11,4,6,1'),
  );

  const st1 = { contest: 'list', area: 'N1', station: 'st1' };
  const st2 = { contest: 'list', area: 'N1', station: 'st2' };
  const st3 = { contest: 'list', area: 'N2', station: 'st3' };
  expect(changes).toEqual({
    added: 1,
    removed: 1,
    changed: 1,
    fields: 6,
    listed: [
      { ...st1, field: 'cast', before: 10, after: 11 },
      { ...st1, field: 'votes:C', before: null, after: 1 },
      { ...st2, field: 'cast', before: 8, after: null },
      { ...st2, field: 'votes:A', before: 8, after: null },
      { ...st3, field: 'cast', before: null, after: 1 },
      { ...st3, field: 'votes:B', before: null, after: 1 },
    ],
  });
});

test('so do registers, lists of candidates and snapshots', async () => {
  expect(
    await changesOn(
      'stations/more.csv',
      csv('station,area,name,registered', 'st9,S,School,100', 'st8,S,Club,'),
      csv('station,area,name,registered', 'st9,S,Library,100', 'st8,S,Club,7'),
    ),
  ).toMatchObject({
    changed: 2,
    listed: [
      { area: 'S', station: 'st8', field: 'registered', before: null, after: 7 },
      { area: 'S', station: 'st9', field: 'name', before: 'School', after: 'Library' },
    ],
  });
  expect(
    await changesOn(
      'candidates/a.csv',
      csv('contest,option,order,name_en,woman', 'list,A,1,Ann,yes'),
      csv('contest,option,order,name_en,woman', 'list,A,1,Anna,no'),
    ),
  ).toMatchObject({
    listed: [
      { contest: 'list', option: 'A', record: '1', field: 'name_en', before: 'Ann', after: 'Anna' },
      { contest: 'list', option: 'A', record: '1', field: 'woman', before: 'yes', after: 'no' },
    ],
  });
  expect(
    await changesOn(
      'turnout/a.csv',
      csv('area,time,percent', 'N,2024-03-10T10:00,10.5'),
      csv('area,time,percent', 'N,2024-03-10T10:00,10.6'),
    ),
  ).toMatchObject({
    listed: [
      { area: 'N', record: '2024-03-10T10:00+06:00', field: 'percent', before: '10.5', after: '10.6' },
    ],
  });
});

test('a first version changes nothing, nor do the same numbers in another form', async () => {
  const current = await electionWith({});
  const first = await verdictOn({ 'results/list/a.csv': csv('station,A', 'st1,5') }, current);

  expect(first).toMatchObject({ outcome: 'accepted', changes: null });
  expect(
    await changesOn('results/list/a.csv', csv('station,A', 'st1,1000'), csv('A;station', '1 000;st1')),
  ).toEqual({ added: 0, removed: 0, changed: 0, fields: 0, listed: [] });
});

test('a flood of changes is counted, and the first thousand are listed', async () => {
  const rows = (name: string) =>
    Array.from({ length: listedChanges + 5 }, (_, index) => `x${index},S,${name}`);
  const register = (name: string) => csv('station,area,name', ...rows(name));

  const changes = await changesOn('stations/more.csv', register('a'), register('b'));

  expect(changes).toMatchObject({ changed: listedChanges + 5, fields: listedChanges + 5 });
  expect(changes?.listed).toHaveLength(listedChanges);
});
