import { csv, registerCsv } from '../../support/builders.ts';
import {
  type Cases,
  changed,
  long,
  type Named,
  results,
  sound,
  soundLong,
  wide,
  withFile,
} from './support.ts';

const totalled = (...rows: string[]): Named => ({
  ...changed({
    tables: [
      {
        files: results,
        layout: 'wide',
        columns: { station: 1 },
        totals: { rows: [{ column: 1, matches: ['total*'] }] },
      },
    ],
  }),
  'stations/register.csv': registerCsv,
  [results]: csv('No,A', ...rows),
});

/** Header, rows and totals of a table. */
export const structureCases: Cases = {
  'columns-too-many': [withFile(results, `station${',A'.repeat(16_384)}\n`), sound],
  'total-differs': [totalled('st1,3', 'st2,4', 'Total,8'), totalled('st1,3', 'st2,4', 'Total,7')],
  'quote-unclosed': [wide('"st1,1000,500,500,10,300,100,80,10'), sound],
  'header-missing': [withFile(results, 'area,A\nN1,1\n'), sound],
  'header-unknown': [withFile(results, 'station,Z\nst1,1\n'), sound],
  'header-duplicate': [withFile(results, 'station,A,a\nst1,1,1\n'), sound],
  'row-cells': [wide('st1,1000,500'), sound],
  'cell-missing': [wide(',1000,500,500,10,300,100,80,10'), sound],
  'text-unprintable': [
    withFile('stations/more.csv', csv('station,area,name', 'st9,S,Hall \u202e54')),
    withFile('stations/more.csv', csv('station,area,name', 'st9,S,Hall\u200b \u200f54')),
  ],
  'row-duplicate': [long('st1,500,A,300,S1', 'st1,500,A,300,S1'), soundLong],
};
