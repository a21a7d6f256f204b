// Generated from schemas/area-index.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ElectionId } from '../ids.ts';

/**
 * areas.json: the index of the files in areas/, in the order of the definition, a parent before its children.
 */
export interface AreaIndex {
  /**
   * Id of the election.
   */
  election: ElectionId;
  /**
   * SemVer of the release.
   */
  version: string;
  /**
   * One entry an area.
   */
  areas: {
    /**
     * Area id.
     */
    area: AreaId;
    /**
     * The area it lies in; null for the root.
     */
    parent: AreaId | null;
    /**
     * Its file, from the folder of the release.
     */
    path: string;
    /**
     * Size of the file.
     */
    bytes: number;
    /**
     * SHA-256 of the file, hexadecimal.
     */
    sha256: string;
  }[];
}
