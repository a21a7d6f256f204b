import { counted } from '../../outcome.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import type { Check } from '../check.ts';
import { keysOf, type Reference, tableDiffers } from '../tables/differs.ts';
import { type TableSchema, tableName, tableSchemas } from '../tables/schema.ts';

/** Every table keeps to its schema: its columns, the form of its cells, its keys, and the rows of other tables that it speaks of. */
export const tables: Check = {
  name: 'tables',
  async run({ folder, manifest }) {
    const { files, columns } = await manifest();
    const names = files.flatMap(({ path }) => tableName(path) ?? []);
    const schemas = await tableSchemas(folder, columns);
    let [rows, open] = [0, 0];
    for (const name of names) {
      const schema = schemas.get(name);
      if (!schema)
        return { differs: { file: `${name}.csv`, at: '', expected: 'a table with a schema', found: 'none' } };
      const references = await referencesOf(folder, schema, names);
      const { rows: count, differs } = await tableDiffers(folder, schema, references);
      if (differs) return { differs };
      rows += count;
      open += references.filter(({ keys }) => keys === null).length;
    }
    return {
      holds: `${counted(names.length, 'table')} with ${counted(rows, 'row')}, each as its schema says${unknown(open)}`,
    };
  },
};

async function referencesOf(
  folder: ReleaseFolder,
  { foreignKeys }: TableSchema,
  names: readonly string[],
): Promise<Reference[]> {
  const references: Reference[] = [];
  for (const key of foreignKeys) {
    const keys = names.includes(key.table) ? await keysOf(folder, key.table, key.columns) : null;
    references.push({ key, keys });
  }
  return references;
}

function unknown(open: number): string {
  return open === 0 ? '' : `; ${counted(open, 'key')} of them lead to tables that the release does not have`;
}
