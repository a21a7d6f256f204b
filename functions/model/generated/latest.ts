// Generated from schemas/latest.schema.json by `npm run generate`; edit that file instead.

/**
 * The pointer elections/<id>/latest.json: which release is the newest. It moves last, and only forward: to the newest release, or back to an older one when that has been withdrawn, by a later entry of the ledger.
 */
export interface Latest {
  /**
   * Id of the election.
   */
  election: string;
  /**
   * SemVer of the release.
   */
  version: string;
  /**
   * Number of the last ledger entry that the release holds.
   */
  revision: number;
  /**
   * How far the election is, as in status.json; partial where nobody has said; withdrawn too when every release has been.
   */
  status: 'partial' | 'complete' | 'certified' | 'corrected' | 'withdrawn';
  /**
   * SHA-256 of manifest.json.
   */
  manifest: string;
  /**
   * Where the release lies, from the root of the bucket.
   */
  path: string;
  /**
   * When the release was begun, ISO 8601.
   */
  at: string;
  /**
   * Number of the ledger entry that put the pointer here: a finished release or a status. A later one replaces it.
   */
  entry: number;
  newest: NewestRelease;
  /**
   * The releases that must not be used any more, by version.
   */
  withdrawn: WithdrawnRelease[];
}
/**
 * The newest release, withdrawn or not: from it, each manifest leads to the one before, back to the first.
 */
export interface NewestRelease {
  /**
   * Its version.
   */
  version: string;
  /**
   * SHA-256 of its manifest.json.
   */
  manifest: string;
}
/**
 * Who withdrew a release, when and why.
 */
export interface WithdrawnRelease {
  /**
   * The release, as 1.0.3.
   */
  version: string;
  /**
   * Who withdraws it.
   */
  by: string;
  /**
   * When: a date, or a date and time.
   */
  at: string;
  /**
   * Why, for everybody who has used it.
   */
  reason: string;
}
