import type { FindingCode } from '../../../functions/model/finding.ts';

/** A file that must not get in, and the finding that keeps it out. */
export interface Refused {
  /** What it tries, as a test is named. */
  readonly what: string;
  /** After `uploads/xx-2024/`. */
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly code: FindingCode;
}
