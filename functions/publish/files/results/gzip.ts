import { gzip } from '../../write/gzip.ts';
import type { Stream } from '../../write/shared.ts';
import type { PlannedFile } from '../file.ts';

/** results.csv.gz: results.csv, compressed, for those who fetch all of it. */
export function resultsCsvGz(csv: Stream<Uint8Array>): PlannedFile {
  return {
    path: 'results.csv.gz',
    mediaType: 'application/gzip',
    description: 'results.csv, compressed with gzip.',
    table: null,
    content: ({ failed }) => gzip(csv(failed)),
  };
}
