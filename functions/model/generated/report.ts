// Generated from schemas/report.schema.json by `npm run generate`; edit that file instead.

import type { Text } from '../ids.ts';

/**
 * What became of an upload, and why.
 */
export interface Report {
  $schema?: string;
  election: string;
  /**
   * The key after uploads/<election>/.
   */
  file: string;
  versionId: string;
  sha256: string;
  bytes: number;
  /**
   * When it was uploaded, ISO 8601.
   */
  at: string;
  outcome: 'accepted' | 'rejected';
  /**
   * The batch its records are stored in, when accepted.
   */
  batch?: string;
  records: number;
  errors: number;
  warnings: number;
  /**
   * Findings by code.
   */
  counts: {
    [k: string]: number;
  };
  /**
   * The first 1,000, errors first; all of them stand in findings.csv beside the report.
   *
   * @maxItems 1000
   */
  findings: {
    code: string;
    level: 'error' | 'warning';
    where: {
      file?: string;
      /**
       * Counted from 1, header included.
       */
      row?: number;
      column?: string;
      contest?: string;
      area?: string;
      station?: string;
      option?: string;
    };
    message: Text;
    remedy: Text;
  }[];
}
