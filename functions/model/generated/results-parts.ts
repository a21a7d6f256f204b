// Generated from schemas/results-parts.schema.json by `npm run generate`; edit that file instead.

import type { ElectionId } from '../ids.ts';

/**
 * results.parts.json: where the row groups of results.parquet lie, and the SHA-256 of each, so that whoever reads a part of the file can check it before use. The parts stand in the order of the file: the first begins after its magic number (byte 4), each where the one before ends, and the footer goes to its end.
 */
export interface ResultsParts {
  /**
   * Id of the election.
   */
  election: ElectionId;
  /**
   * SemVer of the release.
   */
  version: string;
  /**
   * The file whose parts they are, from the folder of the release.
   */
  file: 'results.parquet';
  /**
   * Size of the whole file.
   */
  bytes: number;
  /**
   * SHA-256 of the whole file, hexadecimal, as the manifest has it.
   */
  sha256: string;
  /**
   * One entry a row group, with all of its columns.
   */
  groups: {
    /**
     * Where the row group begins: bytes of the file before it.
     */
    offset: number;
    /**
     * Size of the row group.
     */
    bytes: number;
    /**
     * Number of its rows; those of all groups are the rows of results.csv.
     */
    rows: number;
    /**
     * SHA-256 of these bytes, hexadecimal.
     */
    sha256: string;
  }[];
  /**
   * What comes after the last row group: page indexes, where there are any, and the footer.
   */
  footer: {
    /**
     * Where it begins.
     */
    offset: number;
    /**
     * Its size, to the end of the file.
     */
    bytes: number;
    /**
     * SHA-256 of these bytes, hexadecimal.
     */
    sha256: string;
  };
}
