// Generated from schemas/results.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ContestId, ElectionId } from '../ids.ts';

/**
 * The protocols of a release, one object a station (or area).
 */
export interface Results {
  /**
   * Id of the election.
   */
  election: ElectionId;
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
   * Whether the protocols are made up.
   */
  synthetic: boolean;
  /**
   * By contest, area, station.
   */
  protocols: {
    /**
     * Contest id.
     */
    contest: ContestId;
    /**
     * Area id.
     */
    area: AreaId;
    /**
     * Null where the contest is reported by area.
     */
    station: string | null;
    /**
     * Counts of the protocol by name; those not stated are not there.
     */
    counts: {
      [k: string]: number;
    };
    /**
     * Votes by option id; those not stated are not there.
     */
    votes: {
      [k: string]: number;
    };
    /**
     * Source ids of its numbers; results.csv has them number by number.
     */
    sources: string[];
    /**
     * The uploaded files that its numbers came from.
     */
    uploads: string[];
  }[];
}
