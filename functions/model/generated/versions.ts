// Generated from schemas/versions.schema.json by `npm run generate`; edit that file instead.

/**
 * elections/<id>/versions.json: every release of an election, the newest first, with what has become of it. None is ever removed.
 */
export interface Versions {
  /**
   * Id of the election.
   */
  election: string;
  /**
   * Number of the last ledger entry that this list follows from: a finished release or a status.
   */
  entry: number;
  /**
   * The version that latest.json names.
   */
  latest: string;
  /**
   * The newest first.
   *
   * @minItems 1
   */
  releases: VersionEntry[];
}
/**
 * One release.
 */
export interface VersionEntry {
  /**
   * SemVer of the release: major, the columns changed; minor, data was added; patch, values were corrected.
   */
  version: string;
  /**
   * Number of the last ledger entry that it holds.
   */
  revision: number;
  /**
   * When it was begun, ISO 8601.
   */
  at: string;
  /**
   * Where it lies, from the root of the bucket.
   */
  path: string;
  /**
   * SHA-256 of its manifest.json.
   */
  manifest: string;
  /**
   * The version that it follows, and is compared with in its changes.csv; null for the first.
   */
  previous: string | null;
  status: VersionStatus;
  /**
   * Whether this release was withdrawn: it stays here, and must not be used any more.
   */
  withdrawn: boolean;
}
/**
 * How far the election was, and who said so, when and why; null where nobody had. Of a withdrawn release: withdrawn, by whom, when and why.
 */
export interface VersionStatus {
  /**
   * The status.
   */
  status: 'partial' | 'complete' | 'certified' | 'corrected' | 'withdrawn';
  /**
   * Who said so.
   */
  by: string | null;
  /**
   * When.
   */
  at: string | null;
  /**
   * Why.
   */
  reason: string | null;
}
