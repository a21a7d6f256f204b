import { type Difference, shown } from '../../release/defect.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import { cellPlace, type TableRow, tableRows } from '../../release/table.ts';
import { cellProblem } from './cell.ts';
import { type KeySet, keySet } from './keys.ts';
import type { Field, ForeignKey, TableSchema } from './schema.ts';

/** A foreign key with the keys of the other table; null where the release does not have that table. */
export interface Reference {
  readonly key: ForeignKey;
  readonly keys: KeySet | null;
}

/**
 * The first place where a table is not as its schema says, and its number of rows. Columns: these, in this order, no others. Memory holds the keys.
 * Throws ReleaseDefect for a file that is no table.
 */
export async function tableDiffers(
  folder: ReleaseFolder,
  schema: TableSchema,
  references: readonly Reference[],
): Promise<{ rows: number; differs: Difference | null }> {
  const file = `${schema.name}.csv`;
  const names = schema.fields.map(({ name }) => name);
  const rules = [...keyRules(schema), ...references.flatMap(referenceRule)];
  let rows = 0;
  for await (const row of tableRows(folder, file, names, 'only these')) {
    rows += 1;
    const differs = cellDiffers(file, schema.fields, row) ?? ruleBroken(file, schema, rules, row);
    if (differs) return { rows, differs };
  }
  return { rows, differs: null };
}

/** The keys that stand in some columns of a table. */
export async function keysOf(
  folder: ReleaseFolder,
  name: string,
  columns: readonly string[],
): Promise<KeySet> {
  const keys = keySet();
  for await (const row of tableRows(folder, `${name}.csv`, columns))
    keys.add(columns.map((column) => row.cell(column)));
  return keys;
}

/** What must hold of some cells of a row taken together: gives what is expected where it does not. */
interface Rule {
  readonly columns: readonly string[];
  /** Whether the rule says nothing where one of the cells is missing. */
  readonly whole: boolean;
  broken(cells: readonly string[]): string | null;
}

function keyRules({ primaryKey, uniqueKeys, fields }: TableSchema): Rule[] {
  const unique = (columns: readonly string[], whole: boolean): Rule => {
    const seen = keySet();
    return { columns, whole, broken: (cells) => (seen.add(cells) ? null : `each ${columns.join(',')} once`) };
  };
  const columns = fields.filter(({ constraints }) => constraints.get('unique') === true);
  return [
    ...(primaryKey.length > 0 ? [unique(primaryKey, false)] : []),
    // SQL would let rows with an empty cell come twice: the counts of a protocol have no option, and stand there once.
    ...uniqueKeys.map((columns) => unique(columns, false)),
    ...columns.map(({ name }) => unique([name], true)),
  ];
}

function referenceRule({ key, keys }: Reference): Rule[] {
  if (keys === null) return [];
  const expected = `a row of ${key.table}.csv with this ${key.columns.join(',')}`;
  return [{ columns: key.fields, whole: true, broken: (cells) => (keys.has(cells) ? null : expected) }];
}

function cellDiffers(file: string, fields: readonly Field[], row: TableRow): Difference | null {
  for (const field of fields) {
    const cell = row.cell(field.name);
    const expected = cellProblem(field, cell);
    if (expected !== null) return { file, at: cellPlace(row, field.name), expected, found: shown(cell) };
  }
  return null;
}

function ruleBroken(
  file: string,
  { fields }: TableSchema,
  rules: readonly Rule[],
  row: TableRow,
): Difference | null {
  for (const { columns, whole, broken } of rules) {
    const cells = columns.map((column) => row.cell(column));
    const missing = (column: string, place: number) =>
      fields.find(({ name }) => name === column)?.missing.includes(cells[place] ?? '') ?? false;
    if (whole && columns.some(missing)) continue;
    const expected = broken(cells);
    if (expected !== null)
      return { file, at: cellPlace(row, columns.join(',')), expected, found: shown(cells.join(',')) };
  }
  return null;
}
