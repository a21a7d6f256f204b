import type { ElectionId } from '../../model/ids.ts';
import type { Entry } from '../../model/ledger.ts';
import type { BatchHeader } from '../../model/records/batch.ts';
import { type ElectionState, foldLedger } from '../../model/state.ts';
import { PublishError } from '../errors.ts';
import type { Batches, Snapshot } from '../release.ts';

/**
 * The election as it was at `revision`. Null when it had no definition yet. Throws PublishError `batch-missing` when the ledger
 * names a batch that is not in the store.
 */
export async function snapshotAt(
  batches: Batches,
  election: ElectionId,
  ledger: readonly Entry[],
  revision: number,
): Promise<Snapshot | null> {
  const state = foldLedger(ledger, revision);
  if (!state.definition) return null;
  const definition = await batches.definition(election, state.definition.batch);
  return { election, state, definition, headers: await headersOf(batches, election, state) };
}

async function headersOf(
  batches: Batches,
  election: ElectionId,
  state: ElectionState,
): Promise<Map<string, BatchHeader>> {
  const headers = new Map<string, BatchHeader>();
  for (const [file, { batch }] of state.files) {
    const header = await batches.header(election, batch);
    if (!header)
      throw new PublishError(
        'batch-missing',
        `${election}: batch ${batch} of ${file} is in the ledger but not in the table; restore the table to a point before it was lost`,
      );
    headers.set(file, header);
  }
  return headers;
}
