import { columnName, type SheetCell, sheetCell } from './cell.ts';
import { styles } from './parts.ts';

/** A sheet whose first row is a header that stays in view. */
export interface Sheet {
  /** At most 25 characters, so that a number fits behind it, and none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Iterable<readonly SheetCell[]>>;
}

/** Rows that a sheet can take, by the specification of Excel. */
export const mostRows = 1_048_576;

/** The XML of a sheet in pieces, cut into as many sheets (`part`, from 1) as `limit` rows ask for. */
export async function* sheetParts(
  { columns, rows }: Sheet,
  limit: number,
): AsyncGenerator<{ readonly part: number; readonly xml: string }> {
  let [part, row, xml] = [1, 1, beginning(columns)];
  for await (const page of rows)
    for (const cells of page) {
      if (row === limit) {
        yield { part, xml: xml + ending(columns, row) };
        [part, row, xml] = [part + 1, 1, beginning(columns)];
      }
      row += 1;
      xml += rowXml(row, cells);
      if (xml.length < pieceLength) continue;
      yield { part, xml };
      xml = '';
    }
  yield { part, xml: xml + ending(columns, row) };
}

const pieceLength = 65_536;

function beginning(columns: readonly string[]): string {
  const widths = columns.map((_column, index) => `<col min="${index + 1}" max="${index + 1}" width="18"/>`);
  const header = columns.map((column, index) => sheetCell(column, columnName(index), 1, styles.header));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>`
  );
}

function rowXml(row: number, cells: readonly SheetCell[]): string {
  return `<row r="${row}">${cells.map((cell, index) => sheetCell(cell, columnName(index), row)).join('')}</row>`;
}

function ending(columns: readonly string[], row: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${row}"/></worksheet>`;
}
