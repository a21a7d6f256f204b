import type { Option, Table } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { type Findings, shown } from '../findings.ts';
import { columnReader } from './columns.ts';
import { allThere } from './header.ts';
import { labelMatcher, optionReporter } from './labels.ts';
import type { ColumnReader, Layout, OptionColumn, TableSpec } from './layout.ts';
import { type Places, placesOf } from './places.ts';
import { rowRules } from './rules/rules.ts';

/**
 * Reads a header by the mapping that the definition has for the file. Null when a column that the mapping names, or one without which no row can be
 * read, is not there.
 */
export function mappedLayout(
  header: readonly string[],
  table: Table,
  spec: TableSpec,
  row: number,
  findings: Findings,
): Layout | null {
  const places = placesOf(header, row, findings);
  const columns = mappedColumns(table, spec, places);
  const long = spec.options !== null && table.layout === 'long';
  const required = [...spec.required, ...(long ? ['option', 'votes'] : [])];
  const unnamed = required.filter((name) => !Object.hasOwn(table.columns, name));
  if (!allThere(unnamed, new Map(), header, row, findings) || columns === null) return null;
  const rules = rowRules(table, places, findings);
  if (rules === null) return null;
  for (const place of table.ignore ?? []) places.ignore(place);
  const match = labelMatcher(table.options, spec.options ?? []);
  const options =
    long || spec.options === null ? [] : optionColumns(header, table, spec.options, places, row, findings);
  const blanks = leftOver(header, table, places, row, findings);
  const optionOf = remembered((cell) => match(cell).option);
  const layout: Layout = {
    layout: long ? 'long' : 'wide',
    width: header.length,
    labels: header,
    columns,
    options,
    optionOf,
    blanks,
  };
  const ruled = rules(layout);
  return ruled === undefined ? layout : { ...layout, rules: ruled };
}

/** The columns that the mapping names, as far as this kind of file has them; null when one is not there. */
function mappedColumns(table: Table, spec: TableSpec, places: Places): Map<string, ColumnReader> | null {
  const columns = new Map<string, ColumnReader>();
  let whole = true;
  for (const [name, column] of Object.entries(table.columns)) {
    const reader = spec.names.has(name) ? columnReader(column, places) : null;
    if (reader === 'missing') whole = false;
    else if (reader !== null) columns.set(name, reader);
  }
  return whole ? columns : null;
}

function optionColumns(
  header: readonly string[],
  table: Table,
  known: readonly Option[],
  places: Places,
  row: number,
  findings: Findings,
): OptionColumn[] {
  const columns = new Map<OptionId, OptionColumn>();
  const match = labelMatcher(table.options, known);
  const report = optionReporter(known, findings);
  const positions = new Map(table.options?.positions?.map(({ position, option }) => [position - 1, option]));
  for (const [index, cell] of header.entries()) {
    if (!places.free(index)) continue;
    const label = cell.trim();
    const { option, named } = positions.has(index)
      ? { option: positions.get(index) ?? null, named: '' }
      : match(label);
    if (option === null && named === null) continue;
    places.take(index);
    const column = shown(label);
    if (option === null) report(named ?? '', { row, column });
    else if (columns.has(option)) findings.add('header-duplicate', { row, column }, { column });
    else columns.set(option, { label, index, option });
  }
  return [...columns.values()];
}

/** Reports what nothing has named; gives the columns without a header. */
function leftOver(
  header: readonly string[],
  table: Table,
  places: Places,
  row: number,
  findings: Findings,
): number[] {
  const blanks: number[] = [];
  if (table.ignoreUnknown === true) return blanks;
  for (const [index, cell] of header.entries()) {
    if (!places.free(index)) continue;
    const column = shown(cell.trim());
    if (column === '') blanks.push(index);
    else findings.add('header-unknown', { row, column }, { column, nearest: '—' });
  }
  return blanks;
}

function remembered<Result>(work: (cell: string) => Result): (cell: string) => Result {
  const known = new Map<string, Result>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const result = work(cell);
    // A hostile file may have a new label in every row.
    if (known.size < 10_000) known.set(cell, result);
    return result;
  };
}
