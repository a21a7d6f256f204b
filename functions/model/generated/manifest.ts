// Generated from schemas/manifest.schema.json by `npm run generate`; edit that file instead.

/**
 * What a release is made of and made from.
 */
export interface Manifest {
  election: string;
  version: string;
  /**
   * Number of the last ledger entry that the release holds.
   */
  revision: number;
  status: 'partial' | 'complete' | 'certified' | 'withdrawn';
  /**
   * When the release was begun, ISO 8601.
   */
  at: string;
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
    version: string;
    manifest: string;
  };
  synthetic: boolean;
  uploads: {
    file: string;
    versionId: string;
    sha256: string;
    bytes: number;
    batch: string;
    /**
     * Number of its ledger entry.
     */
    entry: number;
  }[];
  files: {
    path: string;
    bytes: number;
    sha256: string;
    mediaType: string;
  }[];
}
