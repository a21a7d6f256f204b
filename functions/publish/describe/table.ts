import { tables } from '../../model/generated/tables.ts';
import type { TableName } from '../write/csv.ts';

/** A column as its Table Schema has it. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
  /** UCUM code, as `%` or `{seat}`; absent where there is none, or where it is another in each row. */
  readonly unit?: string;
  readonly missingValues?: readonly string[];
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly minimum?: number;
    readonly enum?: readonly string[];
  };
}

/** That the values of columns stand in another table, or in the same one where `resource` is absent. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
}

/** A table as `schemas/tables/out/<name>.json` has it: a Table Schema (https://datapackage.org/standard/table-schema/). */
export interface TableSchema {
  readonly $schema: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Column[];
  readonly missingValues: readonly string[];
  /** None of its columns is ever empty. */
  readonly primaryKey?: readonly string[];
  /** Together different in every row; a column of them may be empty. */
  readonly uniqueKeys?: readonly (readonly string[])[];
  readonly foreignKeys?: readonly ForeignKey[];
}

/**
 * The schema of a table in a release that holds the tables `present`: a release without a register has no stations to refer to, so
 * references to a table that is not there are left out.
 */
export function tableSchema(name: TableName, present: ReadonlySet<TableName>): TableSchema {
  const { foreignKeys, ...schema } = schemas[name];
  const names = new Set<string>(present);
  const kept = foreignKeys?.filter(
    ({ reference }) => reference.resource === undefined || names.has(reference.resource),
  );
  return kept && kept.length > 0 ? { ...schema, foreignKeys: kept } : schema;
}

/** The columns that tell one row from another; none where the rows have no name. */
export function keyOf({ primaryKey, uniqueKeys }: TableSchema): readonly string[] {
  return primaryKey ?? uniqueKeys?.[0] ?? [];
}

const schemas: Readonly<Record<TableName, TableSchema>> = tables.out;
