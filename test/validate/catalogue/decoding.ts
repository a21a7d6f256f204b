import { gzipSync } from 'node:zlib';
import { registerCsv } from '../../support/builders.ts';
import { workbookOf } from '../../support/workbook.ts';
import { zipOf } from '../../support/zip.ts';
import { type Cases, changed, definition, type Named, results, sound, wide, withFile } from './support.ts';

const workbook = 'results/list/all.xlsx';
const soundSheet = {
  name: 'Results',
  rows: [
    ['station', 'A'],
    ['st1', 5],
  ],
};
const mappedSheet = (sheet: string): Named => ({
  ...changed({ tables: [{ files: workbook, layout: 'wide', columns: { station: 1 }, sheet }] }),
  'stations/register.csv': registerCsv,
  [workbook]: workbookOf([soundSheet, { ...soundSheet, name: 'More' }]),
});

/** Bytes, archives, workbooks and JSON that cannot be read. */
export const decodingCases: Cases = {
  'file-empty': [withFile(results, 'station,A\n'), sound],
  'file-too-large': [
    withFile('results/list/all.csv.gz', gzipSync(Buffer.alloc(257 * 1024 * 1024, 'a'), { level: 1 })),
    sound,
  ],
  'file-undecodable': [withFile(results, 'station,A\0\nst1,1\n'), sound],
  'archive-not-one-table': [
    withFile('results/list/a.csv.zip', zipOf(['a.csv', 'b.csv'].map((name) => ({ name, content: 'x' })))),
    withFile('results/list/a.csv.zip', zipOf([{ name: 'a.csv', content: 'station,A\nst1,1\n' }])),
  ],
  'sheet-missing': [mappedSheet('Other'), mappedSheet('Results')],
  'sheets-unread': [
    withFile(workbook, workbookOf([soundSheet, { ...soundSheet, name: 'More' }])),
    withFile(workbook, workbookOf([soundSheet, { ...soundSheet, name: 'More', hidden: true }])),
  ],
  'formula-without-value': [
    withFile(
      workbook,
      workbookOf([
        {
          name: 'R',
          rows: [
            ['station', 'A'],
            ['st1', { xml: '<c><f>1+1</f></c>' }],
          ],
        },
      ]),
    ),
    withFile(
      workbook,
      workbookOf([
        {
          name: 'R',
          rows: [
            ['station', 'A'],
            ['st1', { xml: '<c><f>1+1</f><v>2</v></c>' }],
          ],
        },
      ]),
    ),
  ],
  'json-row-invalid': [
    withFile('results/list/a.json', '[{"station":"st1","A":[1]}]'),
    withFile('results/list/a.json', '[{"station":"st1","A":1}]'),
  ],
  'json-invalid': [{ 'election.json': '{ "id": ' }, { 'election.json': definition }],
  'row-too-long': [wide(`st1,${'1'.repeat(1_200_000)}`), sound],
};
