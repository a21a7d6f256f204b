import type { Contest } from '../../model/generated/election.ts';
import { byteReader } from '../bytes/reader.ts';
import { entriesOf } from '../protocols/entries.ts';
import { longRows } from '../protocols/long.ts';
import { type Sheet, sheetOf } from '../protocols/sheet.ts';
import { protocolTable, type ReadProtocols } from '../protocols/table.ts';
import { unitOfRow } from '../protocols/unit-of.ts';
import { wideRows } from '../protocols/wide.ts';
import type { Book } from '../references/book.ts';
import type { Register } from '../references/register.ts';
import { unitFinder, unitsOf } from '../references/units.ts';
import { cellReader, columnNames, sourceIds } from './cells.ts';
import { readTable, type TableInput } from './table.ts';

/** What results are read with. */
export interface ResultsContext {
  readonly contest: Contest;
  readonly book: Book;
  /** Null when the contest is reported by area. */
  readonly register: Register | null;
}

/**
 * Reads protocols in the long or the wide layout, in any order of rows; ordered by area, then station. A unit whose cells are all empty
 * has no protocol.
 */
export async function readResults(
  input: TableInput,
  { contest, book, register }: ResultsContext,
): Promise<ReadProtocols> {
  const { findings } = input;
  const unit = contest.reportedBy === 'station' ? 'station' : 'area';
  const spec = { names: columnNames('results'), required: [unit], options: contest.options };
  const units = unitsOf(contest, register);
  let sheet: Sheet = sheetOf(contest, units, () => false);
  await readTable(input, spec, (layout) => {
    sheet = sheetOf(contest, units, (field) => layout.columns.has(field));
    const find = unitFinder(contest, book, register);
    const read = cellReader(layout, book, findings);
    const unitOf = unitOfRow(layout, find, contest, sheet, findings);
    const entries = entriesOf(sheet, findings);
    const context = { layout, read, entries, findings, unitOf };
    const row = layout.layout === 'long' ? longRows(context) : wideRows(context);
    const sourceOf = (cell: string) => {
      const ids = sourceIds(cell);
      return ids.every(book.hasSource) ? ids.join(';') : null;
    };
    return { row, plain: byteReader({ contest, register, layout, entries, find, sourceOf }) };
  });
  return protocolTable(sheet);
}
