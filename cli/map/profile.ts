import { isNumber, type Sample } from './sample.ts';

/** What the cells of a column are like. */
export interface ColumnProfile {
  /** From 0. */
  readonly index: number;
  readonly label: string;
  /** Shares from 0 to 1: of rows that have a cell here, of these that are numbers, of these that differ from all others. */
  readonly filled: number;
  readonly numeric: number;
  readonly distinct: number;
  readonly values: ReadonlySet<string>;
}

/** The profiles of the columns, in their order. */
export function profilesOf({ labels, rows }: Sample): ColumnProfile[] {
  return labels.map((label, index) => {
    const cells = rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
    const values = new Set(cells);
    return {
      index,
      label,
      filled: share(cells.length, rows.length),
      numeric: share(cells.filter(isNumber).length, cells.length),
      distinct: share(values.size, cells.length),
      values,
    };
  });
}

/** The share of a column's values that are among `known`. */
export function knownShare({ values }: ColumnProfile, known: ReadonlySet<string>): number {
  return share([...values].filter((value) => known.has(value)).length, values.size);
}

/** Whether a header says that the column holds ids: the name of a thing rather than a number of things. */
export function isIdLabel(label: string): boolean {
  return /(^|[\s_.-])(g?id|code|no|nr|kodas|код|коды|номер|нөмірі|ნომერი)\.?$|№|^#$/iu.test(label.trim());
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
