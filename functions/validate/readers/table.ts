import type { Table } from '../../model/generated/election.ts';
import { NotInEncoding } from '../decode/text.ts';
import { type Findings, shown } from '../findings.ts';
import { canonicalLayout } from '../table/header.ts';
import { cellAt, type Layout, type TableSpec } from '../table/layout.ts';
import { mappedLayout } from '../table/mapping.ts';
import { type RowBlock, readRows, rowLimit } from '../table/rows.ts';

/** Takes one row: its cells and its number. */
export type RowReader = (cells: readonly string[], row: number) => void;

/** A table as it comes in. */
export interface TableInput {
  readonly text: AsyncIterable<string>;
  /** The mapping that the definition has for it, if any. */
  readonly mapping: Table | null;
  readonly findings: Findings;
}

/**
 * Reads a table: the header makes the layout, `start` gives the reader of its rows. Reports what is wrong with rows as rows; blank
 * ones are passed over, broken ones are not handed on.
 */
export async function readTable(
  input: TableInput,
  spec: TableSpec,
  start: (layout: Layout) => RowReader,
): Promise<void> {
  const { findings, mapping } = input;
  const headerRow = mapping?.headerRow ?? 1;
  const open = (header: readonly string[]) => {
    const layout = layoutOf(header, mapping, spec, headerRow, findings);
    return layout === null ? null : guarded(layout, start(layout), findings);
  };
  let read: RowReader | null = null;
  let rows = 0;
  for await (const block of decodedRows(input, headerRow)) {
    const header = block.rows[headerRow - block.first];
    if (header !== undefined) read = open(header);
    if (header !== undefined && read === null) return;
    if (read !== null) rows += readBlock(block, headerRow, read, findings);
    if (block.stopped) findings.add(block.stopped.code, { row: block.stopped.row }, { limit: rowLimit });
  }
  if (rows === 0 && findings.errors === 0) findings.add('file-empty', {});
}

/** Hands on the rows under the header; gives how many there were, broken ones too. */
function readBlock(block: RowBlock, headerRow: number, read: RowReader, findings: Findings): number {
  let rows = 0;
  for (const [index, cells] of block.rows.entries()) {
    const row = block.first + index;
    if (block.broken.has(row)) findings.add('quote-unclosed', { row });
    if (row <= headerRow || isBlank(cells)) continue;
    rows += 1;
    if (!block.broken.has(row)) read(cells, row);
  }
  return rows;
}

async function* decodedRows({ text, findings }: TableInput, headerRow: number): AsyncGenerator<RowBlock> {
  try {
    yield* readRows(text, headerRow);
  } catch (error) {
    if (!(error instanceof NotInEncoding)) throw error;
    findings.add('file-undecodable', {}, { reason: error.message });
  }
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
