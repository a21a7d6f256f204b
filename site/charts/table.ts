/** A table of texts beside a chart; numbers stand to the right. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** A row: its name, then a cell for each further column. */
  readonly rows: readonly (readonly string[])[];
}

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly numeric: boolean;
}

/** A column of texts. */
export function words(title: string): Column {
  return { title, numeric: false };
}

/** A column of numbers. */
export function numbers(title: string): Column {
  return { title, numeric: true };
}
