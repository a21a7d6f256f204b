import type { Where } from '../../model/finding.ts';
import type { OptionId } from '../../model/ids.ts';
import { type Findings, shown, shownList } from '../findings.ts';
import { lookalikeFinder } from '../spelling/lookalikes.ts';
import { nearestShown } from '../spelling/nearest.ts';
import {
  type ColumnReader,
  cellAt,
  type Layout,
  type OptionColumn,
  optionFinder,
  type TableSpec,
} from './layout.ts';

/**
 * Reads a header with the canonical names: in any order and case, the options of the contest beside them in a wide table. Null when a column
 * is missing without which no row can be read.
 */
export function canonicalLayout(
  header: readonly string[],
  spec: TableSpec,
  row: number,
  findings: Findings,
): Layout | null {
  const optionOf = optionFinder(spec.options ?? []);
  const { columns, options } = namedColumns(header, spec, optionOf, row, findings);
  const required = isLong(spec, columns) ? [...spec.required, 'option', 'votes'] : spec.required;
  if (!allThere(required, columns, header, row, findings)) return null;
  return {
    layout: isLong(spec, columns) ? 'long' : 'wide',
    width: header.length,
    labels: header,
    columns,
    options,
    optionOf,
    blanks: [...header.keys().filter((index) => cellAt(header, index) === '')],
  };
}

function namedColumns(
  header: readonly string[],
  spec: TableSpec,
  optionOf: (text: string) => OptionId | null,
  row: number,
  findings: Findings,
) {
  const columns = new Map<string, ColumnReader>();
  const options: OptionColumn[] = [];
  const seen = new Set<string>();
  const reportUnknown = headerReporter(spec, findings);
  for (const [index, cell] of header.entries()) {
    const label = cell.trim();
    if (label === '') continue;
    const name = label.toLowerCase();
    const option = spec.names.has(name) ? null : optionOf(label);
    const column = shown(label);
    if (seen.has(option ?? name)) findings.add('header-duplicate', { row, column }, { column });
    else if (option !== null) options.push({ label, index, option });
    else if (spec.names.has(name)) columns.set(name, { label, index, read: (cells) => cellAt(cells, index) });
    else reportUnknown(label, { row, column });
    seen.add(option ?? name);
  }
  return { columns, options };
}

/** Reports a header that is none of the table's: as look-alike letters where that is all that is wrong with it. */
function headerReporter(
  { names, options }: TableSpec,
  findings: Findings,
): (label: string, where: Where) => void {
  const known = () => [...names, ...(options ?? []).map(({ id }) => id)];
  const alike = lookalikeFinder(known);
  return (label, where) => {
    const nearest = alike(label);
    if (nearest === null)
      findings.add('header-unknown', where, {
        column: shown(label),
        nearest: nearestShown(label.toLowerCase(), known()),
      });
    else findings.add('code-lookalike', where, { value: shown(label), nearest });
  };
}

/** One of the two columns of the long layout is enough to know what was meant, and which is missing. */
function isLong(spec: TableSpec, columns: ReadonlyMap<string, unknown>): boolean {
  return spec.options !== null && (columns.has('option') || columns.has('votes'));
}

/** Whether all these columns are there; reports each that is not. */
export function allThere(
  required: readonly string[],
  columns: ReadonlyMap<string, unknown>,
  header: readonly string[],
  row: number,
  findings: Findings,
): boolean {
  const missing = required.filter((name) => !columns.has(name));
  for (const column of missing)
    findings.add('header-missing', { row, column }, { column, header: headerText(header) });
  return missing.length === 0;
}

/** A header as a finding shows it. */
export function headerText(header: readonly string[]): string {
  return shownList(header.map((cell) => cell.trim()).filter((cell) => cell !== ''));
}
