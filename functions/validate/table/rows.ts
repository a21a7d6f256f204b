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
 * the row that the last one broke off stay below the size where papaparse becomes slow.
 */
export async function* readRows(text: AsyncIterable<string>, headerRow: number): AsyncGenerator<RowBlock> {
  const parser = rowParser(headerRow);
  for await (const piece of text) {
    const block = parser.push(piece);
    if (block !== null) yield block;
    if (block?.stopped) return;
  }
  const block = parser.end();
  if (block !== null) yield block;
}

/** Makes rows of text as it comes. `Papa.Parser` rather than `Papa.parse`, which costs six times as much a block. */
export interface RowParser {
  /** The rows that end in this piece, null when none does. One that is `stopped` is the last. */
  push(piece: string): RowBlock | null;
  /** The row that no line end follows. */
  end(): RowBlock | null;
  /** Says that so many rows after those pushed were read by other means; nothing may be `pending`. */
  skip(rows: number): void;
  /** Known once the header row has been pushed whole. */
  readonly dialect: Dialect | null;
  /** Whether a row has begun and not ended. */
  readonly pending: boolean;
  /** The number of the next row. */
  readonly next: number;
}

/** A parser for a table with its header in this row. */
export function rowParser(headerRow: number): RowParser {
  let pending = '';
  let first = 1;
  let dialect: Dialect | null = null;
  return {
    push(piece) {
      pending += piece;
      dialect ??= detectDialect(pending, headerRow, pending.length > rowLimit);
      if (dialect === null) return null;
      const { block, rest } = parseBlock(pending, dialect, first, false);
      first += block.rows.length;
      pending = rest;
      if (rest.length > rowLimit) return { ...block, stopped: tooLong(rest, dialect, first) };
      return block.rows.length > 0 ? block : null;
    },
    end() {
      if (pending === '') return null;
      return parseBlock(pending, dialect ?? detectDialect(pending, headerRow, true) ?? plain, first, true)
        .block;
    },
    skip(rows) {
      first += rows;
    },
    get dialect() {
      return dialect;
    },
    get pending() {
      return pending !== '';
    },
    get next() {
      return first;
    },
  };
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
  if (dialect.newline === '\n' && text.includes('\r')) for (const row of rows) withoutReturn(row);
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
