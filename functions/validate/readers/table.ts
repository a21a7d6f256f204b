import type { Table } from '../../model/generated/election.ts';
import { type FeedTarget, tableFeed } from '../bytes/feed.ts';
import type { ByteReader, RowSink } from '../bytes/reader.ts';
import { DecodeError } from '../decode/source.ts';
import { type Findings, shown } from '../findings.ts';
import { canonicalLayout } from '../table/header.ts';
import { headingOf } from '../table/heading.ts';
import { cellAt, type Layout, type TableSpec } from '../table/layout.ts';
import { mappedLayout } from '../table/mapping.ts';
import { columnLimit, type RowBlock, rowLimit } from '../table/rows.ts';
import type { RowSource, Utf8Bytes } from '../table/source.ts';

/** Takes one row: its cells and its number. */
export type RowReader = (cells: readonly string[], row: number) => void;

/** A table as it comes in. */
export interface TableInput {
  readonly rows: RowSource;
  /** The mapping that the definition has for it, if any. */
  readonly mapping: Table | null;
  readonly findings: Findings;
  /** That papaparse is to read all of it, plain or not: tests and benchmarks hold the two ways together. */
  readonly papaparseOnly?: boolean;
}

/** How a kind of table is read once its header is known. */
export interface TableReader {
  readonly row: RowReader;
  /** Reads blocks of plain bytes; left out where all is to go through papaparse. */
  readonly plain?: ByteReader | null;
}

/**
 * Reads a table: the header makes the layout, `start` gives the reader of its rows. Reports what is wrong with rows as rows; blank
 * ones are passed over, broken ones are not handed on, and neither are those that only state totals.
 */
export async function readTable(
  input: TableInput,
  spec: TableSpec,
  start: (layout: Layout) => RowReader | TableReader,
): Promise<void> {
  const { findings, rows } = input;
  const table = openTable(input, (header) => openBody(header, input, spec, start));
  try {
    if (rows.utf8) await feedBytes(rows.utf8, rows.header.last, table);
    else for await (const block of rows.blocks()) if (!table.rows(block)) break;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    const { code, ...data } = error.problem;
    findings.add(code, {}, data);
  }
  table.finish();
  if (table.read === 0 && findings.errors === 0) findings.add('file-empty', {});
}

async function feedBytes({ open, notUtf8 }: Utf8Bytes, headerRow: number, table: FeedTarget): Promise<void> {
  const feed = tableFeed(headerRow, table, notUtf8);
  for await (const piece of open()) if (!feed.push(piece)) return;
  feed.end();
}

/** A table while it is being read. */
interface OpenTable extends FeedTarget {
  /** How many rows under the header there were, broken ones too. */
  readonly read: number;
  /** After the last row. */
  finish(): void;
}

function openTable(
  { findings, rows: { header } }: TableInput,
  open: (header: readonly string[]) => TableBody | null,
): OpenTable {
  const heading: (readonly string[])[] = [];
  let body: TableBody | null = null;
  let read = 0;
  const take = (cells: readonly string[], row: number, broken: boolean) => {
    if (row <= header.last || isBlank(cells)) return;
    read += 1;
    if (!broken) body?.row(cells, row);
  };
  const sink: RowSink = {
    asText: (cells, row) => take(cells, row, false),
    asBytes: (rows) => {
      read += rows;
    },
  };
  return {
    rows(block) {
      findings.addAll(block.found ?? []);
      heading.push(...headerRows(block, header.first, header.last));
      const headed = block.first + block.rows.length > header.last;
      if (headed && body === null) {
        body = open(headingOf(heading));
        if (body === null) return false;
      }
      for (const [index, cells] of block.rows.entries()) {
        const row = block.first + index;
        const broken = block.broken.has(row);
        if (broken && !block.found) findings.add('quote-unclosed', { row });
        take(cells, row, broken);
      }
      if (block.stopped) findings.add(block.stopped.code, { row: block.stopped.row }, { limit: rowLimit });
      return true;
    },
    plain() {
      const plain = body?.plain ?? null;
      return plain && ((block) => plain(block, sink));
    },
    get read() {
      return read;
    },
    finish: () => body?.finish(),
  };
}

/** The rows of a block that belong to the header. */
function headerRows({ first, rows }: RowBlock, from: number, to: number): readonly (readonly string[])[] {
  return first > to ? [] : rows.slice(Math.max(0, from - first), Math.max(0, to + 1 - first));
}

/** The rows under a header. */
interface TableBody extends TableReader {
  readonly finish: () => void;
}

function openBody(
  header: readonly string[],
  { mapping, findings, rows, papaparseOnly = false }: TableInput,
  spec: TableSpec,
  start: (layout: Layout) => RowReader | TableReader,
): TableBody | null {
  const { last } = rows.header;
  if (header.length > columnLimit) {
    findings.add('columns-too-many', { row: last }, { limit: columnLimit });
    return null;
  }
  const layout =
    mapping === null
      ? canonicalLayout(header, spec, last, findings)
      : mappedLayout(header, mapping, spec, last, findings);
  if (layout === null) return null;
  const reader = start(layout);
  const { row, plain = null }: TableReader = typeof reader === 'function' ? { row: reader } : reader;
  // What the mapping says of totals and of rows to pass over is told by cells, which bytes have not.
  const asBytes = papaparseOnly || layout.rules !== undefined ? null : plain;
  return {
    row: ruled(layout, guarded(layout, rows.ragged, row, findings)),
    plain: asBytes,
    finish: () => layout.rules?.finish(),
  };
}

/** Takes out the rows that the mapping passes over or that state totals, which often have other cells than the rest. */
function ruled({ rules }: Layout, read: RowReader): RowReader {
  if (rules === undefined) return read;
  return (cells, row) => {
    if (rules.takes(cells, row)) return;
    rules.add(cells, row);
    read(cells, row);
  };
}

/** Lets through the rows that have as many cells as the header (`ragged` ones may end before it) and nothing under a blank one. */
function guarded(layout: Layout, ragged: boolean, read: RowReader, findings: Findings): RowReader {
  return (cells, row) => {
    if (ragged ? !isBlank(cells.slice(layout.width)) : cells.length !== layout.width) {
      findings.add('row-cells', { row }, { cells: cells.length, expected: layout.width });
      return;
    }
    for (const index of layout.blanks) {
      if (index >= cells.length) break;
      const cell = cellAt(cells, index);
      if (cell === '') continue;
      findings.add(
        'header-unknown',
        { row, column: `#${index + 1}` },
        { column: `#${index + 1}: ${shown(cell)}`, nearest: '—' },
      );
    }
    read(cells, row);
  };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
