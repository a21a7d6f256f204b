import type { Where } from '../../model/finding.ts';
import type { OptionId } from '../../model/ids.ts';
import { parseCount } from '../cells/counts.ts';
import type { RowReader } from '../readers/table.ts';
import { optionReporter } from '../table/labels.ts';
import type { Layout } from '../table/layout.ts';
import type { RowContext } from './wide.ts';

/** Reads rows that hold the votes of one option of a unit each. */
export function longRows(context: RowContext): RowReader {
  const { read, entries, findings, unitOf } = context;
  const { sheet } = entries;
  const votesOf = votesReader(context);
  const run = runReader(context);
  return (cells, row) => {
    if (run.read(cells, row)) return;
    const before = findings.errors + findings.warnings;
    const unit = unitOf(cells, row);
    const where = () => ({ row, ...entries.where(unit) });
    const source = sheet.source(read.source(cells, where));
    for (const [field, slot] of sheet.countSlots)
      entries.count(unit, slot, read.count(cells, field, where), source, row);
    const { slot, votes } = votesOf(cells, where);
    if (slot !== undefined) entries.votes(unit, slot, votes, source, row);
    run.start(cells, unit, source, findings.errors + findings.warnings === before);
  };
}

/** Reads the votes of a row, and the slot of their option, undefined where there is none. */
function votesReader({ layout, read, entries, findings }: RowContext) {
  const { contest, optionSlots } = entries.sheet;
  const reportOption = optionReporter(contest.options, findings);
  const optionColumn = layout.columns.get('option');
  return (
    cells: readonly string[],
    where: () => Where,
  ): { slot: number | undefined; votes: number | null } => {
    const label = optionColumn?.read(cells) ?? '';
    const option = label === '' ? null : layout.optionOf(label);
    const votes = read.count(cells, 'votes', () => ({ ...where(), ...(option !== null && { option }) }));
    if (label === '' && votes !== null) read.required(cells, 'option', where);
    if (label !== '' && option === null)
      reportOption(label, { ...where(), ...(optionColumn && { column: optionColumn.label }) });
    return { slot: option === null ? undefined : optionSlots.get(option), votes };
  };
}

/** Reads the rows that differ from the one before in option and votes alone. */
interface RunReader {
  /** False when the row is none of these, or has anything to report: then nothing is done. */
  read(cells: readonly string[], row: number): boolean;
  /** The row that the next ones are compared with. */
  start(cells: readonly string[], unit: number | null, source: number, clean: boolean): void;
}

/**
 * What the same cells said of unit, source and counts in a row without findings they say again; so most rows of a sorted file need two
 * cells read and the others compared.
 */
function runReader({ layout, entries }: RowContext): RunReader {
  const [optionIndex, votesIndex] = [layout.columns.get('option')?.index, layout.columns.get('votes')?.index];
  if (optionIndex === undefined || votesIndex === undefined) return { read: () => false, start: () => {} };
  const alike = Array.from({ length: layout.width }, (_, index) => index).filter(
    (index) => index !== optionIndex && index !== votesIndex,
  );
  const slotOf = slotFinder(layout, entries.sheet.optionSlots);
  let last: readonly string[] | null = null;
  let [lastUnit, lastSource] = [0, 0];
  return {
    read(cells, row) {
      if (last === null) return false;
      for (const index of alike) if (cells[index] !== last[index]) return false;
      const slot = slotOf(cells[optionIndex] ?? '');
      const cell = cells[votesIndex]?.trim() ?? '';
      const votes = slot === null || cell === '' ? 'count-not-whole' : parseCount(cell);
      if (slot === null || typeof votes !== 'number') return false;
      entries.votes(lastUnit, slot, votes, lastSource, row);
      return true;
    },
    start(cells, unit, source, clean) {
      last = clean && unit !== null ? cells : null;
      [lastUnit, lastSource] = [unit ?? 0, source];
    },
  };
}

/** Finds the slot of the option that a cell names; null where it names none. The answers are kept: a file has few options and many rows. */
function slotFinder(layout: Layout, slots: ReadonlyMap<OptionId, number>): (cell: string) => number | null {
  const known = new Map<string, number>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const label = cell.trim();
    const option = label === '' ? null : layout.optionOf(label);
    const slot = option === null ? undefined : slots.get(option);
    if (slot === undefined) return null;
    if (known.size < 10_000) known.set(cell, slot);
    return slot;
  };
}
