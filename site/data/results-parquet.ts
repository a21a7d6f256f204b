import { type AsyncBuffer, type FileMetaData, parquetMetadata, parquetRead, type RowGroup } from 'hyparquet';
import type { ContestId } from '../../functions/model/ids.ts';
import type { ResultRows } from '../compute/stations/collector.ts';
import { DataError } from './errors.ts';
import type { CheckedResults } from './results-parts.ts';

/** A row group of results.parquet that may hold rows of a contest. */
export interface Group {
  /** That are loaded for it: all of its columns, which are a thousandth more than those that are looked at. */
  readonly bytes: number;
  /** Its rows, checked before they are read. Throws DataError; `unreachable` where the signal has given it up. */
  read(signal?: AbortSignal): Promise<ResultRows>;
}

const columns = ['contest', 'area', 'station', 'measure', 'option', 'count'] as const;

// What our writer puts into a group, ten times: a file that claims more would be read into memory at once.
const mostRows = 1_000_000;

/**
 * The row groups of results.parquet that may hold a contest, by the least and the greatest id in each; no rows. Throws DataError, `malformed` where it is no
 * Parquet of this form.
 */
export async function groupsOf(results: CheckedResults, contest: ContestId): Promise<readonly Group[]> {
  const { path } = results;
  const metadata = await understood(path, async () => parquetMetadata(results.footer));
  const named = new Set(metadata.schema.map(({ name }) => name));
  if (columns.some((column) => !named.has(column))) throw new DataError('malformed', path);
  const checked = results.groups(metadata.row_groups);
  let first = 0;
  return metadata.row_groups.flatMap((group, place): Group[] => {
    const part = checked[place];
    const rows = Number(group.num_rows);
    if (!(part && rows >= 0 && rows <= mostRows)) throw new DataError('malformed', path);
    const start = first;
    first += rows;
    if (rows === 0 || !mayHold(group, contest)) return [];
    const read: Group['read'] = async (signal) =>
      rowsOf(await part.read(signal), path, metadata, start, rows);
    return [{ bytes: part.bytes, read }];
  });
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

async function rowsOf(
  file: AsyncBuffer,
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
