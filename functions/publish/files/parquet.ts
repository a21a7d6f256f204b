import type { TableName } from '../write/csv.ts';
import { parquet } from '../write/parquet.ts';
import type { FileKind, PlannedFile, TableKind } from './file.ts';
import { stationsCsv } from './tables/stations.ts';
import { totalsCsv } from './tables/totals.ts';

/** totals.parquet and stations.parquet: what results.parquet is joined with. Other tables are short: CSV does for them. */
export const tablesParquet: readonly FileKind[] = [parquetOf(totalsCsv), parquetOf(stationsCsv)];

/** The rows of a table as Parquet, wherever the release has the table. */
function parquetOf<Name extends TableName>(kind: TableKind<Name>): FileKind {
  const file: PlannedFile = {
    path: `${kind.table}.parquet`,
    mediaType: 'application/vnd.apache.parquet',
    description: `The rows of ${kind.table}.csv as Apache Parquet, with typed columns.`,
    table: null,
    content: (writing) => parquet(kind.table, kind.pages(writing), writing.release),
  };
  return (release) => (kind(release).length > 0 ? [file] : []);
}
