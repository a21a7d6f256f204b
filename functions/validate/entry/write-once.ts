import type { BatchHeader, BatchRecords } from '../../model/records/batch.ts';
import type { Batch } from '../batch.ts';

/** Writes a batch. */
export type WriteBatch = (batch: Batch) => Promise<void>;

/**
 * Writes each batch at most once in one run: its name says what is in it. Of hundreds of files that come at once, each loses its number to others
 * again and again, and would write its records as often.
 */
export function writeOnce(batches: {
  write(header: BatchHeader, records: BatchRecords): Promise<void>;
}): WriteBatch {
  const written = new Set<BatchHeader['batch']>();
  return async ({ header, records }) => {
    if (written.has(header.batch)) return;
    await batches.write(header, records);
    written.add(header.batch);
  };
}
