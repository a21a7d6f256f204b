import { collector, type Glance, type Question, type ResultRows } from '../../compute/stations/collector.ts';
import { DataError } from '../../data/errors.ts';
import type { Group } from '../../data/results-parquet.ts';

/** What a reading tells while it goes on. */
export interface Progress {
  /** Bytes of the groups that have been read. */
  at(done: number): void;
  /** Aborted when somebody stops it: what is being loaded is given up. */
  readonly stopped: AbortSignal;
  /** Whether the page has been left: looked at before each group. */
  left(): boolean;
}

/** Reads row group by row group, of which one is in memory at a time. Null where it was broken off. Throws DataError. */
export async function readStations(
  groups: readonly Group[],
  question: Question,
  path: string,
  { at, stopped, left }: Progress,
): Promise<Glance | null> {
  const stations = collector(question);
  const over = (): boolean => stopped.aborted || left();
  let done = 0;
  for (const group of groups) {
    if (over()) return null;
    const rows = await rowsOf(group, stopped);
    if (rows === null) return null;
    try {
      stations.add(rows);
    } catch (cause) {
      throw new DataError('malformed', path, { cause });
    }
    done += group.bytes;
    at(done);
  }
  return over() ? null : stations.end();
}

/** Null where loading them was given up. */
async function rowsOf(group: Group, stopped: AbortSignal): Promise<ResultRows | null> {
  try {
    return await group.read(stopped);
  } catch (error) {
    if (stopped.aborted) return null;
    throw error;
  }
}
