import type { Findings } from '../findings.ts';
import { shown } from '../findings.ts';
import { type CellReader, countOf } from '../readers/cells.ts';
import type { RowReader } from '../readers/table.ts';
import { cellAt, type Layout } from '../table/layout.ts';
import type { Entries } from './entries.ts';
import type { UnitOf } from './unit-of.ts';

/** What the rows of either layout are read with. */
export interface RowContext {
  readonly layout: Layout;
  readonly read: CellReader;
  readonly entries: Entries;
  readonly findings: Findings;
  readonly unitOf: UnitOf;
}

/** Reads rows that hold all of a unit: a column an option. */
export function wideRows({ layout, read, entries, findings, unitOf }: RowContext): RowReader {
  const { sheet } = entries;
  const options = layout.options.flatMap((column) => {
    const slot = sheet.optionSlots.get(column.option);
    return slot === undefined ? [] : { ...column, slot };
  });
  return (cells, row) => {
    const unit = unitOf(cells, row);
    const where = () => ({ row, ...entries.where(unit) });
    const source = sheet.source(read.source(cells, where));
    const first = unit === null ? row : sheet.open(unit, row);
    if (unit !== null && first !== row) {
      findings.add('row-duplicate', where(), { what: entries.nameOf(unit), first });
      return;
    }
    for (const [field, slot] of sheet.countSlots)
      entries.count(unit, slot, read.count(cells, field, where), source, row);
    for (const { index, option, label, slot } of options) {
      const cell = cellAt(cells, index);
      if (cell === '') continue;
      const count = countOf(cell, () => ({ ...where(), column: shown(label), option }), findings);
      entries.votes(unit, slot, count, source, row);
    }
  };
}
