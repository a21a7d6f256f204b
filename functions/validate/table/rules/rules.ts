import type { Table } from '../../../model/generated/election.ts';
import type { Findings } from '../../findings.ts';
import { cellAt, type Layout, type RowRules } from '../layout.ts';
import { fitsText } from '../pattern.ts';
import type { Places } from '../places.ts';
import { columnTotals } from './column-totals.ts';
import { rowTotals } from './row-totals.ts';

/**
 * What a mapping says of rows that are no protocols and of totals, undefined where it says nothing; null when a column that it names is not
 * there (which has been reported).
 */
export function rowRules(
  table: Table,
  places: Places,
  findings: Findings,
): ((layout: Layout) => RowRules | undefined) | null {
  const skips = matchers(table.ignoreRows ?? [], places);
  const totalRows = matchers(table.totals?.rows ?? [], places);
  const columns = (table.totals?.columns ?? []).map(({ column, of }) => ({ index: places.find(column), of }));
  if (skips === null || totalRows === null || columns.some(({ index }) => index === null)) return null;
  const kinds = (table.totals?.rows ?? []).map(({ of }) => of ?? 'all');
  if (skips.length + totalRows.length + columns.length === 0) return () => undefined;
  return (layout) => {
    const rows = kinds.length === 0 ? null : rowTotals(layout, kinds, findings);
    const sums = columns.map(({ index, of }) => columnTotals(layout, index ?? 0, of, findings));
    return {
      takes(cells, row) {
        if (skips.some((fits) => fits(cells))) return true;
        const rule = totalRows.findIndex((fits) => fits(cells));
        if (rule === -1) return false;
        rows?.stated(rule, cells, row);
        return true;
      },
      add(cells, row) {
        rows?.add(cells);
        for (const sum of sums) sum(cells, row);
      },
      finish: () => rows?.finish(),
    };
  };
}

type Matcher = (cells: readonly string[]) => boolean;

function matchers(rules: NonNullable<Table['ignoreRows']>, places: Places): Matcher[] | null {
  const found = rules.map(({ column, matches }): Matcher | null => {
    const index = places.find(column, 'shared');
    if (index === null) return null;
    return (cells) => {
      const cell = cellAt(cells, index);
      // Longer than any pattern means to match, and costly to try them all on.
      return cell.length <= 1_000 && matches.some((pattern) => fitsText(pattern, cell));
    };
  });
  const whole = found.filter((matcher) => matcher !== null);
  return whole.length < found.length ? null : whole;
}
