import type { Option } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';

/** Where a canonical column comes from: `read` gives its trimmed cell of a row, empty when it is missing. */
export interface ColumnReader {
  /** The header as the file has it, for findings. */
  readonly label: string;
  readonly read: (row: readonly string[]) => string;
  /** The position, from 0, of the one cell that this is; not given where it is made of parts, or constant. */
  readonly index?: number;
}

/** A column of a wide table: the votes of one option. */
export interface OptionColumn {
  readonly label: string;
  /** From 0. */
  readonly index: number;
  readonly option: OptionId;
}

/** How the cells of a table become values. */
export interface Layout {
  readonly layout: 'long' | 'wide';
  /** Cells that each row must have. */
  readonly width: number;
  /** By canonical name. */
  readonly columns: ReadonlyMap<string, ColumnReader>;
  /** Wide: the columns of votes. */
  readonly options: readonly OptionColumn[];
  /** Long: the option that a cell names, null when there is none. */
  readonly optionOf: (cell: string) => OptionId | null;
  /** Columns without a header, from 0: they may stand there as long as they are empty. */
  readonly blanks: readonly number[];
  /** The header as it is read. */
  readonly labels: readonly string[];
  /** What the mapping says of rows that are no protocols, and of totals. */
  readonly rules?: RowRules;
}

/** Rows that are passed over or only compared. */
export interface RowRules {
  /** Whether the row is one of them: then it goes no further. */
  takes(cells: readonly string[], row: number): boolean;
  /** A row that goes on: its numbers count in the sums. */
  add(cells: readonly string[], row: number): void;
  /** After the last row. */
  finish(): void;
}

/** What a kind of file has for columns. */
export interface TableSpec {
  /** The canonical names, in lower case. */
  readonly names: ReadonlySet<string>;
  /** Those without which the file cannot be read. */
  readonly required: readonly string[];
  /** Of results, the options of the contest; null for every other kind. */
  readonly options: readonly Option[] | null;
}

/** The trimmed cell, empty where the row ends before it. */
export function cellAt(row: readonly string[], index: number): string {
  return row[index]?.trim() ?? '';
}

/** Finds an option by its id: as written, else, where only one fits, whatever the case of the letters. */
export function optionFinder(options: readonly Option[]): (text: string) => OptionId | null {
  const exact = new Map<string, OptionId>();
  const folded = new Map<string, OptionId | null>();
  for (const { id } of options) {
    exact.set(id, id);
    const key = id.toLowerCase();
    folded.set(key, folded.has(key) ? null : id);
  }
  return (text) => exact.get(text) ?? folded.get(text.toLowerCase()) ?? null;
}
