import Papa from 'papaparse';
import { isObject } from '../../../functions/model/json/json.ts';
import type { ReleaseFiles } from '../../data/release.ts';

/** A row of a published table: every cell as its text. */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a table of a release, at most `most` of them, and how many there are; null where the release has no such table. */
export async function tableOf(
  release: ReleaseFiles,
  path: string,
  most: number,
): Promise<{ readonly rows: readonly CsvRow[]; readonly count: number } | null> {
  if (!release.manifest.files.some((file) => file.path === path)) return null;
  const text = new TextDecoder().decode(await release.bytes(path));
  const rows: CsvRow[] = [];
  let count = 0;
  Papa.parse<unknown>(text, {
    header: true,
    skipEmptyLines: true,
    step({ data }) {
      count += 1;
      if (rows.length < most && isObject(data)) rows.push(textsIn(data));
    },
  });
  return { rows, count };
}

function textsIn(row: Readonly<Record<string, unknown>>): CsvRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
