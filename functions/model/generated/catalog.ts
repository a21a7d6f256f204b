// Generated from schemas/catalog.schema.json by `npm run generate`; edit that file instead.

import type { Text } from '../ids.ts';

/**
 * The file catalog.json at the root: the newest release of every election.
 */
export interface Catalog {
  /**
   * Ordered by id.
   */
  elections: {
    /**
     * Id of the election.
     */
    election: string;
    /**
     * Name of the election by language.
     */
    name: Text;
    /**
     * Election day.
     */
    date: string;
    /**
     * The real election and the seed, when the protocols are made up; else null.
     */
    synthetic: null | {
      /**
       * Id of the real election whose totals they sum to.
       */
      of: string;
      /**
       * Seed of the random numbers.
       */
      seed: number;
    };
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
     * Where the release lies, from the root.
     */
    path: string;
    /**
     * SHA-256 of manifest.json.
     */
    manifest: string;
    /**
     * The pointer that follows the newest release.
     */
    latest: string;
    /**
     * Path of versions.json: every release, and which were withdrawn.
     */
    versions: string;
    /**
     * Its summary.json.
     */
    summary: string;
    /**
     * Its datapackage.json.
     */
    datapackage: string;
  }[];
}
