import Papa from 'papaparse';
import { ReleaseDefect, shown } from './defect.ts';
import type { ReleaseFolder } from './folder.ts';

/** A row of a table: its number (the header is row 1) and its cells by column. */
export interface TableRow {
  readonly row: number;
  /** The text of a cell; empty where the value is missing. */
  cell(column: string): string;
}

/** Most characters of one row: a quote that is never closed must not swallow the file into memory. */
const rowLimit = 1_048_576;

/**
 * The rows of `<name>.csv`, streamed. `columns` are those that the reader needs: others are let be, so that a later version with more columns is
 * read too; or with `only these`, all that the table has, in their order. Throws ReleaseDefect for a file that is no such table.
 */
export async function* tableRows(
  folder: ReleaseFolder,
  file: string,
  columns: readonly string[],
  others: 'let be' | 'only these' = 'let be',
): AsyncGenerator<TableRow> {
  let header: Header | null = null;
  let row = 0;
  for await (const cells of cellRows(folder, file)) {
    row += 1;
    if (header === null) header = headerOf(cells, file, columns, others);
    else yield rowOf(header, cells, row, file);
  }
  if (header === null)
    throw new ReleaseDefect({ file, at: 'row 1', expected: 'the header of a table', found: 'nothing' });
}

/** The place of a cell, for a difference. */
export function cellPlace({ row }: Pick<TableRow, 'row'>, column: string): string {
  return `row ${row}, column ${column}`;
}

/** A whole number from 0 to 2^53 − 1 in a cell; throws ReleaseDefect for anything else, an empty cell too. */
export function countIn(row: TableRow, column: string, file: string): bigint {
  const text = row.cell(column);
  if (/^(0|[1-9][0-9]{0,15})$/.test(text) && BigInt(text) <= BigInt(Number.MAX_SAFE_INTEGER))
    return BigInt(text);
  throw new ReleaseDefect({
    file,
    at: cellPlace(row, column),
    expected: 'a whole number from 0 to 2^53 − 1',
    found: shown(text),
  });
}

interface Header {
  readonly places: ReadonlyMap<string, number>;
  readonly length: number;
}

function headerOf(
  cells: readonly string[],
  file: string,
  columns: readonly string[],
  others: 'let be' | 'only these',
): Header {
  const places = new Map(cells.map((name, place) => [name, place]));
  const missing = columns.find((column) => !places.has(column));
  if (missing !== undefined)
    throw new ReleaseDefect({ file, at: 'row 1', expected: `a column ${missing}`, found: 'none' });
  if (places.size < cells.length)
    throw new ReleaseDefect({ file, at: 'row 1', expected: 'each column once', found: 'one twice' });
  const place = others === 'only these' ? cells.findIndex((name, index) => name !== columns[index]) : -1;
  if (place !== -1)
    throw new ReleaseDefect({
      file,
      at: `row 1, cell ${place + 1}`,
      expected: columns[place] === undefined ? 'the end of the row' : `the column ${columns[place]}`,
      found: shown(cells[place]),
    });
  return { places, length: cells.length };
}

function rowOf({ places, length }: Header, cells: readonly string[], row: number, file: string): TableRow {
  if (cells.length !== length)
    throw new ReleaseDefect({
      file,
      at: `row ${row}`,
      expected: `${length} cells`,
      found: String(cells.length),
    });
  return { row, cell: (column) => cells[places.get(column) ?? -1] ?? '' };
}

interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly message: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Rows by RFC 4180, piece by piece: papaparse says what is a cell, and where the last whole row of a piece ends. */
async function* cellRows(folder: ReleaseFolder, file: string): AsyncGenerator<readonly string[]> {
  let pending = '';
  let before = 0;
  for await (const piece of textOf(folder, file)) {
    pending += piece;
    const { data, rest } = wholeRows(pending, file, before, false);
    if (rest.length > rowLimit) throw tooLong(file, before + data.length + 1);
    yield* data;
    before += data.length;
    pending = rest;
  }
  if (pending !== '') yield* wholeRows(pending, file, before, true).data;
}

function wholeRows(text: string, file: string, before: number, ended: boolean) {
  const parser = new Papa.Parser({ delimiter: ',', newline: '\r\n' });
  const { data, errors, meta }: Parsed = parser.parse(text, 0, !ended);
  const broken = errors.find(({ row }) => row !== undefined && row < data.length);
  if (broken)
    throw new ReleaseDefect({
      file,
      at: `row ${before + (broken.row ?? 0) + 1}`,
      expected: 'cells by RFC 4180',
      found: `broken quotes (${broken.message})`,
    });
  const last = data.at(-1);
  // What follows the last line end is no row.
  const whole = ended && last?.length === 1 && last[0] === '' ? data.slice(0, -1) : data;
  return { data: whole, rest: ended ? '' : text.slice(meta.cursor) };
}

function tooLong(file: string, row: number): ReleaseDefect {
  return new ReleaseDefect({
    file,
    at: `row ${row}`,
    expected: `a row of at most ${rowLimit} characters`,
    found: 'a longer one: is a quote never closed?',
  });
}

async function* textOf(folder: ReleaseFolder, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of folder.read(file)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ReleaseDefect({ file, at: '', expected: 'text in UTF-8', found: 'other bytes' });
  }
}
