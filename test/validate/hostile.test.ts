import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell } from '../../functions/model/text/text.ts';
import { parseUploadKey } from '../../functions/model/upload.ts';
import { createFindings, keptFindings } from '../../functions/validate/findings.ts';
import { reportCsv } from '../../functions/validate/report/csv.ts';
import { reportOf } from '../../functions/validate/report/report.ts';
import { validate } from '../../functions/validate/validate.ts';
import { anElection, bytesOf, csv } from '../support/builders.ts';
import { workbookOf } from '../support/workbook.ts';
import { codesOf, electionWith, fileOf, verdictIn, verdictOn } from './checking.ts';

const file = 'results/list/a.csv';

describe('names of the language are ids like any other', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', async (name) => {
    const header = await verdictIn(file, csv(`station,A,${name}`, 'st1,1,2'));
    const station = await verdictIn(file, csv('station,A', `${name},1`));
    const option = await verdictIn(file, csv('station,option,votes,source', `st1,${name},1,${name}`));
    const contest = await verdictIn('candidates/a.csv', csv('contest,option,order', `${name},${name},1`));

    expect(codesOf(header)).toEqual(['header-unknown']);
    expect(codesOf(station)).toEqual(['station-unknown']);
    expect(codesOf(option)).toEqual(['source-unknown', 'option-unknown']);
    expect(codesOf(contest)).toEqual(['contest-unknown']);
  });

  test('in a definition', async () => {
    const text = JSON.stringify(anElection()).replace('"list":{"type"', '"__proto__":{"type"');
    const system = JSON.stringify(anElection()).replaceAll('"system":"list"', '"system":"constructor"');

    expect(codesOf(await verdictOn({ 'election.json': text }))).toContain('definition-invalid');
    expect(codesOf(await verdictOn({ 'election.json': system }))).toEqual(['definition-reference']);
    expect(codesOf(await verdictOn({ 'election.json': '['.repeat(200_000) }))).toEqual(['json-invalid']);
  });
});

test('keys that climb, hide or overflow are none that Sailau reads', () => {
  for (const key of [
    'uploads/xx/../yy/election.json',
    'uploads/../election.json',
    'uploads/xx/stations/../election.json',
    'uploads/xx/stations/..csv',
    'uploads/xx/stations/a\0.csv',
    'uploads/xx/stations/a/b.csv',
    `uploads/xx/stations/${'a'.repeat(300)}.csv`,
    'uploads/__proto__/election.json',
    'election.json',
    '',
  ])
    expect(parseUploadKey(key)).toBeNull();
});

test('a huge cell does not swell the findings', async () => {
  const { findings } = await verdictIn(file, csv('station,A', `st1,${'x'.repeat(500_000)}`));

  expect(JSON.stringify(findings.kept).length).toBeLessThan(1_000);
});

test('the report lists a thousand findings, and counts the others', async () => {
  const columns = Array.from({ length: 16_000 }, (_, index) => `c${index}`).join(',');

  const { findings } = await verdictIn(file, csv(`station,${columns}`));

  expect(findings.counts.get('header-unknown')).toBe(16_000);
  expect(reportOf(reported, findings).findings).toHaveLength(1_000);
});

test.each([
  ['a million blank columns', ','.repeat(1_000_000), 'columns-too-many'],
  [
    'a million named columns',
    Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(),
    'row-too-long',
  ],
  ['a line without end', 'x'.repeat(50_000_000), 'row-too-long'],
  ['a quoted cell without end', `"${'x\n'.repeat(20_000_000)}`, 'quote-unclosed'],
])('%s: refused with one finding', async (_name, header, code) => {
  const { findings } = await verdictIn(file, `${header}\nst1,1\n`);

  expect(codesOf({ findings })).toEqual([code]);
});

test('rows that name only their last column do not fill the memory', async () => {
  const columns = Array.from({ length: 16_000 }, (_, index) => `"c${index}":0`).join();
  const json = `[{"station":"st1",${columns}}${',{"c15999":1}'.repeat(200_000)}]`;
  const body = '<row><c/><c r="XFD1"><v>1</v></c></row>'.repeat(100_000);
  const sheet = `<worksheet><sheetData><row><c t="str"><v>station</v></c></row>${body}</sheetData></worksheet>`;
  const workbook = workbookOf([{ name: 'A', rows: [] }], {
    replaced: [{ name: 'xl/worksheets/sheet1.xml', content: sheet }],
  });
  const definition = anElection({
    tables: [{ files: 'results/list/*', layout: 'wide', columns: { station: 1 }, ignoreUnknown: true }],
  });

  const objects = await verdictIn('results/list/a.json', json, definition);
  const cells = await verdictIn('results/list/a.xlsx', workbook, definition);

  expect(codesOf(objects)).toContain('file-undecodable');
  expect(codesOf(cells)).toContain('file-undecodable');
});

test('JSON that nests without end, or an object without end, is refused with one finding', async () => {
  const json = 'results/list/a.json';

  expect(codesOf(await verdictIn(json, '['.repeat(1_000_000)))).toEqual(['json-row-invalid']);
  expect(codesOf(await verdictIn(json, `{"a":${'['.repeat(5_000_000)}`))).toEqual(['json-row-invalid']);
  expect(codesOf(await verdictIn(json, `{"a":"${'x'.repeat(5_000_000)}`))).toEqual(['json-row-invalid']);
});

test('findings beyond the first hundred thousand are counted', () => {
  const findings = createFindings();
  for (let row = 0; row < keptFindings + 5; row++)
    findings.add('row-cells', { row }, { cells: 1, expected: 2 });

  expect(findings.kept).toHaveLength(keptFindings);
  expect(findings.errors).toBe(keptFindings + 5);
  expect(reportOf(reported, findings).counts).toEqual({ 'row-cells': keptFindings + 5 });
});

test('cells that a spreadsheet would run are text in findings.csv', async () => {
  const { findings } = await verdictIn(file, csv('station,"=cmd|calc"', 'st1,1'));

  const text = Buffer.concat([...reportCsv(findings)]).toString();

  expect(text).toContain(",'=cmd|calc,");
  for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(csvCell(`${start}1`)).toMatch(/^"?'/);
  expect(csvCell(-1)).toBe('-1');
});

test('any bytes end in a verdict', async () => {
  const current = await electionWith({});
  const names = [
    'election.json',
    'status.json',
    'stations/a.csv',
    'candidates/a.csv',
    file,
    'turnout/a.csv.gz',
    'turnout/a.csv.zip',
    'results/list/a.xlsx',
    'results/list/a.ndjson',
  ];
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(bytesOf));

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), bytes, async (name, content) => {
      const { outcome } = await validate(fileOf(name, content), current);
      expect(outcome).toBe('rejected');
    }),
    { numRuns: 300 },
  );
});

test('any cells end in a verdict, and what is accepted has been checked', async () => {
  const current = await electionWith({});
  const cell = fc.constantFrom(
    'st1',
    'st2',
    'N1',
    '1',
    '12',
    '',
    ' ',
    '"',
    '""',
    'A',
    'B',
    '-1',
    '1 000',
    ';',
    '\t',
    'x\ny',
  );
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
  const headers = fc.constantFrom('station,A,B', 'station,option,votes', 'station,area,A', 'A,station,,B');

  await fc.assert(
    fc.asyncProperty(headers, rows, async (header, body) => {
      const text = csv(header, ...body.map((cells) => cells.join(',')));
      const verdict = await validate(fileOf(file, text), current);
      if (verdict.outcome === 'accepted') expect(verdict.findings.errors).toBe(0);
      else expect(verdict.outcome).toBe('rejected');
    }),
    { numRuns: 500 },
  );
});

const reported = {
  election: 'xx-2024',
  file,
  versionId: 'v1',
  sha256: '0'.repeat(64),
  bytes: 1,
  at: '2024-03-10T00:00:00Z',
  outcome: 'rejected',
  records: 0,
} as const;
