import { describe, expect, test } from 'vitest';
import { votesField } from '../../../functions/model/records/protocol.ts';
import { csv, optionId } from '../../support/builders.ts';
import { codesOf, protocolsOf, verdictIn } from '../checking.ts';

const file = 'results/list/a.csv';
const read = (...lines: string[]) => verdictIn(file, csv(...lines));
const votes = (option: string) => votesField(optionId(option));

describe('the wide layout', () => {
  test('has a column an option, its header in any case and order, and rows in any order', async () => {
    const verdict = await read(' b ,STATION,a,Cast', '2,st3,1,3', '5,st1,4,9');

    expect(protocolsOf(verdict).map(({ station, area }) => [station, area])).toEqual([
      ['st1', 'N1'],
      ['st3', 'N2'],
    ]);
    expect(protocolsOf(verdict)[0]?.values.get(votes('A'))).toEqual({ count: 4, source: '' });
  });

  test('takes an empty cell for missing, never for zero', async () => {
    const [protocol] = protocolsOf(await read('station,cast,A,B', 'st1,, ,2'));

    expect([...(protocol?.values.keys() ?? [])]).toEqual(['votes:B']);
  });

  test('passes over rows that are blank and units that report nothing', async () => {
    const verdict = await read('station,A', 'st1,1', ',', '', 'st2,');

    expect(protocolsOf(verdict)).toHaveLength(1);
  });

  test('lets a column without a header stand as long as it is empty', async () => {
    expect((await read('station,A,', 'st1,1,')).outcome).toBe('accepted');
    expect((await read('station,A,', 'st1,1,7')).findings.kept).toMatchObject([
      { code: 'header-unknown', where: { row: 2, column: '#3' } },
    ]);
  });
});

describe('the long layout', () => {
  test('repeats the counts of a station, or gives them once, each value with the source of its row', async () => {
    const verdict = await read(
      'station,cast,invalid,option,votes,source',
      'st1,10,,A,4,S1',
      'st2,,,B,1,',
      'st1,10,,B,5,S2',
      'st1,,1,,,S1; S2',
    );

    const [protocol] = protocolsOf(verdict);
    expect(Object.fromEntries(protocol?.values ?? [])).toEqual({
      cast: { count: 10, source: 'S1' },
      invalid: { count: 1, source: 'S1;S2' },
      'votes:A': { count: 4, source: 'S1' },
      'votes:B': { count: 5, source: 'S2' },
    });
  });

  test('names both rows of a count that is given differently', async () => {
    const { findings } = await read('station,cast,option,votes', 'st1,10,A,4', 'st2,3,A,1', 'st1,11,B,5');

    expect(findings.kept).toMatchObject([
      {
        code: 'count-conflict',
        where: { row: 4, column: 'cast', station: 'st1' },
        data: { field: 'cast', value: 11, other: 10, first: 2 },
      },
    ]);
  });

  test('wants an option for votes', async () => {
    expect(codesOf(await read('station,option,votes', 'st1,,4', 'st1,A,1'))).toEqual(['cell-missing']);
  });

  test('reports an unknown station once, with the nearest', async () => {
    const { findings } = await read('station,option,votes', 'ST-1,A,4', 'ST-1,B,4', 'st1,A,1');

    expect(findings.kept).toMatchObject([
      { code: 'station-unknown', data: { station: 'ST-1', nearest: 'st1' } },
    ]);
  });
});

describe('counts', () => {
  test.each(['1000', '1 000', '1\u00a0000', '1\u2009000', '1\u202f000', ' 1000 ', '001000'])(
    'accepts %j',
    async (cell) => {
      const [protocol] = protocolsOf(await read('station,A', `st1,${cell}`));

      expect(protocol?.values.get(votes('A'))?.count).toBe(1000);
    },
  );

  test.each(['1.0', '1e3', '-1', '+1', '0x10', '1 00', '10 00', '1000 000', '１０', 'NaN', '—'])(
    'refuses %j',
    async (cell) => {
      expect(codesOf(await read('station,A', `st1,${cell}`))).toEqual(['count-not-whole']);
    },
  );

  test('reach 2^53 − 1', async () => {
    expect((await read('station,A', 'st1,9007199254740991')).outcome).toBe('accepted');
    expect(codesOf(await read('station,A', `st1,${'9'.repeat(400)}`))).toEqual(['count-too-large']);
  });
});

test('reports every fault at once, each at its place', async () => {
  const { findings } = await read(
    'station,area,A,B',
    'st1,N1,x,1',
    'st9,N1,1,1',
    'st2,S,1,1',
    'st3,Q,1,-',
    'st1,N1,1,1',
  );

  expect(findings.kept.map(({ code, where }) => [code, where.row, where.column])).toEqual([
    ['count-not-whole', 2, 'A'],
    ['station-unknown', 3, 'station'],
    ['station-area-mismatch', 4, 'station'],
    ['area-unknown', 5, 'area'],
    ['count-not-whole', 5, 'B'],
    ['row-duplicate', 6, undefined],
  ]);
});
