import type { Observation } from '../../model/observation.ts';
import { LedgerBusy, WaitingForInput } from '../errors.ts';
import type { ValidateResult } from './result.ts';

/** What is logged and counted of an attempt that came to an end. What a file holds is not in it. */
export function tellResult({
  outcome,
  records,
  bytes,
  errors,
  warnings,
  ...about
}: ValidateResult): Observation {
  const { election, file, versionId, revision } = about;
  const counts = { Records: records, UploadBytes: bytes, FindingErrors: errors, FindingWarnings: warnings };
  return {
    outcome,
    facts: {
      election,
      file,
      versionId,
      ...(revision !== undefined && { revision }),
      errors,
      warnings,
      records,
      bytes,
    },
    counts: {
      ...(outcome === 'accepted' && { UploadsAccepted: 1, ...counts }),
      ...(outcome === 'rejected' && { UploadsRejected: 1, ...counts }),
      ...(outcome === 'duplicate' && { UploadsDuplicate: 1 }),
    },
  };
}

/** Of one that ended in an error which the state machine expects; null of any other. */
export function tellError(error: unknown): Observation | null {
  if (error instanceof WaitingForInput)
    return { outcome: 'waiting', facts: { code: error.code }, counts: { UploadsWaiting: 1 } };
  return error instanceof LedgerBusy
    ? { outcome: 'busy', facts: { code: error.code }, counts: { ValidateBusy: 1 } }
    : null;
}
