import { parseCount } from '../../cells/counts.ts';
import { type Findings, shown } from '../../findings.ts';
import { cellAt, type Layout } from '../layout.ts';

/** Checks one row. */
type RowCheck = (cells: readonly string[], row: number) => void;

/**
 * Checks a column that states the sum of others in its row: `of` names counts, options, or `options` for all of them. Nothing is compared where
 * the total is missing, where none of its parts is stated, or where one is no count, which its own column reports.
 */
export function columnTotals(
  layout: Layout,
  index: number,
  of: readonly string[],
  findings: Findings,
): RowCheck {
  const parts = of.flatMap((name) => partsOf(layout, name));
  const label = shown(layout.labels[index] || `#${index + 1}`);
  return (cells, row) => {
    const cell = cellAt(cells, index);
    if (cell === '') return;
    const total = parseCount(cell);
    if (typeof total !== 'number') {
      findings.add(total, { row, column: label }, { value: shown(cell) });
      return;
    }
    const counts = parts
      .map((read) => read(cells))
      .filter((part) => part !== '')
      .map(parseCount);
    const numbers = counts.filter((count) => typeof count === 'number');
    if (numbers.length === 0 || numbers.length < counts.length) return;
    const sum = numbers.reduce((before, count) => before + BigInt(count), 0n);
    if (sum !== BigInt(total))
      findings.add(
        'total-differs',
        { row, column: label },
        { column: label, stated: total, sum: sum.toString() },
      );
  };
}

function partsOf({ columns, options }: Layout, name: string): ((cells: readonly string[]) => string)[] {
  const column = columns.get(name);
  if (column !== undefined) return [column.read];
  return options
    .filter(({ option }) => name === 'options' || option === name)
    .map(
      ({ index }) =>
        (cells: readonly string[]) =>
          cellAt(cells, index),
    );
}
