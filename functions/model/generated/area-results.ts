// Generated from schemas/area-results.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ContestId, ElectionId, Text } from '../ids.ts';

/**
 * areas/<area>.json: the results of one area, so that a page about it loads kilobytes: its sums, those of the areas directly in it, and the protocols that are reported in it.
 */
export interface AreaResults {
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
   * The area itself.
   */
  area: {
    /**
     * Area id.
     */
    id: AreaId;
    /**
     * What kind of area it is, as in areas.csv.
     */
    type: string;
    /**
     * The area it lies in; null for the root.
     */
    parent: AreaId | null;
    /**
     * Its name by language.
     */
    name: Text;
  };
  /**
   * Ids of the areas that it lies in, from the root down, itself the last.
   */
  path: AreaId[];
  /**
   * Sums of the area and all that lie in it, of each contest that takes place there, as in totals.csv.
   */
  totals: {
    /**
     * Contest id.
     */
    contest: ContestId;
    /**
     * Stations (or areas) with votes in it.
     */
    reported: number;
    /**
     * Sums of the counts by name; those that no protocol states are not there. Above 2^53 − 1 as digits.
     */
    counts: {
      [k: string]: number | string;
    };
    /**
     * Sums of the votes by option id; those that no protocol states are not there. Above 2^53 − 1 as digits.
     */
    votes: {
      [k: string]: number | string;
    };
  }[];
  /**
   * The areas directly in it, in the order of the definition. Each has a file of its own.
   */
  children: {
    /**
     * Area id.
     */
    area: AreaId;
    /**
     * Its name by language.
     */
    name: Text;
    /**
     * Its place on a map of tiles, as in election.json.
     */
    tile?: {
      /**
       * From the left.
       */
      column: number;
      /**
       * From the top.
       */
      row: number;
    };
    /**
     * Its sums, as those of the area.
     */
    totals: {
      /**
       * Contest id.
       */
      contest: ContestId;
      /**
       * Stations (or areas) with votes in it.
       */
      reported: number;
      /**
       * Sums of the counts by name; those that no protocol states are not there. Above 2^53 − 1 as digits.
       */
      counts: {
        [k: string]: number | string;
      };
      /**
       * Sums of the votes by option id; those that no protocol states are not there. Above 2^53 − 1 as digits.
       */
      votes: {
        [k: string]: number | string;
      };
    }[];
  }[];
  /**
   * The protocols reported in the area itself, not in those below, as in results.json: by contest, station.
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
