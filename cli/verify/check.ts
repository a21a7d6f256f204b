import type { Difference } from '../release/defect.ts';
import type { Evidence } from './evidence.ts';

/** One thing that holds of a release, or of whatever else there is `Seen` of, or does not. */
export interface Check<Seen = Evidence> {
  /** A word for it. */
  readonly name: string;
  /**
   * Gives, when it holds, what was found to hold, in one sentence; else the first difference. A file that cannot be read for what it should be
   * may throw ReleaseDefect.
   */
  run(evidence: Seen): Promise<Finding>;
}

/** What a check has found. `open`: nothing is wrong, and what it would take to know more is not here; the sentence says what. */
export type Finding =
  | { readonly holds: string }
  | { readonly open: string }
  | { readonly differs: Difference };
