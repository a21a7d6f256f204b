// Generated from schemas/summary.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ContestId, ElectionId, OptionId, PartyId, Text } from '../ids.ts';

export type Language = string;
/**
 * A whole number; as text from 2^53 on.
 */
export type Count = number | string;

/**
 * A release on one page: completeness, turnout, votes, seats, outcome, and what has not been published.
 */
export interface Summary {
  election: ElectionId;
  name: Text;
  date: string;
  country: string;
  languages: Language[];
  authority: {
    name: Text;
    url?: string;
  };
  version: string;
  /**
   * Number of the last ledger entry that the release holds.
   */
  revision: number;
  /**
   * When the release was begun, ISO 8601.
   */
  at: string;
  /**
   * Who says so, when and why; null where nobody has, and then the status is partial.
   */
  status: {
    status: 'partial' | 'complete' | 'certified' | 'withdrawn';
    by: string | null;
    at: string | null;
    reason: string | null;
  };
  /**
   * Present when the protocols are made up.
   */
  synthetic: null | {
    of: ElectionId;
    seed: number;
  };
  contests: {
    contest: ContestId;
    name: Text;
    area: AreaId;
    system: 'party-list' | 'plurality' | 'two-round' | 'referendum';
    /**
     * Protocols expected; null where nobody has said.
     */
    expected: number | null;
    /**
     * Protocols with votes.
     */
    reported: number;
    /**
     * Whether protocols, or votes in them, are missing, or it is not known that none are.
     */
    provisional: boolean;
    /**
     * Whether any votes have been published.
     */
    published: boolean;
    /**
     * Sums of the protocols; null where none states the number.
     */
    counts: {
      /**
       * Voters on the lists.
       */
      registered: Count | null;
      /**
       * Ballots issued.
       */
      issued: Count | null;
      /**
       * Voters who took part.
       */
      cast: Count | null;
      /**
       * Invalid ballots.
       */
      invalid: Count | null;
      /**
       * Valid ballots.
       */
      valid: Count | null;
    };
    /**
     * Computed exactly, rounded half up to two decimals; null unless the same number of protocols states both counts.
     */
    turnout: {
      /**
       * Cast as a percentage of registered.
       */
      castPercent: string | null;
      /**
       * Issued as a percentage of registered.
       */
      issuedPercent: string | null;
    };
    /**
     * In ballot order.
     */
    options: {
      option: OptionId;
      name: Text;
      kind: 'list' | 'candidate' | 'against-all' | 'yes' | 'no' | 'not-counted';
      party: PartyId | null;
      /**
       * Null where none are published.
       */
      votes: Count | null;
      /**
       * Of the votes for all options of the contest together, against all too; rounded half up to two decimals.
       */
      percent: string | null;
      /**
       * Computed; null where they could not be.
       */
      seats: number | null;
      /**
       * Seats declared by the authority; null where none are known.
       */
      declared: number | null;
    }[];
    /**
     * As in the certificate, allocation/<contest>.json.
     */
    outcome: {
      status: string;
      [k: string]: unknown;
    };
    /**
     * Of a referendum, as the authority has declared it.
     */
    declaredOutcome: 'adopted' | 'rejected' | 'invalid' | null;
    note: Text | null;
  }[];
  /**
   * Contests of which no votes have been published.
   */
  notPublished: ContestId[];
  /**
   * The last turnout snapshot of each area.
   */
  snapshots: {
    area: AreaId;
    time: string;
    registered: number | null;
    issued: number | null;
    /**
     * As published.
     */
    percent: string | null;
  }[];
  /**
   * How many findings of each code findings.csv holds.
   */
  findings: {
    code: string;
    title: Text;
    count: number;
  }[];
  notes: Text[];
  licence: {
    id: string;
    title: string;
    url: string;
  };
  sources: {
    id: string;
    title: string;
    url?: string;
  }[];
}
