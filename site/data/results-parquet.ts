import { type FileMetaData, parquetMetadataAsync, parquetRead, type RowGroup } from 'hyparquet';
import type { ContestId } from '../../functions/model/ids.ts';
import type { ResultRows } from '../compute/stations/collector.ts';
import { DataError } from './errors.ts';
import type { Parts } from './parts.ts';

/** A row group of results.parquet that may hold rows of a contest. */
export interface Group {
  /** Compressed bytes of the columns that are read. */
  readonly bytes: number;
  read(): Promise<ResultRows>;
}

const columns = ['contest', 'area', 'station', 'measure', 'option', 'count'] as const;

// The footer of a million stations has about this many bytes; one that is longer takes a second request.
const footer = 65_536;
// Of ten million stations it has a quarter of this; a length that is longer is damage, and would have the file loaded that nobody has asked for.
const longestFooter = 4_000_000;
// What our writer puts into a group, ten times: a file that claims more would be read into memory at once.
const mostRows = 1_000_000;

/**
 * The row groups of results.parquet that may hold a contest, by the least and the greatest id in each: one request for the footer, no rows. Throws
 * DataError, `malformed` where it is no Parquet of this form.
 */
export async function groupsOf(file: Parts, path: string, contest: ContestId): Promise<readonly Group[]> {
  const metadata = await understood(path, () =>
    parquetMetadataAsync(bounded(file, path), { initialFetchSize: footer }),
  );
  const named = new Set(metadata.schema.map(({ name }) => name));
  if (columns.some((column) => !named.has(column))) throw new DataError('malformed', path);
  let first = 0;
  return metadata.row_groups.flatMap((group): Group[] => {
    const rows = Number(group.num_rows);
    if (!(rows >= 0 && rows <= mostRows)) throw new DataError('malformed', path);
    const start = first;
    first += rows;
    if (rows === 0 || !mayHold(group, contest)) return [];
    return [{ bytes: bytesOf(group, file, path), read: () => rowsOf(file, path, metadata, start, rows) }];
  });
}

function bounded({ byteLength, slice }: Parts, path: string): Parts {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      if (end - start > longestFooter) throw new DataError('malformed', path);
      return slice(start, end);
    },
  };
}

/** Bounds may be cut to fewer characters, but stay bounds; ids are ASCII, so that they compare as their bytes do. */
function mayHold(group: RowGroup, contest: ContestId): boolean {
  const { min_value: least, max_value: greatest } = chunkOf(group, 'contest')?.statistics ?? {};
  return !(
    (typeof least === 'string' && contest < least) ||
    (typeof greatest === 'string' && contest > greatest)
  );
}

function chunkOf(group: RowGroup, column: string) {
  return group.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === column)?.meta_data;
}

function bytesOf(group: RowGroup, { byteLength }: Parts, path: string): number {
  const bytes = columns.reduce(
    (sum, column) => sum + Number(chunkOf(group, column)?.total_compressed_size ?? Number.NaN),
    0,
  );
  if (!(bytes > 0 && bytes <= byteLength)) throw new DataError('malformed', path);
  return bytes;
}

async function rowsOf(
  file: Parts,
  path: string,
  metadata: FileMetaData,
  start: number,
  rows: number,
): Promise<ResultRows> {
  const read = new Map<string, unknown[]>(columns.map((column) => [column, []]));
  await understood(path, () =>
    parquetRead({
      file,
      metadata,
      columns: [...columns],
      rowStart: start,
      rowEnd: start + rows,
      // Column by column: as objects, a hundred thousand rows would take ten times the memory.
      onChunk({ columnName, columnData }) {
        const cells = read.get(columnName);
        for (const cell of columnData) cells?.push(cell);
      },
    }),
  );
  const cellsOf = (column: (typeof columns)[number]): readonly unknown[] => {
    const cells = read.get(column) ?? [];
    if (cells.length !== rows) throw new DataError('malformed', path);
    return cells;
  };
  return {
    contest: cellsOf('contest'),
    area: cellsOf('area'),
    station: cellsOf('station'),
    measure: cellsOf('measure'),
    option: cellsOf('option'),
    count: cellsOf('count'),
  };
}

/** Whatever the library stumbles over in a damaged file is a fault of the file. */
async function understood<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw cause instanceof DataError ? cause : new DataError('malformed', path, { cause });
  }
}
