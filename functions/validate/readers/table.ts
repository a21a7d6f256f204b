import type { Table } from '../../model/generated/election.ts';
import { DecodeError } from '../decode/source.ts';
import { type Findings, shown } from '../findings.ts';
import { canonicalLayout } from '../table/header.ts';
import { headingOf } from '../table/heading.ts';
import { cellAt, type Layout, type TableSpec } from '../table/layout.ts';
import { mappedLayout } from '../table/mapping.ts';
import { columnLimit, type RowBlock, rowLimit } from '../table/rows.ts';
import type { RowSource } from '../table/source.ts';

/** Takes one row: its cells and its number. */
export type RowReader = (cells: readonly string[], row: number) => void;

/** A table as it comes in. */
export interface TableInput {
  readonly rows: RowSource;
  /** The mapping that the definition has for it, if any. */
  readonly mapping: Table | null;
  readonly findings: Findings;
}

/**
 * Reads a table: the header makes the layout, `start` gives the reader of its rows. Reports what is wrong with rows as rows; blank
 * ones are passed over, broken ones are not handed on, and neither are those that only state totals.
 */
export async function readTable(
  input: TableInput,
  spec: TableSpec,
  start: (layout: Layout) => RowReader,
): Promise<void> {
  const { findings } = input;
  const { first, last } = input.rows.header;
  const heading: (readonly string[])[] = [];
  let body: TableBody | null = null;
  let rows = 0;
  for await (const block of decoded(input)) {
    findings.addAll(block.found ?? []);
    heading.push(...headerRows(block, first, last));
    const headed = block.first + block.rows.length > last;
    if (headed) body ??= openBody(headingOf(heading), input, spec, start);
    if (headed && body === null) return;
    if (body !== null) rows += readBlock(block, last, body.read, findings);
    if (block.stopped) findings.add(block.stopped.code, { row: block.stopped.row }, { limit: rowLimit });
  }
  body?.finish();
  if (rows === 0 && findings.errors === 0) findings.add('file-empty', {});
}

/** The rows of a block that belong to the header. */
function headerRows({ first, rows }: RowBlock, from: number, to: number): readonly (readonly string[])[] {
  return first > to ? [] : rows.slice(Math.max(0, from - first), Math.max(0, to + 1 - first));
}

/** The rows under a header. */
interface TableBody {
  readonly read: RowReader;
  readonly finish: () => void;
}

function openBody(
  header: readonly string[],
  { mapping, findings, rows }: TableInput,
  spec: TableSpec,
  start: (layout: Layout) => RowReader,
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
  const read = ruled(layout, guarded(layout, rows.ragged, start(layout), findings));
  return { read, finish: () => layout.rules?.finish() };
}

/** Hands on the rows under the header; gives how many there were, broken ones too. */
function readBlock(block: RowBlock, header: number, read: RowReader, findings: Findings): number {
  let rows = 0;
  for (const [index, cells] of block.rows.entries()) {
    const row = block.first + index;
    if (block.broken.has(row) && !block.found) findings.add('quote-unclosed', { row });
    if (row <= header || isBlank(cells)) continue;
    rows += 1;
    if (!block.broken.has(row)) read(cells, row);
  }
  return rows;
}

async function* decoded({ rows, findings }: TableInput): AsyncGenerator<RowBlock> {
  try {
    yield* rows.blocks();
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    const { code, ...data } = error.problem;
    findings.add(code, {}, data);
  }
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
