import { describe, expect, test } from 'vitest';
import { anElection, csv } from '../../support/builders.ts';
import { codesOf, recordsOf, verdictIn } from '../checking.ts';

describe('candidates', () => {
  const read = (...lines: string[]) => verdictIn('candidates/a.csv', csv(...lines));

  test('have names in the languages of the election and flags that may be unknown, in the order of the lists', async () => {
    const verdict = await read(
      'contest,option,order,name_en,name_kk,woman,youth,source',
      'list,B,2,,,,,',
      'list,B,1,Ann,Әнел,yes,no,S1;S2',
    );

    expect(recordsOf(verdict)).toMatchObject({
      candidates: [
        {
          option: 'B',
          order: 1,
          name: { en: 'Ann', kk: 'Әнел' },
          woman: true,
          youth: false,
          disability: null,
          source: 'S1;S2',
        },
        { option: 'B', order: 2, name: {}, woman: null, independent: null },
      ],
    });
  });

  test('say who the person is, whether they still stand, and what decides their turn', async () => {
    const verdict = await read(
      'contest,option,order,person,status,preferences,sort_name',
      'list,B,1,P-7,DECEASED,1 200,Абай Ән',
      'list,B,2,,,,',
    );

    const empty = { woman: null, youth: null, disability: null, independent: null, name: {}, source: '' };
    const stands = { contest: 'list', option: 'B', ...empty };
    const stated = { person: 'P-7', status: 'deceased', preferences: 1200, sortName: 'Абай Ән' };
    expect(recordsOf(verdict)).toEqual({
      kind: 'candidates',
      candidates: [
        { ...stands, order: 1, ...stated },
        { ...stands, order: 2 },
      ],
    });
  });

  test('do not have half a vote', async () => {
    expect(codesOf(await read('contest,option,order,preferences', 'list,B,1,1.5'))).toEqual([
      'count-not-whole',
    ]);
  });

  test('do not have names in other languages', async () => {
    expect(codesOf(await read('contest,option,order,name_fr', 'list,B,1,Anne'))).toEqual(['header-unknown']);
  });

  test('stand once in a place', async () => {
    expect(codesOf(await read('contest,option,order', 'list,B,1', 'list,B,1'))).toEqual(['row-duplicate']);
  });

  test('have every cell that is needed', async () => {
    expect(codesOf(await read('contest,option,order', ',B,1', 'list,,2', 'list,B,', 'list,Z,3'))).toEqual([
      'cell-missing',
      'cell-missing',
      'cell-missing',
      'option-unknown',
    ]);
  });
});

describe('a register', () => {
  const read = (...lines: string[]) => verdictIn('stations/b.csv', csv(...lines));

  test('keeps ids as commissions write them', async () => {
    const verdict = await read(
      'station,area,name,registered',
      '№ 7,S,"School, ""Dostyk""",1 200',
      '12/4,S,,',
    );

    expect(recordsOf(verdict)).toMatchObject({
      stations: [
        { station: '12/4', area: 'S', name: '', registered: null },
        { station: '№ 7', area: 'S', name: 'School, "Dostyk"', registered: 1200 },
      ],
    });
  });

  test('names a station once, with its area', async () => {
    expect(codesOf(await read('station,area', 'p1,S', 'p1,S', 'p2,', ',S', 'p3,Q'))).toEqual([
      'row-duplicate',
      'cell-missing',
      'cell-missing',
      'area-unknown',
    ]);
  });
});

describe('turnout', () => {
  test('has the offset of the election where a time has none', async () => {
    const verdict = await verdictIn(
      'turnout/a.csv',
      csv('area,time,issued,percent', 'N,2024-03-10T12:00,,20.5', 'N,2024-03-10T10:00+05:00,5,'),
      anElection({ utcOffset: '+06:00' }),
    );

    expect(recordsOf(verdict)).toMatchObject({
      turnout: [
        { time: '2024-03-10T10:00+05:00', issued: 5, percent: null },
        { time: '2024-03-10T12:00+06:00', issued: null, percent: '20.5' },
      ],
    });
  });

  test('of one moment comes once, however its offset is written', async () => {
    const lines = csv('area,time,issued', 'N,2024-03-10T12:00,1', 'N,2024-03-10T11:00+05:00,1');

    expect(codesOf(await verdictIn('turnout/a.csv', lines))).toEqual(['row-duplicate']);
  });
});
