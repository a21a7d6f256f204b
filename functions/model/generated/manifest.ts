// Generated from schemas/manifest.schema.json by `npm run generate`; edit that file instead.

/**
 * What a release is made of and made from.
 */
export interface Manifest {
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
  status: 'partial' | 'complete' | 'certified' | 'corrected' | 'withdrawn';
  /**
   * When the release was begun, ISO 8601.
   */
  at: string;
  /**
   * Version of the code that made the release.
   */
  codeVersion: string;
  /**
   * Fingerprint of the columns of all tables.
   */
  columns: string;
  /**
   * Hash of the ledger entry that the revision names.
   */
  ledger: string;
  /**
   * The release before, and the SHA-256 of its manifest.
   */
  previous: null | {
    /**
     * Its version.
     */
    version: string;
    /**
     * SHA-256 of its manifest.json.
     */
    manifest: string;
  };
  /**
   * Whether the protocols are made up.
   */
  synthetic: boolean;
  /**
   * The uploads in force that the release is made from.
   */
  uploads: {
    /**
     * The key after uploads/<election>/.
     */
    file: string;
    /**
     * Version of the object in the intake bucket.
     */
    versionId: string;
    /**
     * SHA-256 of the file as uploaded.
     */
    sha256: string;
    /**
     * Size of the file as uploaded.
     */
    bytes: number;
    /**
     * The batch that holds its records.
     */
    batch: string;
    /**
     * Number of its ledger entry.
     */
    entry: number;
  }[];
  /**
   * Every file of the release but manifest.json and SHA256SUMS.
   */
  files: {
    /**
     * Path within the release.
     */
    path: string;
    /**
     * Size.
     */
    bytes: number;
    /**
     * SHA-256.
     */
    sha256: string;
    /**
     * Media type, as text/csv.
     */
    mediaType: string;
  }[];
}
