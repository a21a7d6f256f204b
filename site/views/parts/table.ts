import { framedTable } from '../../charts/figure.ts';
import type { Child } from '../../dom.ts';

/** A column of a table on a page. */
export interface SheetColumn<Row> {
  readonly title: string;
  readonly numeric?: boolean;
  cell(row: Row): Child;
}

/** A table whose first column names the row, in a frame that scrolls and that the keyboard reaches. */
export function sheet<Row>(
  caption: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): HTMLElement {
  return framedTable(
    'sheet',
    caption,
    columns,
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
}
