import type { Upload } from '../../model/upload.ts';
import type { ObjectVersion } from '../event.ts';
import type { Reported } from '../report/report.ts';
import type { Accepted, Rejected } from '../validate.ts';

/** What the state machine goes on with: accepted and duplicate lead to the allocation, the others end. */
export interface ValidateResult {
  readonly outcome: 'accepted' | 'duplicate' | 'rejected' | 'ignored';
  /** Empty when the key names none. */
  readonly election: string;
  readonly file: string;
  readonly versionId: string;
  /** Of the election, after this upload; not given when it changed nothing. */
  readonly revision?: number;
  readonly errors: number;
  readonly warnings: number;
  /** Of the batch that was written; 0 where none was. */
  readonly records: number;
  /** Of the file as uploaded; 0 where it was not read. */
  readonly bytes: number;
}

/** An election and a file in it, whether Sailau reads such a file or not. */
export type Named = Pick<Reported, 'election' | 'file'>;

/** What came of a version of a file. */
export function resultOf(
  outcome: ValidateResult['outcome'],
  { election, file }: Named,
  { versionId }: ObjectVersion,
  verdict?: Rejected | Accepted,
): ValidateResult {
  const { errors = 0, warnings = 0 } = verdict?.findings ?? {};
  const records = outcome === 'accepted' ? recordsOf(verdict) : 0;
  return { outcome, election, file, versionId, errors, warnings, records, bytes: verdict?.bytes ?? 0 };
}

function recordsOf(verdict?: Rejected | Accepted): number {
  const batch =
    verdict?.outcome === 'accepted' && verdict.result.kind === 'batch' ? verdict.result.batch : null;
  return batch?.header.records ?? 0;
}

/** Nothing came of it: the key is none that Sailau reads, the object is gone, or a later version is in force. */
export function ignored(object: ObjectVersion, upload: Upload | null): ValidateResult {
  return resultOf('ignored', upload ?? { election: '', file: object.key }, object);
}
