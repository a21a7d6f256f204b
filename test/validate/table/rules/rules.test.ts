import { describe, expect, test } from 'vitest';
import type { Table } from '../../../../functions/model/generated/election.ts';
import { votesField } from '../../../../functions/model/records/protocol.ts';
import { anElection, csv, optionId } from '../../../support/builders.ts';
import { protocolsOf, verdictIn } from '../../checking.ts';

const read = (table: Omit<Table, 'files' | 'layout'>, content: string, layout: Table['layout'] = 'wide') =>
  verdictIn(
    'results/list/official.csv',
    content,
    anElection({ tables: [{ files: 'results/list/*.csv', layout, ...table }] }),
  );

const columns = { station: 'No', cast: 'Cast' };

describe('rows that state totals', () => {
  test('are compared with the sum of the file, wherever they stand, and counted by nobody', async () => {
    const totals = { rows: [{ column: 1, matches: ['TOTAL*'] }] };

    const verdict = await read(
      { columns, totals },
      csv(
        'No,Cast,A,B',
        'Total,900,401,',
        'st1,500,300,100',
        'st2,"4\u00a000",100,200',
        'total of all,900,400,300',
      ).replace('4\u00a000', '400'),
    );

    expect(protocolsOf(verdict)).toHaveLength(2);
    expect(protocolsOf(verdict)[0]?.values.get(votesField(optionId('A')))?.count).toBe(300);
    expect(verdict.findings.kept.filter(({ code }) => code === 'total-differs')).toMatchObject([
      { level: 'warning', where: { row: 2, column: 'A' }, data: { column: 'A', stated: '401', sum: '400' } },
    ]);
  });

  test('of the rows above them begin anew after each', async () => {
    const totals = {
      rows: [
        { column: 1, matches: ['District*'], of: 'above' as const },
        { column: 1, matches: [''] },
      ],
    };

    const verdict = await read(
      { columns: { station: 'No' }, totals },
      csv('No,A', 'st1,1', 'st2,2', 'District 1,3', 'st3,4', 'District 2,5', ',7'),
    );

    expect(verdict.findings.kept).toMatchObject([
      { code: 'total-differs', where: { row: 6 }, data: { stated: '5', sum: '4' } },
    ]);
  });

  test('in the long layout are of an option, or of all', async () => {
    const totals = { rows: [{ column: 'No', matches: ['Total'] }] };
    const long = { station: 'No', option: 'List', votes: 'Votes' };

    const verdict = await read(
      { columns: long, totals },
      csv('No,List,Votes', 'st1,A,1', 'st1,B,2', 'st2,A,3', 'Total,A,4', 'Total,B,9', 'Total,,6'),
      'long',
    );

    expect(verdict.findings.kept).toMatchObject([
      { code: 'total-differs', where: { row: 6 }, data: { sum: '2' } },
    ]);
  });

  test('must hold counts', async () => {
    const totals = { rows: [{ column: 1, matches: ['Total'] }] };

    const verdict = await read({ columns, totals }, csv('No,Cast,A', 'st1,5,5', 'Total,5.0,5'));

    expect(verdict.findings.kept).toMatchObject([
      { code: 'count-not-whole', where: { row: 3, column: 'Cast' } },
    ]);
  });

  test('sum beyond what a number holds exactly', async () => {
    const totals = { rows: [{ column: 1, matches: ['Total'] }] };
    const most = Number.MAX_SAFE_INTEGER;

    const verdict = await read(
      { columns: { station: 'No' }, totals },
      csv('No,A', `st1,${most}`, `st2,${most}`, `Total,${most}`),
    );

    expect(verdict.findings.kept[0]?.data).toMatchObject({ sum: (2n * BigInt(most)).toString() });
  });
});

test('columns that state totals are compared row by row', async () => {
  const totals = {
    columns: [
      { column: 'Valid', of: ['options'] },
      { column: 'All', of: ['options', 'invalid'] },
      { column: 'A and B', of: ['A', 'B'] },
    ],
  };

  const verdict = await read(
    { columns: { station: 'No', invalid: 'Spoilt' }, totals },
    csv('No,Spoilt,A,B,Valid,All,A and B', 'st1,1,2,3,5,6,5', 'st2,1,2,3,5,7,', 'st3,,,,0,0,1'),
  );

  expect(verdict.findings.kept).toMatchObject([
    { code: 'total-differs', where: { row: 3, column: 'All' }, data: { stated: 7, sum: '6' } },
  ]);
});

test('rows that are to be passed over are, whatever cells they have', async () => {
  const verdict = await read(
    { columns: { station: 'No' }, ignoreRows: [{ column: 'No', matches: ['source:*', '1'] }] },
    csv('No,A', '1,2', 'st1,5', 'Source: the commission'),
  );

  expect(verdict.findings.kept).toEqual([]);
  expect(protocolsOf(verdict)).toHaveLength(1);
});

test('a rule about a column that is not there is reported', async () => {
  const rules = { ignoreRows: [{ column: 'Remark', matches: ['x'] }] };

  const verdict = await read({ columns: { station: 'No' }, ...rules }, csv('No,A', 'st1,5'));

  expect(verdict.findings.kept).toMatchObject([{ code: 'header-missing', data: { column: 'Remark' } }]);
});
