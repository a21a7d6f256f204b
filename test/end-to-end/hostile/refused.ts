import type { FindingCode } from '../../../functions/model/finding.ts';
import { anElection, csv } from '../../support/builders.ts';
import { workbookOf } from '../../support/workbook.ts';
import { zipOf } from '../../support/zip.ts';

/** A file that must not get in, and the finding that keeps it out. */
export interface Refused {
  /** What it tries, as a test is named. */
  readonly what: string;
  /** After `uploads/xx-2024/`. */
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly code: FindingCode;
}

const results = 'results/list/hostile.csv';

/** What is put where a count belongs. */
const counts: readonly (readonly [what: string, cell: string, code?: FindingCode])[] = [
  ['with an exponent', '1e3'],
  ['in hexadecimal', '0x10'],
  ['in binary', '0b1'],
  ['below zero', '-1'],
  ['of minus zero', '-0'],
  ['with a sign', '+5'],
  ['with the minus of mathematics', '\u22125'],
  ['with a decimal point', '12.0'],
  ['with a decimal comma', '1,5'],
  ['that is a formula', '=1+1'],
  ['that is a formula of full width', '\uff1d1'],
  ['that is not a number by its own word', 'NaN'],
  ['without end', 'Infinity'],
  ['with underscores', '1_000'],
  ['in Arabic-Indic digits', '\u0663\u0665'],
  ['in Persian digits', '\u06f5'],
  ['in Devanagari digits', '\u0967'],
  ['in digits of full width', '\uff11\uff12'],
  ['in mathematical digits', '\u{1d7d3}'],
  ['in superscript', '\u00b2'],
  ['that is a fraction', '\u00bd'],
  ['with a letter O', '1O'],
  ['with an accent', '5\u0301'],
  ['with a space of no width', '5\u200b0'],
  ['with a mark that turns the direction', '12\u202e'],
  ['with an isolate', '\u206612'],
  ['with a soft hyphen', '1\u00ad2'],
  ['over 2^53', '9007199254740993', 'count-too-large'],
  ['of four hundred digits', '9'.repeat(400), 'count-too-large'],
  ['with a NUL', '1\0', 'file-undecodable'],
];

/** What is put where the id of a station belongs; none of it is `st1`. */
const stations: readonly (readonly [what: string, cell: string, code: FindingCode])[] = [
  ['with a space of no width', 'st1\u200b', 'station-invalid'],
  ['with a joiner', 's\u200dt1', 'station-invalid'],
  ['that turns the direction', 'st1\u202e', 'station-invalid'],
  ['that isolates a direction', '\u2066st1', 'station-invalid'],
  ['with a separator of keys', 'st1#st2', 'station-invalid'],
  ['with a control character', 'st1\u0007', 'station-invalid'],
  ['of full width', '\uff53t1', 'station-unknown'],
  ['with a digit of full width', 'st\uff11', 'station-unknown'],
  ['with an accent of its own', 'st1\u0301', 'station-unknown'],
  ['in upper case', 'ST1', 'station-unknown'],
  ['with a Cyrillic letter', '\u0455t1', 'code-lookalike'],
  ['that is the prototype', '__proto__', 'station-unknown'],
  ['that is the constructor', 'constructor', 'station-unknown'],
];

/** Texts that no name may have, wherever it stands. */
const texts: readonly (readonly [what: string, text: string])[] = [
  ['a NUL', 'a\0b'],
  ['a bell', 'a\u0007'],
  ['an escape of terminals', '\u001b[2J'],
  ['a control character of the second row', 'a\u0085b'],
  ['half a character', '\ud800'],
  ['the other half', 'x\udc00'],
  ['an override to the left', '\u202e54'],
  ['an embedding that never ends', '\u202bx'],
  ['an isolate that never ends', '\u2066x'],
  ['what is no character', '\ufffe'],
];

/** Addresses that are none. */
const addresses = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/',
  'https://x.example/"><script>alert(1)</script>',
  'https://x.example/ onclick=alert(1)',
  'https://x.example/`x`',
  'https://x.example/{x}',
  'https://x.example/|x',
  'https://x.example/\\x',
  'https://x.example/\u202e',
  'https://x.example/\u200b',
  'https://x.example/\u0000',
  'https://x.example/\ud800',
];

/** Ids that are none, or would be something else to JavaScript, a path or a key. */
const ids = [
  '__proto__',
  '../x',
  'a/b',
  'a#b',
  '-a',
  '.a',
  'a\n',
  'A\u200b',
  '\u00e9',
  'e\u0301',
  '\u0430',
  '',
];

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

/** A definition with a member put in place of `"HERE"`. */
function definition(changes: object, value: string): string {
  return JSON.stringify({ ...anElection(), ...changes }).replaceAll('"HERE"', () => JSON.stringify(value));
}

const { areas, parties, sources, laws, licence, authority } = anElection();

/** Where a definition takes a text. */
const named: readonly (readonly [where: string, changes: object])[] = [
  ['election', { name: { en: 'HERE' } }],
  ['area', { areas: areas.map((area) => ({ ...area, name: { en: 'HERE' } })) }],
  ['party', { parties: parties.map((party) => ({ ...party, name: { en: 'HERE' } })) }],
  ['source', { sources: sources.map((source) => ({ ...source, title: 'HERE' })) }],
  ['licence', { licence: { ...licence, title: 'HERE' } }],
  ['note', { notes: [{ en: 'HERE' }] }],
];

/** Where a definition takes an address. */
const linked: readonly (readonly [where: string, changes: object])[] = [
  ['licence', { licence: { ...licence, url: 'HERE' } }],
  ['source', { sources: sources.map((source) => ({ ...source, url: 'HERE' })) }],
  ['authority', { authority: { ...authority, url: 'HERE' } }],
  ['law', { laws: laws.map((law) => ({ ...law, url: 'HERE' })) }],
];

/** Where a definition takes an id. */
const identified: readonly (readonly [where: string, changes: object])[] = [
  ['area', { areas: [...areas, { ...areas[1], id: 'HERE' }] }],
  ['party', { parties: [{ ...parties[0], id: 'HERE' }] }],
  ['source', { sources: [...sources, { id: 'HERE', title: 'x' }] }],
  ['mapping', { tables: [{ files: 'results/list/*', columns: { HERE: 1 } }] }],
];

const status = (reason: string) =>
  JSON.stringify({ status: 'partial', by: 'Commission', at: '2024-03-12', reason });

/** A definition that would have a regular expression run, one that a back-tracking engine tries for ever. */
const runaway = JSON.stringify({
  ...anElection(),
  tables: [{ files: 'results/list/*', layout: 'wide', columns: { station: 1 }, optionPattern: '^(a+)+$' }],
});

/** Everything that must not get in. */
export const refused: readonly Refused[] = [
  ...counts.map(([what, cell, code = 'count-not-whole' as const]) => ({
    what: `a count ${what}`,
    file: results,
    content: csv('station,A', `st1,"${cell}"`),
    code,
  })),
  ...stations.map(([what, cell, code]) => ({
    what: `a station ${what}`,
    file: results,
    content: csv('station,A', `"${cell}",1`),
    code,
  })),
  ...texts.flatMap(([what, text]) =>
    named.map(([where, changes]) => ({
      what: `${what} in the name of the ${where}`,
      file: 'election.json',
      content: definition(changes, text),
      code: 'definition-invalid' as const,
    })),
  ),
  ...texts.map(([what, text]) => ({
    what: `${what} in the reason of a status`,
    file: 'status.json',
    content: status(text),
    code: 'status-invalid' as const,
  })),
  ...['\u202e54', '\u2066x', 'a\u0007', '\u001b[2J'].flatMap((text) => [
    {
      what: `${JSON.stringify(text)} in the name of a station`,
      file: 'stations/hostile.csv',
      content: csv('station,area,name', `st9,S,"x ${text}"`),
      code: 'text-unprintable' as const,
    },
    {
      what: `${JSON.stringify(text)} in the name of a candidate`,
      file: 'candidates/hostile.csv',
      content: csv('contest,option,order,name_en', `list,A,1,"x ${text}"`),
      code: 'text-unprintable' as const,
    },
  ]),
  ...addresses.flatMap((address) =>
    linked.map(([where, changes]) => ({
      what: `${JSON.stringify(address)} as the address of the ${where}`,
      file: 'election.json',
      content: definition(changes, address),
      code: 'definition-invalid' as const,
    })),
  ),
  ...ids.flatMap((id) =>
    identified.map(([where, changes]) => ({
      what: `${JSON.stringify(id)} as the id of the ${where}`,
      file: 'election.json',
      content: definition(changes, id).replaceAll('"HERE":', () => `${JSON.stringify(id)}:`),
      code: 'definition-invalid' as const,
    })),
  ),
  {
    what: 'a regular expression in a mapping',
    file: 'election.json',
    content: runaway,
    code: 'definition-invalid',
  },
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
