import type { FindingCode } from '../../../functions/model/finding.ts';
import { anElection, csv, registerCsv } from '../../support/builders.ts';
import type { Files } from '../checking.ts';

/** For each code: files of which the last raises it, and files of which the last does not. */
export type Cases = Partial<Record<FindingCode, readonly [raises: Files, silent: Files]>>;

/** Files by name, each of which is there once. */
export type Named = Readonly<Record<string, string | Uint8Array>>;
/** The definition of the election, as its file holds it. */
export const definition = JSON.stringify(anElection());
/** Where results, the register, turnout and candidates of a case go. */
export const results = 'results/list/all.csv';
export const stations = 'stations/more.csv';
export const turnout = 'turnout/day.csv';
export const candidates = 'candidates/lists.csv';
const council = 'results/council/all.csv';

/** The definition and the register that the files of a case stand on. */
export const base: Named = { 'election.json': definition, 'stations/register.csv': registerCsv };
/** What a case stands on, and one file more, the last. */
export const withFile = (name: string, content: string | Uint8Array): Named => ({ ...base, [name]: content });
/** Results of the list, a row a station. */
export const wide = (...rows: string[]) =>
  withFile(results, csv('station,registered,issued,cast,invalid,A,B,C,against-all', ...rows));
/** Such results without a fault; `soundLong`, `soundAreas` and `soundDay` are the same of their kinds. */
export const sound = wide('st1,1000,500,500,10,300,100,80,10');
/** Results of the list, a row an option. */
export const long = (...rows: string[]) =>
  withFile(results, csv('station,cast,option,votes,source', ...rows));
export const soundLong = long('st1,500,A,300,S1', 'st1,500,B,100,S1');
/** Results of the council, a row an area. */
export const areas = (...rows: string[]) => withFile(council, csv('area,station,X,Y', ...rows));
export const soundAreas = areas('N,,10,20');
/** Further stations. */
export const register = (...rows: string[]) => withFile(stations, csv('station,area,registered', ...rows));
/** Turnout, a row an area and a time. */
export const day = (...rows: string[]) => withFile(turnout, csv('area,time,issued,percent', ...rows));
export const soundDay = day('N,2024-03-10T10:00,100,10.5', 'N,2024-03-10T12:00,200,21');
/** Candidates with their names. */
export const list = (...rows: string[]) =>
  withFile(candidates, csv('contest,option,order,name_en,woman', ...rows));
/** The definition alone, changed. */
export const changed = (changes: Parameters<typeof anElection>[0]): Named => ({
  'election.json': JSON.stringify(anElection(changes)),
});
/** Results of `st1` alone, with the columns of `header`. */
export const counts = (header: string, row: string) =>
  withFile(results, csv(`station,${header}`, `st1,${row}`));
/** Files, and one that comes after them. */
export const followedBy = (first: Named, name: string, content: string): Files => [
  ...Object.entries(first),
  [name, content],
];
