import type { Entry } from '../../model/ledger.ts';
import type { ElectionState } from '../../model/state.ts';
import { isLater, type Upload } from '../../model/upload.ts';
import type { ObjectVersion } from '../event.ts';
import type { Accepted } from '../validate.ts';

/**
 * How an upload stands to the ledger: `entered` (this very version is in it), `late` (a later version of its key is), or `new`.
 */
export function standingOf(
  ledger: readonly Entry[],
  state: ElectionState,
  upload: Upload,
  object: ObjectVersion,
): 'entered' | 'late' | 'new' {
  if (entryOf(ledger, upload, object)) return 'entered';
  const { file } = upload;
  const inForce = state.files.get(file) ?? (state.status?.file === file ? state.status : undefined);
  return inForce !== undefined && isLater(inForce.sequencer, object.sequencer) ? 'late' : 'new';
}

/** The entry that this very version of a file was taken in with. */
export function entryOf(ledger: readonly Entry[], upload: Upload, object: ObjectVersion): Entry | undefined {
  return ledger.find((entry) => entry.type !== 'rejected' && isOf(entry, upload, object));
}

/** The last entry that says that this very version of a file was rejected. */
export function rejectionIn(
  ledger: readonly Entry[],
  upload: Upload,
  object: ObjectVersion,
): Entry | undefined {
  return ledger.findLast((entry) => entry.type === 'rejected' && isOf(entry, upload, object));
}

/** Whether an entry is of this very version of a file. */
function isOf(entry: Entry, { file }: Upload, { versionId, sequencer }: ObjectVersion): boolean {
  return (
    'versionId' in entry &&
    entry.file === file &&
    entry.versionId === versionId &&
    entry.sequencer === sequencer
  );
}

/** Whether the state already holds what an accepted upload brings: the same batch, or the same status file. */
export function isInForce(state: ElectionState, { file }: Upload, verdict: Accepted): boolean {
  if (verdict.result.kind === 'status') return state.status?.sha256 === verdict.sha256;
  return state.files.get(file)?.batch === verdict.result.batch.header.batch;
}
