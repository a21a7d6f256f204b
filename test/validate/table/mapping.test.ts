import { describe, expect, test } from 'vitest';
import type { Table } from '../../../functions/model/generated/election.ts';
import { votesField } from '../../../functions/model/records/protocol.ts';
import { anElection, csv, optionId } from '../../support/builders.ts';
import { codesOf, protocolsOf, verdictIn } from '../checking.ts';

const file = 'results/list/official.csv';
const A = optionId('A');
const B = optionId('B');

const read = (table: Omit<Table, 'files'>, content: string) =>
  verdictIn(file, content, anElection({ tables: [{ files: 'results/list/*.csv', ...table }] }));

describe('a mapped table', () => {
  test('takes columns by name and by position, options by label, position and pattern', async () => {
    const verdict = await read(
      {
        layout: 'wide',
        columns: { station: 'Precinct', cast: 3, source: { value: 'S1' } },
        options: {
          labels: [{ label: 'Alpha party', option: A }],
          positions: [{ position: 5, option: B }],
          pattern: '{option} (*)',
        },
        ignore: ['Total'],
      },
      csv('Precinct,Total,Total,Alpha party,Alpha party 2,C (third)', 'st1,9,10,3,4,2'),
    );

    const [protocol] = protocolsOf(verdict);
    expect([...(protocol?.values ?? [])]).toEqual([
      ['cast', { count: 10, source: 'S1' }],
      ['votes:A', { count: 3, source: 'S1' }],
      ['votes:B', { count: 4, source: 'S1' }],
      ['votes:C', { count: 2, source: 'S1' }],
    ]);
  });

  test('takes a column by a pattern of its name, and an option by the number in its label', async () => {
    const verdict = await read(
      {
        layout: 'wide',
        columns: { station: { like: '*precinct*' }, cast: { like: 'cast*' } },
        options: { pattern: '№{number} *', labels: [{ label: '12', option: A }] },
      },
      csv('Code of precinct,"Cast, in\nall","№12 Party of 1993"', 'st1,10,3'),
    );

    expect([...(protocolsOf(verdict)[0]?.values ?? [])]).toMatchObject([
      ['cast', { count: 10 }],
      ['votes:A', { count: 3 }],
    ]);
  });

  test('reports a pattern that fits no column, or two', async () => {
    const table = { layout: 'wide', columns: { station: { like: 'No*' } } } as const;

    expect(codesOf(await read(table, csv('Id,A', 'st1,1')))).toEqual(['header-missing']);
    expect(codesOf(await read(table, csv('No,Note,A', 'st1,x,1')))).toEqual(['header-duplicate']);
  });

  test('joins, cuts and translates', async () => {
    const verdict = await read(
      {
        layout: 'long',
        columns: {
          station: { join: ['d', 'p'], with: '' },
          area: { column: 'd', values: [{ from: 'st', to: 'N1' }] },
          option: { column: 'party', first: 1 },
          votes: { column: 'n', before: '/.' },
        },
      },
      csv('d,p,party,n', 'st,1,Alpha,10/100', 'st,1,Beta,5.0', 'st,1,Gamma,'),
    );

    expect(codesOf(verdict)).toEqual(['option-unknown']);
    const second = await read(
      {
        layout: 'long',
        columns: { station: 's', option: { column: 'p', first: 1 }, votes: { column: 'n', before: '/.' } },
      },
      csv('s,p,n', 'st1,Alpha,10/100', 'st1,Beta,5.0'),
    );
    const [protocol] = protocolsOf(second);
    expect(protocol?.values.get(votesField(A))?.count).toBe(10);
    expect(protocol?.values.get(votesField(B))?.count).toBe(5);
  });

  test('has its header in a later row, and rows are counted from the top of the file', async () => {
    const verdict = await read(
      { layout: 'wide', headerRow: 3, columns: { station: 1 } },
      csv('Official results; 2024', '', 'No;A;B', 'st1;1;2', 'st2;x;2'),
    );

    expect(verdict.findings.kept).toMatchObject([
      { code: 'count-not-whole', where: { row: 5, column: 'A' } },
    ]);
  });

  test.each([
    ['a column that is not there', { station: 'Nr' }, 'No,A', ['header-missing']],
    ['a position beyond the header', { station: 9 }, 'No,A', ['header-missing']],
    ['a name that stands twice', { station: 'No' }, 'No,No,A', ['header-duplicate']],
    ['two columns for one option', { station: 'No' }, 'No,A,A', ['header-duplicate']],
    ['a column that nothing names', { station: 'No' }, 'No,A,Remark', ['header-unknown']],
    ['no station at all', { cast: 'A' }, 'No,A', ['header-missing']],
  ] satisfies [string, Table['columns'], string, string[]][])(
    'reports %s',
    async (_name, columns, header, expected) => {
      const width = header.split(',').length - 1;

      const verdict = await read({ layout: 'wide', columns }, csv(header, `st1${',1'.repeat(width)}`));

      expect(codesOf(verdict)).toEqual(expected);
    },
  );

  test('passes over what nothing names when it says so, but never an option that the contest lacks', async () => {
    const table = {
      layout: 'wide',
      columns: { station: 'No' },
      options: { pattern: '{option} - *' },
      ignoreUnknown: true,
    } as const;

    const passed = await read(table, csv('No,Remark,Remark,A - Alpha', 'st1,x,y,1'));
    const lost = await read(table, csv('No,A - Alpha,Z - Zeta', 'st1,1,2'));

    expect(codesOf(passed)).toEqual([]);
    expect(lost.findings.kept).toMatchObject([{ code: 'option-unknown', data: { value: 'Z' } }]);
  });

  test('of other files leaves the canonical header as it is', async () => {
    const definition = anElection({
      tables: [{ files: 'results/list/x*.csv', layout: 'wide', columns: { station: 'No' } }],
    });

    const verdict = await verdictIn(file, csv('station,A', 'st1,1'), definition);

    expect(verdict.outcome).toBe('accepted');
  });
});
