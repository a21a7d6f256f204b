// Generated from schemas/report.schema.json by `npm run generate`; edit that file instead.

import type { Text } from '../ids.ts';

/**
 * What became of an upload, and why.
 */
export interface Report {
  /**
   * Address of this schema.
   */
  $schema?: string;
  /**
   * Id of the election.
   */
  election: string;
  /**
   * The key after uploads/<election>/.
   */
  file: string;
  /**
   * Version of the object in the intake bucket; offline when checked by `sailau check`.
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
   * When it was uploaded, ISO 8601.
   */
  at: string;
  /**
   * accepted: its records are in; rejected: nothing has changed.
   */
  outcome: 'accepted' | 'rejected';
  /**
   * The batch its records are stored in, when accepted.
   */
  batch?: string;
  /**
   * Records of an accepted file: protocols, stations, candidates or snapshots.
   */
  records: number;
  /**
   * How many errors were found.
   */
  errors: number;
  /**
   * How many warnings were found.
   */
  warnings: number;
  /**
   * Findings by code.
   */
  counts: {
    [k: string]: number;
  };
  /**
   * What an accepted file changes of its version that was in force; left out when there was none, and for definitions.
   */
  changes?: {
    /**
     * Records that only the new version has.
     */
    added: number;
    /**
     * Records that only the former version has.
     */
    removed: number;
    /**
     * Records that both have, with other values.
     */
    changed: number;
    /**
     * Fields of all these records that differ.
     */
    fields: number;
    /**
     * The first 1,000 fields that differ, by area.
     *
     * @maxItems 1000
     */
    listed: {
      /**
       * Contest id.
       */
      contest?: string;
      /**
       * Area id.
       */
      area?: string;
      /**
       * Station id; left out where an area reports.
       */
      station?: string;
      /**
       * Option id, of a candidate.
       */
      option?: string;
      /**
       * Time of a snapshot, place of a candidate on the list.
       */
      record?: string;
      /**
       * Name of the field; votes:<option> for the votes of an option.
       */
      field: string;
      /**
       * Value in the former version; null where it states none.
       */
      before: number | string | null;
      /**
       * Value in the new version; null where it states none.
       */
      after: number | string | null;
    }[];
  };
  /**
   * What to do now, by language: en, kk, ru.
   */
  next: Text;
  /**
   * The findings by rule, worst first: errors before warnings, then the most frequent.
   */
  groups: {
    /**
     * Code of the rule, see docs/findings.md.
     */
    code: string;
    /**
     * An error rejects the file; a warning is published with it.
     */
    level: 'error' | 'warning';
    /**
     * Name of the rule, by language.
     */
    title: Text;
    /**
     * How many findings it has.
     */
    count: number;
    /**
     * How to mend it, by language; of the first example.
     */
    remedy: Text;
    /**
     * The first three.
     *
     * @maxItems 3
     */
    examples: {
      /**
       * What it is about, as far as it can be named.
       */
      where: {
        /**
         * File, after uploads/<election>/.
         */
        file?: string;
        /**
         * Counted from 1, header included.
         */
        row?: number;
        /**
         * Column, as headed in the file.
         */
        column?: string;
        /**
         * Contest id.
         */
        contest?: string;
        /**
         * Area id.
         */
        area?: string;
        /**
         * Station id.
         */
        station?: string;
        /**
         * Option id.
         */
        option?: string;
      };
      /**
       * What is wrong, by language: en, kk, ru.
       */
      message: Text;
    }[];
  }[];
  /**
   * The first 1,000, errors first; all of them stand in report.csv beside the report.
   *
   * @maxItems 1000
   */
  findings: {
    /**
     * Code of the finding, see docs/findings.md.
     */
    code: string;
    /**
     * An error rejects the file; a warning is published with it.
     */
    level: 'error' | 'warning';
    /**
     * What it is about, as far as it can be named.
     */
    where: {
      /**
       * File, after uploads/<election>/.
       */
      file?: string;
      /**
       * Counted from 1, header included.
       */
      row?: number;
      /**
       * Column, as headed in the file.
       */
      column?: string;
      /**
       * Contest id.
       */
      contest?: string;
      /**
       * Area id.
       */
      area?: string;
      /**
       * Station id.
       */
      station?: string;
      /**
       * Option id.
       */
      option?: string;
    };
    /**
     * What is wrong, by language: en, kk, ru.
     */
    message: Text;
    /**
     * How to mend it, by language: en, kk, ru.
     */
    remedy: Text;
  }[];
}
