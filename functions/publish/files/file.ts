import type { FindingCode } from '../../model/generated/findings.ts';
import type { IndicatorCode } from '../../model/generated/indicators.ts';
import { tables } from '../../model/generated/tables.ts';
import type { ContestId } from '../../model/ids.ts';
import type { Completeness } from '../figures/completeness.ts';
import type { Release, StoredFile } from '../release.ts';
import type { Signer } from '../sign/signer.ts';
import { csv, type Row, type TableName } from '../write/csv.ts';

/** A file of a release that is about to be written. */
export interface PlannedFile {
  /** From the folder of the release. */
  readonly path: string;
  readonly mediaType: string;
  /** What is in it, in one sentence, for README.md and datapackage.json. */
  readonly description: string;
  /** The table schema that it keeps to, when it is a table. */
  readonly table: TableName | null;
  /** The file that lists it, when it is one of very many of its kind: descriptions of the release name that one alone. */
  readonly listedIn?: string;
  /** Its bytes, streamed; asked for once. The same release gives the same bytes. */
  content(writing: Writing): AsyncIterable<Uint8Array>;
}

/** A file of the release that has been written, with its size and SHA-256. */
export type WrittenFile = Omit<PlannedFile, 'content'> & StoredFile;

/** A part of a file that has been written, with its size and SHA-256. */
export interface WrittenPart extends StoredFile {
  /** Where it begins: bytes of the file before it. */
  readonly offset: number;
  /** Of the row group that it is; null for the end of the file. */
  readonly rows: number | null;
}

/** A release as it is being written: what later files say about earlier ones. */
export interface Writing {
  readonly release: Release;
  /** Every file of the release, in the order in which they are written. */
  readonly planned: readonly Omit<PlannedFile, 'content'>[];
  /** Those that have been written. */
  readonly files: readonly WrittenFile[];
  /** Findings by code, counted while findings.csv was written. */
  readonly findings: Map<FindingCode, number>;
  /** Aborted when a file could not be written, so that those written beside it from the same reading give up. */
  readonly failed: AbortSignal;
  readonly signer: Signer;
  /** Rows and flagged rows of each indicator, counted while indicators.csv was written. */
  readonly indications: Map<IndicatorCode, { readonly rows: number; readonly flagged: number }>;
  /** Of each contest as a whole, taken down while completeness.csv was written. */
  readonly completeness: Map<ContestId, Completeness>;
  /** Parts of results.parquet in the order of the file, taken down while it was written. */
  readonly resultsParts: WrittenPart[];
  /** Rows of changes.csv, counted while it was written. */
  readonly changes: { added: number; corrected: number; removed: number };
}

/**
 * One kind of published file: those that the release holds of it, often one, none when there is nothing to put in. They are written
 * side by side, so none may speak of another.
 */
export type FileKind = (release: Release) => PlannedFile[];

/** The kind of a table, with its rows for other formats of it. */
export interface TableKind<Name extends TableName> extends FileKind {
  readonly table: Name;
  /** Anew at each call. */
  pages(writing: Writing): AsyncIterable<Iterable<Row<Name>>>;
}

/** A published table: `<name>.csv`, with the columns of `schemas/tables/out/<name>.json`. */
export function tableFile<Name extends TableName>(
  name: Name,
  pages: (writing: Writing) => AsyncIterable<Iterable<Row<Name>>>,
  wanted: (release: Release) => boolean = () => true,
): TableKind<Name> {
  const { description } = tables.out[name];
  const file: PlannedFile = {
    path: `${name}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    description,
    table: name,
    content: (writing) => csv(name, pages(writing)),
  };
  return Object.assign((release: Release) => (wanted(release) ? [file] : []), { table: name, pages });
}

/** A published document of which every release has one. */
export function documentFile(file: Omit<PlannedFile, 'table'>): FileKind {
  return () => [{ ...file, table: null }];
}
