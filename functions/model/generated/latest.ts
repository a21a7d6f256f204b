// Generated from schemas/latest.schema.json by `npm run generate`; edit that file instead.

/**
 * The pointer elections/<id>/latest.json: which release is the newest. It moves last, and only forward.
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
   * How far the election is, as in status.json; partial where nobody has said.
   */
  status: 'partial' | 'complete' | 'certified' | 'withdrawn';
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
}
