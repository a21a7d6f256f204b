import { WaitingForInput } from '../errors.ts';
import type { ValidateEvent } from '../event.ts';
import type { FileVersion, Rejected } from '../validate.ts';
import { rejectUnread } from './reject.ts';

/**
 * What becomes of a file for its malware scan, before anything of it is read: null when the scan has found it clean. `result` is what
 * GuardDuty has put in the tag of the object version: `NO_THREATS_FOUND`, `THREATS_FOUND`, `UNSUPPORTED`, `ACCESS_DENIED`, `FAILED` (User
 * Guide, "S3 object potential scan status and result status"), or null before it has. Whatever else stands there is no clean result.
 * Throws `WaitingForInput` code `scan-pending` while there is time to wait.
 */
export async function refuseUnscanned(
  { upload, open }: FileVersion,
  result: string | null,
  mode: ValidateEvent['mode'],
): Promise<Rejected | null> {
  if (result === 'NO_THREATS_FOUND') return null;
  if (result === 'THREATS_FOUND') return rejectUnread(open, 'malware-found', {});
  if (result === null && mode === 'check')
    throw new WaitingForInput(
      'scan-pending',
      `${upload.file} of ${upload.election} waits for its malware scan`,
    );
  return rejectUnread(open, 'malware-not-scanned', { result: result ?? 'NO_RESULT' });
}
