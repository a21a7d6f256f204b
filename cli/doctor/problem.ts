import type { UploadVersion } from '../operate/upload-event.ts';

/** What can be wrong with what an election has stored. */
export type ProblemCode =
  | 'ledger-broken'
  | 'batch-missing'
  | 'batch-differs'
  | 'upload-unprocessed'
  | 'upload-gone'
  | 'report-missing'
  | 'release-due'
  | 'release-unfinished'
  | 'release-damaged'
  | 'release-unknown'
  | 'pointer-behind'
  | 'pointer-ahead'
  | 'log-behind';

/** Something that is not as the ledger says. */
export interface Problem {
  readonly code: ProblemCode;
  /** The entry, key or partition that it is about. */
  readonly where: string;
  readonly what: string;
  /** What to do. */
  readonly mend: string;
  /** What the doctor can do: start the pipeline on this upload. Null where it cannot. */
  readonly repair: UploadVersion | null;
}
