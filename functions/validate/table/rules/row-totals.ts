import { countFields } from '../../../model/records/protocol.ts';
import { parseCount } from '../../cells/counts.ts';
import { type Findings, shown } from '../../findings.ts';
import { cellAt, type Layout } from '../layout.ts';

/** Checks the rows of a table that state the sum of others. */
export interface RowTotals {
  /** Adds a row that is none of them. */
  add(cells: readonly string[]): void;
  /** Takes a row that the rule of this number has told. */
  stated(rule: number, cells: readonly string[], row: number): void;
  /** After the last row: compares the totals of the whole file. */
  finish(): void;
}

/** The sums of some rows, by field. */
type Sums = Map<string, bigint>;

interface Stated {
  readonly name: string;
  readonly label: string;
  readonly row: number;
  readonly total: bigint;
}

// A file states its total once, or above and below its rows; the rest is an attack on memory.
const mostStated = 100_000;

/**
 * The totals of a table: every count that it has a column for and the votes of every option. A field that no row states has no sum, and its total is not
 * compared. `kinds` says of each rule whether it sums all rows of the file or those since its last total.
 */
export function rowTotals(
  layout: Layout,
  kinds: readonly ('all' | 'above')[],
  findings: Findings,
): RowTotals {
  const fields = fieldsOf(layout);
  const all: Sums = new Map();
  const kept: Stated[] = [];
  const above = kinds.map((kind) => (kind === 'above' ? new Map<string, bigint>() : null));
  const running = [all, ...above.filter((sums) => sums !== null)];
  return {
    add(cells) {
      for (const { nameOf, read } of fields) {
        const count = parsed(read(cells));
        if (typeof count === 'number')
          for (const name of nameOf(cells)) for (const sums of running) addTo(sums, name, count);
      }
    },
    stated(rule, cells, row) {
      const sums = above[rule] ?? null;
      for (const stated of statedIn(fields, cells, row, findings)) {
        if (sums !== null) compare(stated, sums, findings);
        else if (kept.length < mostStated) kept.push(stated);
        else
          findings.add('row-duplicate', { row }, { what: shown(stated.label), first: kept[0]?.row ?? row });
      }
      sums?.clear();
    },
    finish() {
      for (const stated of kept) compare(stated, all, findings);
    },
  };
}

function statedIn(
  fields: readonly SummedField[],
  cells: readonly string[],
  row: number,
  findings: Findings,
): Stated[] {
  return fields.flatMap(({ nameOf, read, label }) => {
    const count = parsed(read(cells));
    if (typeof count === 'string')
      findings.add(count, { row, column: shown(label) }, { value: shown(read(cells)) });
    if (typeof count !== 'number') return [];
    return [{ name: nameOf(cells)[0] ?? label, label, row, total: BigInt(count) }];
  });
}

function compare({ name, label, row, total }: Stated, sums: Sums, findings: Findings): void {
  const sum = sums.get(name);
  if (sum === undefined || sum === total) return;
  const column = shown(label);
  findings.add('total-differs', { row, column }, { column, stated: total.toString(), sum: sum.toString() });
}

/** A column that is summed: of a long table the votes, by option and altogether. */
interface SummedField {
  readonly label: string;
  readonly read: (cells: readonly string[]) => string;
  /** The sums that the row's number counts in; a total names the first. */
  readonly nameOf: (cells: readonly string[]) => readonly string[];
}

function fieldsOf(layout: Layout): SummedField[] {
  if (layout.layout === 'long') return longFields(layout);
  const counts = countFields.flatMap((name) => {
    const column = layout.columns.get(name);
    return column === undefined ? [] : [{ ...column, nameOf: () => [name] }];
  });
  const votes = layout.options.map(({ label, index, option }) => ({
    label,
    read: (cells: readonly string[]) => cellAt(cells, index),
    nameOf: () => [`votes:${option}`],
  }));
  return [...counts, ...votes];
}

/** Counts of a station may stand in each of its rows, so only votes have a sum. */
function longFields({ columns, optionOf }: Layout): SummedField[] {
  const votes = columns.get('votes');
  const option = columns.get('option');
  if (votes === undefined || option === undefined) return [];
  const nameOf = (cells: readonly string[]) => {
    const found = optionOf(option.read(cells));
    return found === null ? ['votes'] : [`votes:${found}`, 'votes'];
  };
  return [{ ...votes, nameOf }];
}

function parsed(cell: string): ReturnType<typeof parseCount> | null {
  return cell === '' ? null : parseCount(cell);
}

function addTo(sums: Sums, name: string, count: number): void {
  sums.set(name, (sums.get(name) ?? 0n) + BigInt(count));
}
