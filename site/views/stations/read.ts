import { collector, type Glance, type Question } from '../../compute/stations/collector.ts';
import { DataError } from '../../data/errors.ts';
import type { Group } from '../../data/results-parquet.ts';

/** What a reading tells while it goes on. */
export interface Progress {
  /** Bytes of the groups that have been read. */
  at(done: number): void;
  /** Whether nobody waits any more: looked at before each group. */
  over(): boolean;
}

/** Reads row group by row group, of which one is in memory at a time. Null where it was broken off. Throws DataError. */
export async function readStations(
  groups: readonly Group[],
  question: Question,
  path: string,
  { at, over }: Progress,
): Promise<Glance | null> {
  const stations = collector(question);
  let done = 0;
  for (const group of groups) {
    if (over()) return null;
    const rows = await group.read();
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
