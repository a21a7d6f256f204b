import type { Option, Table } from '../../functions/model/generated/election.ts';
import { countFields } from '../../functions/model/records/protocol.ts';
import type { Unpacked } from '../../functions/validate/decode/inspect.ts';
import type { Findings } from '../../functions/validate/findings.ts';
import { columnNames } from '../../functions/validate/readers/cells.ts';
import { readTable } from '../../functions/validate/readers/table.ts';
import { cellAt, type Layout } from '../../functions/validate/table/layout.ts';
import { rowSource } from '../../functions/validate/table/source.ts';

/** A row as the mapping reads it. */
export interface MappedRow {
  readonly row: number;
  /** The cells by canonical name; `votes:<option>` for the votes of an option. Empty ones are left out. */
  readonly cells: Readonly<Record<string, string>>;
}

/** The rows of a file through a mapping. */
export interface Preview {
  readonly first: readonly MappedRow[];
  readonly rows: number;
}

/** Reads a file by a mapping as the validator will, as far as its table goes: the first rows, how many there are, and what is wrong with the table. */
export async function previewOf(
  content: Unpacked,
  mapping: Table,
  kind: 'results' | 'stations' | 'turnout',
  options: readonly Option[],
  findings: Findings,
): Promise<Preview> {
  const first: MappedRow[] = [];
  let rows = 0;
  const spec = { names: columnNames(kind), required: [], options: kind === 'results' ? options : null };
  const input = { rows: rowSource(content, mapping, findings), mapping, findings };
  await readTable(input, spec, (layout) => (cells, row) => {
    rows += 1;
    if (first.length < shownRows) first.push({ row, cells: cellsOf(layout, cells) });
  });
  return { first, rows };
}

const shownRows = 5;

function cellsOf(layout: Layout, cells: readonly string[]): Record<string, string> {
  const order = ['station', 'area', 'name', 'time', ...countFields, 'percent', 'option', 'votes', 'source'];
  const named = order.map((name): [string, string] => [name, layout.columns.get(name)?.read(cells) ?? '']);
  const option = layout.columns.get('option')?.read(cells);
  const votes = layout.options.map(({ option: id, index }): [string, string] => [
    `votes:${id}`,
    cellAt(cells, index),
  ]);
  const all = [...named, ...votes].map(([name, cell]): [string, string] =>
    name === 'option' && option !== undefined
      ? [name, layout.optionOf(option) ?? `${option} (unknown)`]
      : [name, cell],
  );
  return Object.fromEntries(all.filter(([, cell]) => cell !== ''));
}
