import { textCell } from '../../functions/model/text/text.ts';
import { type Difference, shown } from '../release/defect.ts';
import type { ReleaseFolder } from '../release/folder.ts';
import { cellPlace, type TableRow, tableRows } from '../release/table.ts';

/** What may stand in a cell of which the release does not say all: in words, and as a test. */
export interface Bounds {
  readonly expected: string;
  readonly allow: (cell: string) => boolean;
}

/** The cells of a row that are checked, by column, as they stand in the file or within bounds. */
export type Cells = Readonly<Record<string, string | Bounds>>;

/**
 * The first difference between a published table and the rows that it should have, whatever their order; null when there is none. `expected` is keyed
 * by the cells of the `key` columns, separated by commas. Throws ReleaseDefect for a file that is no such table.
 */
export async function rowsDiffer(
  folder: ReleaseFolder,
  file: string,
  key: readonly string[],
  expected: ReadonlyMap<string, Cells>,
): Promise<Difference | null> {
  const left = new Map(expected);
  const [first] = expected.values();
  const columns = Object.keys(first ?? {});
  for await (const row of tableRows(folder, file, [...key, ...columns])) {
    const name = key.map((column) => row.cell(column)).join(',');
    const cells = left.get(name);
    if (!cells) return needless(file, row, key, name, expected.has(name));
    const column = Object.keys(cells).find((column) => !holds(cells[column], row.cell(column)));
    if (column !== undefined) return cellDiffers(file, row, column, cells[column] ?? '');
    left.delete(name);
  }
  for (const [name, cells] of left) return missing(file, key, name, cells);
  return null;
}

/** A text as a published cell holds it (docs/formats.md); empty where there is none. */
export function heldText(text: string | undefined): string {
  return text === undefined ? '' : textCell(text);
}

function holds(expected: string | Bounds | undefined, cell: string): boolean {
  return typeof expected === 'object' ? expected.allow(cell) : expected === cell;
}

function cellDiffers(file: string, row: TableRow, column: string, expected: string | Bounds): Difference {
  const found = cellText(row.cell(column));
  return { file, at: cellPlace(row, column), expected: cellText(expected), found };
}

function needless(
  file: string,
  { row }: TableRow,
  key: readonly string[],
  name: string,
  twice: boolean,
): Difference {
  const expected = twice ? 'each row once' : 'no such row';
  return { file, at: `row ${row}`, expected, found: `${key.join(',')} ${shown(name)}` };
}

function missing(file: string, key: readonly string[], name: string, cells: Cells): Difference {
  const expected = `a row ${key.join(',')} ${shown(name)} with ${Object.values(cells).map(cellText).join(', ')}`;
  return { file, at: '', expected, found: 'none' };
}

function cellText(cell: string | Bounds): string {
  if (typeof cell === 'object') return cell.expected;
  if (cell === '') return 'an empty cell';
  return /^[0-9]+$/.test(cell) ? cell : shown(cell);
}
