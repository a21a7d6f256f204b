import Papa from 'papaparse';
import type { Finding } from '../../model/finding.ts';
import { type Dialect, detectDialect } from './dialect.ts';

/** Rows that stand together. A row counts as one even where a quoted cell holds line ends, as a spreadsheet shows it. */
export interface RowBlock {
  /** Number of the first row, from 1. */
  readonly first: number;
  readonly rows: readonly (readonly string[])[];
  /** Numbers of rows whose quotes are broken: their cells mean nothing. */
  readonly broken: ReadonlySet<number>;
  /** What was found wrong with cells while the rows were made. */
  readonly found?: readonly Finding[];
  /** Set on the last block when the file was not read to its end. */
  readonly stopped?: { readonly code: 'quote-unclosed' | 'row-too-long'; readonly row: number };
}

/** Most characters that one row may have: a quote that is never closed must not swallow the file into memory. */
export const rowLimit = 1_048_576;

/** Most columns of a table: those of a spreadsheet (Excel specifications and limits). */
export const columnLimit = 16_384;

/**
 * The rows of a table, in blocks, papaparse deciding what is a cell. The text comes in pieces of at most 48 thousand characters: one piece and
 * the row that the last one broke off stay below the size where papaparse becomes slow. `Papa.Parser` rather than `Papa.parse`, which costs
 * six times as much a block.
 */
export async function* readRows(text: AsyncIterable<string>, headerRow: number): AsyncGenerator<RowBlock> {
  let pending = '';
  let first = 1;
  let dialect: Dialect | null = null;
  for await (const piece of text) {
    pending += piece;
    dialect ??= detectDialect(pending, headerRow, pending.length > rowLimit);
    if (dialect === null) continue;
    const { block, rest } = parseBlock(pending, dialect, first, false);
    if (rest.length > rowLimit) {
      yield { ...block, stopped: tooLong(rest, dialect, first + block.rows.length) };
      return;
    }
    if (block.rows.length > 0) yield block;
    first += block.rows.length;
    pending = rest;
  }
  if (pending === '') return;
  yield parseBlock(pending, dialect ?? detectDialect(pending, headerRow, true) ?? plain, first, true).block;
}

/** A copy of a cell that is kept: the cell itself is a slice that holds the whole block in memory. */
export function copied(cell: string): string {
  return cell.length < 13 ? cell : Buffer.from(cell, 'utf16le').toString('utf16le');
}

const plain: Dialect = { delimiter: ',', newline: '\n' };

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** The whole rows in `text`, and the text after them; with `ended` there is none. */
function parseBlock(text: string, dialect: Dialect, first: number, ended: boolean) {
  const parsed: Parsed = new Papa.Parser({ ...dialect }).parse(text, 0, !ended);
  const rows = parsed.data;
  const last = rows.at(-1);
  // What follows the last line end is no row.
  if (ended && last?.length === 1 && last[0] === '') rows.pop();
  if (dialect.newline === '\n') for (const row of rows) withoutReturn(row);
  const broken = new Set<number>();
  for (const { row } of parsed.errors) if (row !== undefined && row < rows.length) broken.add(first + row);
  const block: RowBlock = { first, rows, broken };
  return { block, rest: ended ? '' : text.slice(parsed.meta.cursor) };
}

function withoutReturn(row: string[]): void {
  const last = row.at(-1);
  if (last?.endsWith('\r')) row[row.length - 1] = last.slice(0, -1);
}

function tooLong(rest: string, dialect: Dialect, row: number): NonNullable<RowBlock['stopped']> {
  const parsed: Parsed = new Papa.Parser({ ...dialect }).parse(rest, 0, false);
  const quote = parsed.errors.some((error) => error.row === 0);
  return { code: quote ? 'quote-unclosed' : 'row-too-long', row };
}
