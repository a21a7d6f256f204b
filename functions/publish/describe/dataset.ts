import { statusOf } from '../figures/status.ts';
import type { Writing } from '../files/file.ts';
import type { TableName } from '../write/csv.ts';
import { type Facts, factsOf } from './facts.ts';
import { type TableSchema, tableSchema } from './table.ts';

/** A file of the data set. */
export interface DatasetFile {
  /** From the folder of the release. */
  readonly path: string;
  /** Unlike that of any other file, of lower-case letters, digits and hyphens; of a table, its name. */
  readonly name: string;
  readonly description: string;
  /** Without parameters, as `text/csv`. */
  readonly mediaType: string;
  /** Size and SHA-256 (hexadecimal); null for a file that is written after the one that speaks of it. */
  readonly stored: { readonly bytes: number; readonly sha256: string } | null;
  /** What its rows are, whatever the format. */
  readonly table: { readonly name: TableName; readonly schema: TableSchema } | null;
}

/** A release as the standards see it: one model, from which each description is a projection. */
export interface Dataset extends Facts {
  /** Number of the last ledger entry that the release holds. */
  readonly revision: number;
  /** All of the release but those that a file of it lists (`areas.json` those of the areas), in the order in which they are written. */
  readonly files: readonly DatasetFile[];
}

/** The data set that is being written: also the files that are still to come, without size and hash. */
export function datasetOf({ release, planned, files }: Writing): Dataset {
  const { definition, version, previous, at, state } = release;
  const written = new Map(files.map(({ path, bytes, sha256 }) => [path, { bytes, sha256 }]));
  const present = new Set(planned.flatMap(({ table }) => (table === null ? [] : [table])));
  return {
    ...factsOf(definition, {
      version,
      previous: previous?.version ?? null,
      at,
      status: statusOf(release).status,
    }),
    revision: state.revision,
    files: planned
      .filter(({ listedIn }) => listedIn === undefined)
      .map(({ path, description, mediaType, table }) => ({
        path,
        name: fileName(path, table),
        description,
        mediaType: mediaType.replace(/;.*/, ''),
        stored: written.get(path) ?? null,
        table: table && { name: table, schema: tableSchema(table, present) },
      })),
  };
}

/** Only the CSV of a table has its name: the same rows in another format are another file. */
function fileName(path: string, table: TableName | null): string {
  return table !== null && path === `${table}.csv` ? table : path.replaceAll(/[/._]/g, '-').toLowerCase();
}

/** A CSV of the data set with its table. */
export type CsvFile = DatasetFile & { readonly table: NonNullable<DatasetFile['table']> };

/** The plain CSV files. */
export function csvFiles({ files }: Dataset): CsvFile[] {
  return files.filter((file): file is CsvFile => file.table !== null && file.path.endsWith('.csv'));
}
