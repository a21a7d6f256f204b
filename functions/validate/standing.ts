import type { Entry } from '../model/ledger.ts';
import type { ElectionState } from '../model/state.ts';
import { isLater, type Upload } from '../model/upload.ts';
import type { ObjectVersion } from './event.ts';
import type { Accepted } from './validate.ts';

/**
 * How an upload stands to the ledger: `entered` (this very version is in it), `late` (a later version of its key is), or `new`.
 */
export function standingOf(
  ledger: readonly Entry[],
  state: ElectionState,
  { file }: Upload,
  { versionId, sequencer }: ObjectVersion,
): 'entered' | 'late' | 'new' {
  const entered = ledger.some(
    (entry) =>
      (entry.type === 'accepted' || entry.type === 'status') &&
      entry.file === file &&
      entry.versionId === versionId &&
      entry.sequencer === sequencer,
  );
  if (entered) return 'entered';
  const inForce = state.files.get(file) ?? (state.status?.file === file ? state.status : undefined);
  return inForce !== undefined && isLater(inForce.sequencer, sequencer) ? 'late' : 'new';
}

/** Whether the state already holds what an accepted upload brings: the same batch, or the same status file. */
export function isInForce(state: ElectionState, { file }: Upload, verdict: Accepted): boolean {
  if (verdict.result.kind === 'status') return state.status?.sha256 === verdict.sha256;
  return state.files.get(file)?.batch === verdict.result.batch.header.batch;
}
