import type { Table } from '../../model/generated/election.ts';
import { type FeedTarget, tableFeed } from '../bytes/feed.ts';
import type { ByteReader, RowSink } from '../bytes/reader.ts';
import { NotInEncoding } from '../decode/text.ts';
import { type Findings, shown } from '../findings.ts';
import { canonicalLayout } from '../table/header.ts';
import { cellAt, type Layout, type TableSpec } from '../table/layout.ts';
import { mappedLayout } from '../table/mapping.ts';
import { readRows, rowLimit } from '../table/rows.ts';

/** Takes one row: its cells and its number. */
export type RowReader = (cells: readonly string[], row: number) => void;

/** A table as it comes in. */
export interface TableInput {
  readonly text: AsyncIterable<string>;
  /** The same in bytes, where they are UTF-8, without a byte order mark; null or left out where they are not. */
  readonly bytes?: AsyncIterable<Uint8Array> | null;
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
 * ones are passed over, broken ones are not handed on.
 */
export async function readTable(
  input: TableInput,
  spec: TableSpec,
  start: (layout: Layout) => RowReader | TableReader,
): Promise<void> {
  const { findings, mapping } = input;
  const headerRow = mapping?.headerRow ?? 1;
  const table = openTable(headerRow, findings, (header) => {
    const layout = layoutOf(header, mapping, spec, headerRow, findings);
    if (layout === null) return null;
    const reader = start(layout);
    const { row, plain = null } = typeof reader === 'function' ? { row: reader } : reader;
    return { row: guarded(layout, row, findings), plain: input.papaparseOnly === true ? null : plain };
  });
  try {
    if (input.bytes) await feedBytes(input.bytes, headerRow, table);
    else for await (const block of readRows(input.text, headerRow)) if (!table.rows(block)) break;
  } catch (error) {
    if (!(error instanceof NotInEncoding)) throw error;
    findings.add('file-undecodable', {}, { reason: error.message });
  }
  if (table.read === 0 && findings.errors === 0) findings.add('file-empty', {});
}

async function feedBytes(
  bytes: AsyncIterable<Uint8Array>,
  headerRow: number,
  table: FeedTarget,
): Promise<void> {
  const feed = tableFeed(headerRow, table, () => new NotInEncoding({ name: 'utf-8', mark: 3 }));
  for await (const piece of bytes) if (!feed.push(piece)) return;
  feed.end();
}

/** A table while it is being read; `read` is how many rows under the header there were, broken ones too. */
function openTable(
  headerRow: number,
  findings: Findings,
  open: (header: readonly string[]) => TableReader | null,
): FeedTarget & { readonly read: number } {
  let reader: TableReader | null = null;
  let read = 0;
  const take = (cells: readonly string[], row: number, broken: boolean) => {
    if (broken) findings.add('quote-unclosed', { row });
    if (row <= headerRow || isBlank(cells)) return;
    read += 1;
    if (!broken) reader?.row(cells, row);
  };
  const sink: RowSink = {
    asText: (cells, row) => take(cells, row, false),
    asBytes: (rows) => {
      read += rows;
    },
  };
  return {
    rows(block) {
      const header = block.rows[headerRow - block.first];
      if (header !== undefined) reader = open(header);
      if (header !== undefined && reader === null) return false;
      for (const [index, cells] of block.rows.entries()) {
        const row = block.first + index;
        if (reader !== null || block.broken.has(row)) take(cells, row, block.broken.has(row));
      }
      if (block.stopped) findings.add(block.stopped.code, { row: block.stopped.row }, { limit: rowLimit });
      return true;
    },
    plain() {
      const plain = reader?.plain ?? null;
      return plain && ((block) => plain(block, sink));
    },
    get read() {
      return read;
    },
  };
}

function layoutOf(
  header: readonly string[],
  mapping: Table | null,
  spec: TableSpec,
  row: number,
  findings: Findings,
): Layout | null {
  if (mapping === null) return canonicalLayout(header, spec, row, findings);
  return mappedLayout(header, mapping, spec, row, findings);
}

/** Lets through the rows that have as many cells as the header and nothing under a blank one. */
function guarded(layout: Layout, read: RowReader, findings: Findings): RowReader {
  return (cells, row) => {
    if (cells.length !== layout.width) {
      findings.add('row-cells', { row }, { cells: cells.length, expected: layout.width });
      return;
    }
    for (const index of layout.blanks) {
      const cell = cellAt(cells, index);
      if (cell === '') continue;
      findings.add(
        'header-unknown',
        { row, column: `#${index + 1}` },
        { column: `#${index + 1}: ${shown(cell)}` },
      );
    }
    read(cells, row);
  };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
