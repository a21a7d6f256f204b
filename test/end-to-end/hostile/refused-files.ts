import { csv } from '../../support/builders.ts';
import { workbookOf } from '../../support/workbook.ts';
import { zipOf } from '../../support/zip.ts';
import type { Refused } from './refusal.ts';

/** Archives, workbooks and tables as wholes. */
export const refusedFiles = (): readonly Refused[] => [
  {
    what: 'a workbook whose entities multiply',
    file: 'results/list/a.xlsx',
    content: sheet(laughs),
    code: 'file-undecodable',
  },
  {
    what: 'a workbook that names a file of the machine',
    file: 'results/list/a.xlsx',
    content: sheet(outside),
    code: 'file-undecodable',
  },
  ...['../../etc/passwd.csv', '/etc/passwd.csv', 'C:\\x.csv', '..\\x.csv', 'a/../../x.csv'].map((name) => ({
    what: `an archive with the name ${JSON.stringify(name)}`,
    file: 'results/list/a.csv.zip',
    content: archive(name),
    code: 'file-undecodable' as const,
  })),
  {
    what: 'an archive with a name twice',
    file: 'results/list/a.csv.zip',
    content: archive('a.csv', 'a.csv'),
    code: 'file-undecodable',
  },
  {
    what: 'a column that is the prototype',
    file: results,
    content: csv('station,A,__proto__', 'st1,1,2'),
    code: 'header-unknown',
  },
  {
    what: 'an object whose member is the prototype',
    file: 'results/list/a.json',
    content: '[{"station":"st1","A":1,"__proto__":{"B":2}}]',
    code: 'json-row-invalid',
  },
];

const results = 'results/list/hostile.csv';

const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`;
const outside = `<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`;
const table = csv('station,A', 'st1,1');

function sheet(content: string): Uint8Array {
  return workbookOf([{ name: 'A', rows: [] }], {
    replaced: [{ name: 'xl/worksheets/sheet1.xml', content }],
  });
}

function archive(...names: readonly string[]): Uint8Array {
  return zipOf(names.map((name) => ({ name, content: table })));
}
