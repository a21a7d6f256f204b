import { tables } from '../../../functions/model/generated/tables.ts';
import { isObject } from '../../../functions/model/json/json.ts';
import { columnsFingerprint } from '../../../functions/publish/versions.ts';
import { ReleaseDefect, shown } from '../../release/defect.ts';
import { parsed, readText } from '../../release/documents.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import { isKnownConstraint, isKnownType } from './cell.ts';

/** A column of a table, as Table Schema describes it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  /** The cells that are missing values; empty cells unless the column says otherwise. */
  readonly missing: readonly string[];
  readonly constraints: ReadonlyMap<string, unknown>;
}

/** Columns whose cells, taken together, stand in a row of another table. */
export interface ForeignKey {
  readonly fields: readonly string[];
  /** Name of the other table; of the same where a schema leaves it empty. */
  readonly table: string;
  readonly columns: readonly string[];
}

/** Table Schema (https://datapackage.org/standard/table-schema/), as far as tables of releases use it. */
export interface TableSchema {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  /** Columns whose cells, taken together, stand in one row only; empty cells count as the same. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKey[];
}

/**
 * The schemas of the tables of a release, by table: those of this program where the release has its columns, else those of the release's own
 * datapackage.json. Throws ReleaseDefect where that describes no tables, or in words that this program does not know.
 */
export async function tableSchemas(
  folder: ReleaseFolder,
  columns: string,
): Promise<ReadonlyMap<string, TableSchema>> {
  if (columns === columnsFingerprint())
    return new Map(Object.entries(tables.out).map(([name, schema]) => [name, schemaOf(name, schema, '')]));
  const described = parsed(await readText(folder, file), file);
  const resources = listOf(membersOf(described, '').get('resources'), '/resources');
  return new Map(
    resources.flatMap((resource, index) => {
      const members = membersOf(resource, `/resources/${index}`);
      const [path, schema] = [members.get('path'), members.get('schema')];
      const name = typeof path === 'string' ? tableName(path) : null;
      return name === null || schema === undefined
        ? []
        : [[name, schemaOf(name, schema, `/resources/${index}/schema`)] as const];
    }),
  );
}

/** The table that a file of a release is; null for a file that is none. */
export function tableName(path: string): string | null {
  return /^([^/]+)\.csv$/.exec(path)?.[1] ?? null;
}

const file = 'datapackage.json';

function schemaOf(name: string, schema: unknown, at: string): TableSchema {
  const members = membersOf(schema, at);
  const missing = textsOf(members.get('missingValues') ?? [''], `${at}/missingValues`);
  const fields = listOf(members.get('fields'), `${at}/fields`).map((field, index) =>
    fieldOf(field, `${at}/fields/${index}`, missing),
  );
  const named = new Set(fields.map((field) => field.name));
  const known = (columns: readonly string[], where: string) => {
    const other = columns.find((column) => !named.has(column));
    if (other !== undefined) throw defect(where, `columns of ${name}`, shown(other));
    return columns;
  };
  return {
    name,
    fields,
    primaryKey: known(textsOf(members.get('primaryKey') ?? [], at), `${at}/primaryKey`),
    uniqueKeys: listOf(members.get('uniqueKeys') ?? [], `${at}/uniqueKeys`).map((key, index) =>
      known(textsOf(key, `${at}/uniqueKeys/${index}`), `${at}/uniqueKeys/${index}`),
    ),
    foreignKeys: listOf(members.get('foreignKeys') ?? [], `${at}/foreignKeys`).map((key, index) =>
      foreignKeyOf(name, key, known, `${at}/foreignKeys/${index}`),
    ),
  };
}

function fieldOf(field: unknown, at: string, missing: readonly string[]): Field {
  const members = membersOf(field, at);
  const [name, type] = [members.get('name'), members.get('type') ?? 'string'];
  if (typeof name !== 'string') throw defect(`${at}/name`, 'the name of a column', shown(name));
  if (typeof type !== 'string' || !isKnownType(type))
    throw defect(`${at}/type`, 'a type that this program knows', shown(type));
  const constraints = membersOf(members.get('constraints') ?? {}, `${at}/constraints`);
  const other = [...constraints].find((constraint) => !isKnownConstraint(...constraint));
  if (other) throw defect(`${at}/constraints`, 'constraints that this program knows', shown(other[0]));
  return {
    name,
    type,
    missing: textsOf(members.get('missingValues') ?? missing, `${at}/missingValues`),
    constraints,
  };
}

function foreignKeyOf(
  name: string,
  key: unknown,
  known: (columns: readonly string[], where: string) => readonly string[],
  at: string,
): ForeignKey {
  const members = membersOf(key, at);
  const reference = membersOf(members.get('reference'), `${at}/reference`);
  const table = reference.get('resource') ?? '';
  if (typeof table !== 'string')
    throw defect(`${at}/reference/resource`, 'the name of a table', shown(table));
  return {
    fields: known(textsOf(members.get('fields'), `${at}/fields`), `${at}/fields`),
    table: table === '' ? name : table,
    columns: textsOf(reference.get('fields'), `${at}/reference/fields`),
  };
}

function membersOf(value: unknown, at: string): ReadonlyMap<string, unknown> {
  if (isObject(value)) return new Map(Object.entries(value));
  throw defect(at, 'an object', shown(value));
}

function listOf(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw defect(at, 'a list', shown(value));
}

/** A text, or a list of them, as Table Schema writes the columns of a key. */
function textsOf(value: unknown, at: string): readonly string[] {
  const texts: readonly unknown[] = typeof value === 'string' ? [value] : listOf(value, at);
  return texts.map((text) => {
    if (typeof text === 'string') return text;
    throw defect(at, 'texts', shown(text));
  });
}

function defect(at: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at, expected, found });
}
