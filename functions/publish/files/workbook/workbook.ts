import { type Field, fieldsOf, type TableName } from '../../write/csv.ts';
import type { SheetCell } from '../../write/workbook/cell.ts';
import type { Sheet } from '../../write/workbook/sheet.ts';
import { workbook } from '../../write/workbook/workbook.ts';
import { documentFile, type TableKind, type Writing } from '../file.ts';
import { areasCsv } from '../tables/areas.ts';
import { electedCsv } from '../tables/elected.ts';
import { seatsCsv } from '../tables/seats.ts';
import { totalsCsv } from '../tables/totals.ts';
import { turnoutCsv } from '../tables/turnout.ts';
import { summarySheet } from './summary.ts';

/** results.xlsx: the tables that people open by hand, each on a sheet of its own. Not the protocols: a sheet could not take them. */
export const resultsXlsx = documentFile({
  path: 'results.xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  description:
    'An Excel workbook of the summary, totals, seats, elected, turnout and areas; codes are texts.',
  content: (writing) => workbook(sheets(writing)),
});

function sheets(writing: Writing): Sheet[] {
  return [
    summarySheet(writing.release),
    ...tableSheet(totalsCsv, writing),
    ...tableSheet(seatsCsv, writing),
    ...tableSheet(electedCsv, writing),
    ...tableSheet(turnoutCsv, writing),
    ...tableSheet(areasCsv, writing),
  ];
}

/** The sheet of a table, with the columns and the rows of its CSV file; none where the release has no such file. */
function tableSheet<Name extends TableName>(kind: TableKind<Name>, writing: Writing): Sheet[] {
  if (kind(writing.release).length === 0) return [];
  const fields = fieldsOf(kind.table);
  const columns = fields.map(({ name }) => name);
  return [{ name: kind.table, columns, rows: pages(fields, kind.pages(writing)) }];
}

async function* pages(
  fields: readonly Field[],
  tablePages: AsyncIterable<Iterable<object>>,
): AsyncGenerator<Iterable<readonly SheetCell[]>> {
  for await (const page of tablePages)
    yield Iterator.from(page).map((row) => {
      const cells: Readonly<Record<string, SheetCell>> = { ...row };
      return fields.map((field) => cellOf(field, cells[field.name] ?? null));
    });
}

/** An exact decimal is a text in memory and a number on a sheet, where it can be reckoned with: two decimals of a share lose nothing. */
function cellOf({ type }: Field, cell: SheetCell): SheetCell {
  return type === 'number' && typeof cell === 'string' ? Number(cell) : cell;
}
