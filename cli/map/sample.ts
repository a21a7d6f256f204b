import type { Table } from '../../functions/model/generated/election.ts';
import { parseCount } from '../../functions/validate/cells/counts.ts';
import type { Unpacked } from '../../functions/validate/decode/inspect.ts';
import { createFindings } from '../../functions/validate/findings.ts';
import { type HeaderSpan, headingOf } from '../../functions/validate/table/heading.ts';
import { rowSource } from '../../functions/validate/table/source.ts';

/** What a table looks like from its first rows. */
export interface Sample {
  readonly header: HeaderSpan;
  /** The labels of its columns. */
  readonly labels: readonly string[];
  /** The first rows under the header that are not blank. */
  readonly rows: readonly (readonly string[])[];
}

const most = { rows: 20_000, titles: 20, header: 4 } as const;

/**
 * Looks at the first rows of a table and finds its header: the first row that has at least half as many cells as most rows of numbers have, and the
 * rows after it that hold no numbers where the others do. Throws `DecodeError`.
 */
export async function sampleOf(content: Unpacked, sheet: string | undefined): Promise<Sample> {
  // The delimiter is that of the header, so a text is split anew for each row that may be it.
  for (let row = 1; row <= most.titles; row += 1) {
    const rows = await firstRows(content, { headerRow: row, ...(sheet !== undefined && { sheet }) });
    const first = headerIn(rows);
    if (content.form === 'text' && first !== row && row < most.titles) continue;
    return sampleUnder(rows, first);
  }
  return { header: { first: 1, last: 1 }, labels: [], rows: [] };
}

/** Whether a cell holds a number: a count, a decimal or a percentage. */
export function isNumber(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && (typeof parseCount(text) === 'number' || /^-?[0-9]+([.,][0-9]+)?\s?%?$/.test(text));
}

/** The rows from the first, blank ones too, so that the index is the number less one. */
async function firstRows(content: Unpacked, place: Pick<Table, 'headerRow' | 'sheet'>): Promise<string[][]> {
  const mapping: Table = { files: '*', layout: 'wide', columns: {}, ...place };
  const rows: string[][] = [];
  for await (const block of rowSource(content, mapping, createFindings()).blocks())
    for (const [index, cells] of block.rows.entries()) {
      const number = block.first + index;
      while (rows.length < number - 1 && rows.length < most.rows) rows.push([]);
      if (rows.length >= most.rows) return rows;
      rows.push([...cells]);
    }
  return rows;
}

function headerIn(rows: readonly (readonly string[])[]): number {
  const numbered = rows.filter((row) => row.some(isNumber)).map(filled);
  const usual = mostFrequent(numbered.length > 0 ? numbered : rows.map(filled));
  const at = rows.slice(0, most.titles).findIndex((row) => filled(row) >= Math.max(2, usual / 2));
  return at === -1 ? 1 : at + 1;
}

function sampleUnder(rows: readonly (readonly string[])[], first: number): Sample {
  const wordsOnly = (row: readonly string[] | undefined) =>
    row !== undefined && filled(row) > 0 && !row.some(isNumber);
  let last = first;
  const others = rows.slice(first + most.header);
  const numbered =
    others.length > 0 && others.filter((row) => row.some(isNumber)).length >= others.length * 0.8;
  while (numbered && last - first + 1 < most.header && wordsOnly(rows[last])) last += 1;
  const labels = headingOf(rows.slice(first - 1, last));
  return { header: { first, last }, labels, rows: rows.slice(last).filter((row) => filled(row) > 0) };
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = Map.groupBy(numbers, (number) => number);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 0;
}
