import type { Contest } from '../../model/generated/election.ts';
import type { Entries } from '../protocols/entries.ts';
import type { Register } from '../references/register.ts';
import type { UnitFinder } from '../references/units.ts';
import type { Layout } from '../table/layout.ts';
import type { PlainBlock } from './feed.ts';
import { planOf } from './plan.ts';
import { type ByteContext, byteRow } from './row.ts';
import { runReader } from './run.ts';
import { spellings } from './spellings.ts';
import { byteUnitFinder } from './units.ts';

/** What the rows of results are read with. */
export interface ByteReaderContext {
  readonly contest: Contest;
  readonly register: Register | null;
  readonly layout: Layout;
  readonly entries: Entries;
  readonly find: UnitFinder;
  /** The ids of the sources in a cell, joined; null when one is not known. */
  readonly sourceOf: (cell: string) => string | null;
}

/**
 * Reads a block without making text of it; gives how many rows it has. Rows that are not plain go to `asText`, cell by cell; `asBytes` is told
 * how many were.
 */
export type ByteReader = (block: PlainBlock, sink: RowSink) => number;

/** What becomes of rows. */
export interface RowSink {
  asText(cells: readonly string[], row: number): void;
  asBytes(rows: number): void;
}

/**
 * The reader of plain blocks of results; null for layouts whose columns are more than single cells. Rows of one unit are compared with the row
 * before, others are read cell by cell; whatever is not digits and known ids is made text and read as papaparse's rows are, so that every
 * finding is made in one place.
 */
export function byteReader(context: ByteReaderContext): ByteReader | null {
  const { layout, entries } = context;
  const { sheet } = entries;
  const plan = planOf(layout, sheet);
  if (plan === null) return null;
  const unitOf = byteUnitFinder(context.contest, context.register, context.find);
  const sources = spellings((cell) => {
    const source = context.sourceOf(cell);
    return source === null ? null : sheet.source(source);
  });
  const options = spellings((cell) => {
    const option = cell.trim() === '' ? null : layout.optionOf(cell.trim());
    return option === null ? null : (sheet.optionSlots.get(option) ?? null);
  });
  const rows = { plan, entries, unitOf, sources, options };
  let reader: { readonly delimiter: string; readonly read: ByteReader } | null = null;
  return (block, sink) => {
    const { delimiter } = block;
    if (reader?.delimiter !== delimiter)
      reader = { delimiter, read: blockReader(rows, delimiter.charCodeAt(0)) };
    return reader.read(block, sink);
  };
}

function blockReader(context: ByteContext, delimiter: number): ByteReader {
  const line = byteRow(context, delimiter);
  const run = runReader(context.plan, delimiter, context.options, context.entries);
  return (block, sink) => {
    const { bytes, first } = block;
    const runBlock = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    let row = first;
    let asText = 0;
    let alone = 0;
    for (let at = 0; at < bytes.length; ) {
      const next = line.read(bytes, at, row);
      row += 1;
      if (next < 0) {
        const end = bytes.indexOf(newline, at);
        sink.asText(cellsOf(block, at, end), row - 1);
        asText += 1;
        at = end + 1;
      } else if (run !== null && line.clean && alone < mostAlone) {
        run.begin(runBlock, at, next, line.starts, line.ends);
        at = run.read(next, row, line.unit, line.source);
        row += run.rows;
        alone = run.rows === 0 ? alone + 1 : 0;
      } else at = next;
    }
    sink.asBytes(row - first - asText);
    return row - first;
  };
}

const newline = 10;

/** After so many rows that begin no run the file is taken for shuffled, until the next block. */
const mostAlone = 16;

/** The cells of a line as papaparse cuts them. */
function cellsOf({ bytes, ascii, delimiter }: PlainBlock, start: number, end: number): string[] {
  const trimmed = end > start && bytes[end - 1] === 13 ? end - 1 : end;
  return bytes.toString(ascii ? 'latin1' : 'utf8', start, trimmed).split(delimiter);
}
