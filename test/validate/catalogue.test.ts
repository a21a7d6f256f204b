import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../../functions/model/finding.ts';
import { findingMessage, findingRemedy } from '../../functions/model/finding.ts';
import { catalogue } from '../../functions/model/generated/findings.ts';
import {
  anElection,
  areaId,
  contestId,
  councilContest,
  csv,
  listContest,
  partyId,
  registerCsv,
} from '../support/builders.ts';
import { workbookOf } from '../support/workbook.ts';
import { zipOf } from '../support/zip.ts';
import { type Files, verdictOn } from './checking.ts';

type Named = Readonly<Record<string, string | Uint8Array>>;

const definition = JSON.stringify(anElection());
const results = 'results/list/all.csv';
const council = 'results/council/all.csv';
const stations = 'stations/more.csv';
const turnout = 'turnout/day.csv';
const candidates = 'candidates/lists.csv';
const base: Named = { 'election.json': definition, 'stations/register.csv': registerCsv };
const withFile = (name: string, content: string | Uint8Array): Named => ({ ...base, [name]: content });
const wide = (...rows: string[]) =>
  withFile(results, csv('station,registered,issued,cast,invalid,A,B,C,against-all', ...rows));
const sound = wide('st1,1000,500,500,10,300,100,80,10');
const long = (...rows: string[]) => withFile(results, csv('station,cast,option,votes,source', ...rows));
const soundLong = long('st1,500,A,300,S1', 'st1,500,B,100,S1');
const areas = (...rows: string[]) => withFile(council, csv('area,station,X,Y', ...rows));
const soundAreas = areas('N,,10,20');
const register = (...rows: string[]) => withFile(stations, csv('station,area,registered', ...rows));
const soundRegister = register('st9,S,100');
const day = (...rows: string[]) => withFile(turnout, csv('area,time,issued,percent', ...rows));
const soundDay = day('N,2024-03-10T10:00,100,10.5', 'N,2024-03-10T12:00,200,21');
const list = (...rows: string[]) => withFile(candidates, csv('contest,option,order,name_en,woman', ...rows));
const soundList = list('list,A,1,Ann,yes');
const identified = (cells: string) =>
  withFile(candidates, csv('contest,option,order,person,status', `list,A,1,${cells}`));
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
const changed = (changes: Parameters<typeof anElection>[0]): Named => ({
  'election.json': JSON.stringify(anElection(changes)),
});
/** The definition with limits that are not checked unless given. */
const limited = (name: string, content: string): Named => ({
  ...changed({ limits: { stationVoters: 3000, listLengthPercent: '20', candidateAge: 25 } }),
  [name]: content,
});
/** Results of the same stations in a second contest. */
const twoContests = (cast: number): Files => ({
  ...changed({ contests: [listContest(), listContest({ id: contestId('mayor') })] }),
  'stations/register.csv': registerCsv,
  'results/list/all.csv': csv('station,cast', 'st1,500'),
  'results/mayor/all.csv': csv('station,cast', `st1,${cast}`),
});
const counts = (header: string, row: string) => withFile(results, csv(`station,${header}`, `st1,${row}`));
const then = (first: Named, name: string, content: string): Files => [
  ...Object.entries(first),
  [name, content],
];
const two = (name: string, first: string, second: string): Files => ({
  ...base,
  [`${name}/a.csv`]: first,
  [`${name}/b.csv`]: second,
});

/** For each code of this stage: files of which the last raises it, and files of which the last does not. */
const cases: Partial<Record<FindingCode, readonly [raises: Files, silent: Files]>> = {
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
  'columns-too-many': [withFile(results, `station${',A'.repeat(16_384)}\n`), sound],
  'code-lookalike': [wide('\u0455t1,1000,500,500,10,300,100,80,10'), sound],
  'total-differs': [totalled('st1,3', 'st2,4', 'Total,8'), totalled('st1,3', 'st2,4', 'Total,7')],
  'json-invalid': [{ 'election.json': '{ "id": ' }, { 'election.json': definition }],
  'definition-invalid': [{ 'election.json': '{}' }, { 'election.json': definition }],
  'definition-reference': [changed({ contests: [listContest({ system: 'none' })] }), changed({})],
  'definition-duplicate': [
    changed({
      parties: [
        { id: partyId('PA'), name: { en: 'A' } },
        { id: partyId('PA'), name: { en: 'B' } },
      ],
    }),
    changed({}),
  ],
  'definition-orphans': [
    then(soundLong, 'election.json', JSON.stringify(anElection({ contests: [councilContest()] }))),
    then(soundAreas, 'election.json', JSON.stringify(anElection({ contests: [councilContest()] }))),
  ],
  'election-id-mismatch': [
    { 'election.json': definition.replace('"id":"xx-2024"', '"id":"other"') },
    { 'election.json': definition },
  ],
  'status-invalid': [
    withFile('status.json', '{"status":"finished"}'),
    withFile('status.json', '{"status":"partial","by":"CEC","at":"2024-03-11","reason":"counting"}'),
  ],
  'definition-missing': [{ [results]: 'station,A\nst1,1\n' }, sound],
  'register-missing': [{ 'election.json': definition, [results]: 'station,A\nst1,1\n' }, sound],
  'register-incomplete': [
    {
      'election.json': definition,
      'stations/register.csv': csv('station,area', 'st1,N1'),
      [results]: 'area,station,A\nS,st4,1\n',
    },
    withFile(results, 'area,station,A\nS,st4,1\n'),
  ],
  'quote-unclosed': [wide('"st1,1000,500,500,10,300,100,80,10'), sound],
  'row-too-long': [wide(`st1,${'1'.repeat(1_200_000)}`), sound],
  'header-missing': [withFile(results, 'area,A\nN1,1\n'), sound],
  'header-unknown': [withFile(results, 'station,Z\nst1,1\n'), sound],
  'header-duplicate': [withFile(results, 'station,A,a\nst1,1,1\n'), sound],
  'row-cells': [wide('st1,1000,500'), sound],
  'cell-missing': [wide(',1000,500,500,10,300,100,80,10'), sound],
  'count-not-whole': [wide('st1,1000,500,500,10,300.5,100,80,10'), sound],
  'count-too-large': [wide('st1,1000,500,500,10,9007199254740992,100,80,10'), sound],
  'percent-invalid': [day('N,2024-03-10T10:00,,100.1'), soundDay],
  'time-invalid': [day('N,2024-02-30T10:00,1,1'), soundDay],
  'flag-invalid': [list('list,A,1,Ann,perhaps'), soundList],
  'order-invalid': [list('list,A,0,Ann,yes'), soundList],
  'person-invalid': [identified('<script>,'), identified('p-1,')],
  'candidate-status-invalid': [identified('p-1,gone'), identified('p-1,Withdrawn')],
  'turnout-empty': [day('N,2024-03-10T10:00,,'), soundDay],
  'contest-unknown': [withFile('results/mayor/all.csv', 'station,A\nst1,1\n'), sound],
  'area-unknown': [areas('Q,,10,20'), soundAreas],
  'area-outside': [
    {
      ...changed({ contests: [listContest({ area: areaId('N') })] }),
      'stations/register.csv': registerCsv,
      [results]: 'station,A\nst4,1\n',
    },
    sound,
  ],
  'area-not-reporting': [areas('N1,,10,20'), soundAreas],
  'text-unprintable': [
    withFile('stations/more.csv', csv('station,area,name', 'st9,S,Hall \u202e54')),
    withFile('stations/more.csv', csv('station,area,name', 'st9,S,Hall\u200b \u200f54')),
  ],
  'station-invalid': [wide('st#1,1000,500,500,10,300,100,80,10'), sound],
  'station-unknown': [wide('st7,1000,500,500,10,300,100,80,10'), sound],
  'station-unexpected': [areas('N,st1,10,20'), soundAreas],
  'station-area-mismatch': [
    withFile(results, 'station,area,A\nst1,S,1\n'),
    withFile(results, 'station,area,A\nst1,N,1\n'),
  ],
  'option-unknown': [long('st1,500,Z,300,S1'), soundLong],
  'source-unknown': [long('st1,500,A,300,S1;S9'), soundLong],
  'row-duplicate': [long('st1,500,A,300,S1', 'st1,500,A,300,S1'), soundLong],
  'count-conflict': [long('st1,500,A,300,S1', 'st1,501,B,100,S1'), soundLong],
  'field-conflict': [
    two('results/list', 'station,cast\nst1,5\n', 'station,cast\nst1,5\n'),
    two('results/list', 'station,cast\nst1,5\n', 'station,A\nst1,5\n'),
  ],
  'votes-conflict': [
    two('results/list', 'station,A\nst1,5\n', 'station,B\nst1,5\n'),
    two('results/list', 'station,A\nst1,5\n', 'station,B\nst2,5\n'),
  ],
  'register-orphans': [
    then(sound, 'stations/register.csv', csv('station,area', 'st1,S', 'st2,N1', 'st3,N2', 'st4,S')),
    then(sound, 'stations/register.csv', csv('station,area', 'st1,N1', 'st3,N2')),
  ],
  'station-elsewhere': [register('st1,N1,100'), soundRegister],
  'candidate-elsewhere': [
    two('candidates', 'contest,option,order\nlist,A,1\n', 'contest,option,order\nlist,A,1\n'),
    two('candidates', 'contest,option,order\nlist,A,1\n', 'contest,option,order\nlist,A,2\n'),
  ],
  'snapshot-elsewhere': [
    two(
      'turnout',
      'area,time,issued\nN,2024-03-10T10:00,1\n',
      'area,time,issued\nN,2024-03-10T09:00+05:00,1\n',
    ),
    two('turnout', 'area,time,issued\nN,2024-03-10T10:00,1\n', 'area,time,issued\nN,2024-03-10T12:00,1\n'),
  ],
  'votes-invalid-cast': [wide('st1,1000,500,500,10,300,100,80,11'), sound],
  'votes-valid': [
    withFile(results, 'station,valid,A,B\nst1,10,9,2\n'),
    withFile(results, 'station,valid,A,B\nst1,10,5,2\n'),
  ],
  'cast-over-issued': [wide('st1,1000,499,500,10,300,100,80,10'), sound],
  'issued-over-registered': [wide('st1,499,500,490,0,300,100,80,10'), sound],
  'turnout-over-100': [wide('st1,499,500,500,10,300,100,80,10'), sound],
  'received-issued-unused': [
    withFile(results, 'station,received,issued,unused\nst1,10,5,6\n'),
    withFile(results, 'station,received,issued,unused\nst1,11,5,6\n'),
  ],
  'invalid-share-high': [
    wide('st1,1000,500,500,51,300,100,39,10'),
    wide('st1,1000,500,500,50,300,100,40,10'),
  ],
  'no-votes': [wide('st1,1000,0,0,0,0,0,0,0'), sound],
  'turnout-falls': [day('N,2024-03-10T12:00,200,41.07', 'N,2024-03-10T10:00,100,49.14'), soundDay],
  'valid-invalid-cast': [
    counts('cast,invalid,valid,A', '100,5,90,80'),
    counts('cast,invalid,valid,A', '100,5,95,80'),
  ],
  'issued-over-received': [counts('issued,received', '11,10'), counts('issued,received', '10,10')],
  'cast-over-received': [counts('cast,received', '11,10'), counts('cast,received', '10,10')],
  'unused-over-received': [counts('unused,received', '11,10'), counts('unused,received', '10,10')],
  'outside-over-issued': [counts('issued,outside', '10,11'), counts('issued,outside', '10,10')],
  'absentee-over-issued': [counts('issued,absentee', '10,11'), counts('issued,absentee', '10,10')],
  'cast-under-issued': [counts('issued,cast', '500,485'), counts('issued,cast', '500,486')],
  'blank-share-high': [counts('cast,blank', '100,4'), counts('cast,blank', '100,3')],
  'no-ballots': [counts('registered,cast', '10,0'), counts('registered,cast', '10,1')],
  'contests-cast-differ': [twoContests(474), twoContests(475)],
  'part-missing': [
    two('results/list', 'station,cast\nst1,5\nst2,6\n', 'station,A\nst1,5\n'),
    two('results/list', 'station,cast\nst1,5\nst2,6\n', 'station,A\nst1,5\nst2,6\n'),
  ],
  'count-falls': [
    then(counts('cast', '10'), results, 'station,cast\nst1,9\n'),
    then(counts('cast', '10'), results, 'station,cast\nst1,10\n'),
  ],
  'station-vanishes': [
    then(counts('cast', '10'), results, 'station,cast\nst2,9\n'),
    then(counts('cast', '10'), results, 'station,cast\nst2,9\nst1,10\n'),
  ],
  'turnout-over-registered': [
    withFile(turnout, csv('area,time,registered,issued', 'N,2024-03-10T10:00,10,11')),
    withFile(turnout, csv('area,time,registered,issued', 'N,2024-03-10T10:00,10,10')),
  ],
  'turnout-percent-differs': [
    withFile(turnout, csv('area,time,registered,issued,percent', 'N,2024-03-10T10:00,1000,500,50.2')),
    withFile(turnout, csv('area,time,registered,issued,percent', 'N,2024-03-10T10:00,1000,500,50.1')),
  ],
  'station-too-large': [
    limited(stations, csv('station,area,registered', 'st9,S,3001')),
    limited(stations, csv('station,area,registered', 'st9,S,3000')),
  ],
  'station-alike': [register('ST1,S,100'), register('st10,S,100')],
  'station-repeated': [
    withFile(stations, csv('station,area,name,registered', 'st9,S,Theatre,500')),
    withFile(stations, csv('station,area,name,registered', 'st9,S,Theatre,501')),
  ],
  'person-repeated': [
    list('list,A,1,Ann Lee,yes', 'list,B,1,Ann  LEE,yes'),
    list('list,A,1,Ann Lee,yes', 'list,B,1,Ann Leigh,yes'),
  ],
  'list-too-long': [
    limited(candidates, csv('contest,option,order', 'list,A,1', 'list,A,2', 'list,A,3')),
    limited(candidates, csv('contest,option,order', 'list,A,1', 'list,A,2')),
  ],
  'candidate-too-young': [
    limited(candidates, csv('contest,option,order,birth_date', 'list,A,1,1999-03-11')),
    limited(candidates, csv('contest,option,order,birth_date', 'list,A,1,1999-03-10')),
  ],
  'birth-date-invalid': [
    withFile(candidates, csv('contest,option,order,birth_date', 'list,A,1,1999-02-30')),
    withFile(candidates, csv('contest,option,order,birth_date', 'list,A,1,1999')),
  ],
  'list-under-quota': [
    withFile(
      candidates,
      csv('contest,option,order,woman,youth,disability', 'list,A,1,no,no,no', 'list,A,2,no,no,no'),
    ),
    withFile(
      candidates,
      csv('contest,option,order,woman,youth,disability', 'list,A,1,no,no,', 'list,A,2,no,no,no'),
    ),
  ],
};

/** Raised by another part, and tested there. */
const elsewhere: readonly FindingCode[] = [
  'key-not-recognised',
  'malware-found',
  'malware-not-scanned',
  'mandates-under-quota',
  'declared-differs',
];

test('every code of the catalogue is tested', () => {
  expect([...Object.keys(cases), ...elsewhere].sort()).toEqual(Object.keys(catalogue).sort());
});

describe.each(Object.entries(cases))('%s', (code, [raises, silent]) => {
  test('is raised, with every fact of its messages', async () => {
    const { findings } = await verdictOn(raises);

    const found = findings.kept.find((finding) => finding.code === code);
    if (found === undefined) throw new Error(`found only ${[...findings.counts.keys()].join() || 'nothing'}`);
    for (const language of ['en', 'kk', 'ru'])
      expect(`${findingMessage(found, language)} ${findingRemedy(found, language)}`).not.toMatch(
        /\{|undefined/,
      );
  });

  test('is silent on a file without the fault', async () => {
    const verdict = await verdictOn(silent);

    expect(verdict.findings.kept.map((finding) => finding.code)).not.toContain(code);
    expect(verdict.outcome).toBe('accepted');
  });
});
