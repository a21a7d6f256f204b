import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** Where the examples lie. */
export const root = 'examples/';

export type Row = Record<string, string>;

/** The ids of the example elections. */
export const elections = readdirSync(root).filter((name) => name.startsWith('kz-'));

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The text of a file of an example. */
export function readExample(election: string, file: string): string {
  return readFileSync(`${root}${election}/${file}`, 'utf8');
}

/** The files of an example, by their paths within it. */
export function filesOf(election: string): string[] {
  return readdirSync(`${root}${election}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(`${root}${election}/`.length));
}

/** The rows of a canonical CSV file. */
export function rowsOf(path: string): Row[] {
  return Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** Votes by option and counts by name of a contest that one area reports. */
export function totalsOf(election: string, contest: string, files: readonly string[]) {
  const votes = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const file of files.filter((name) => name.startsWith(`results/${contest}/`)))
    for (const { option, votes: count, area: _area, source: _source, ...others } of rowsOf(
      `${root}${election}/${file}`,
    )) {
      if (option !== undefined) votes.set(option, Number(count));
      for (const [field, value] of Object.entries(others)) counts.set(field, Number(value));
    }
  return { votes, counts };
}
