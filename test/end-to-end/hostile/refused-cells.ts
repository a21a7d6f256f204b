import type { FindingCode } from '../../../functions/model/finding.ts';
import { csv } from '../../support/builders.ts';
import type { Refused } from './refusal.ts';

/** Cells of tables. */
export const refusedCells = (): readonly Refused[] => [
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
];

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
