// Generated from schemas/summary.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ContestId, ElectionId, OptionId, PartyId, Text } from '../ids.ts';

/**
 * ISO 639 code.
 */
export type Language = string;
/**
 * A whole number; as text from 2^53 on.
 */
export type Count = number | string;

/**
 * A release on one page: completeness, turnout, votes, seats, outcome, and what has not been published.
 */
export interface Summary {
  /**
   * Id of the election.
   */
  election: ElectionId;
  /**
   * Name of the election.
   */
  name: Text;
  /**
   * Election day.
   */
  date: string;
  /**
   * ISO 3166-1 alpha-2 code.
   */
  country: string;
  /**
   * Languages in which names are given; the first is the main one.
   */
  languages: Language[];
  /**
   * Who declares the result.
   */
  authority: {
    /**
     * Its name.
     */
    name: Text;
    /**
     * Its web site.
     */
    url?: string;
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
   * When the release was begun, ISO 8601.
   */
  at: string;
  /**
   * Who says so, when and why; null where nobody has, and then the status is partial.
   */
  status: {
    /**
     * How far the election is, as in status.json; partial where nobody has said.
     */
    status: 'partial' | 'complete' | 'certified' | 'corrected' | 'withdrawn';
    /**
     * Who says so.
     */
    by: string | null;
    /**
     * When it was said.
     */
    at: string | null;
    /**
     * Why.
     */
    reason: string | null;
  };
  /**
   * The real election and the seed, when the protocols are made up; else null.
   */
  synthetic: null | {
    /**
     * Id of the real election whose totals they sum to.
     */
    of: ElectionId;
    /**
     * Seed of the random numbers.
     */
    seed: number;
  };
  /**
   * Every contest, in the order of the definition.
   */
  contests: {
    /**
     * Contest id.
     */
    contest: ContestId;
    /**
     * Name of the contest.
     */
    name: Text;
    /**
     * Area whose voters take part.
     */
    area: AreaId;
    /**
     * Kind of electoral system.
     */
    system: 'party-list' | 'plurality' | 'two-round' | 'referendum' | 'biproportional';
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
     * What is missing, was rejected or corrected, and when it came, of the contest as a whole, as in completeness.csv.
     */
    completeness: {
      /**
       * Protocols expected and not reported; null where it is not known how many are expected.
       */
      missing: number | null;
      /**
       * Protocols found in files whose newest version was rejected.
       */
      rejected: number;
      /**
       * Codes of the errors for which those files were rejected.
       */
      codes: string[];
      /**
       * Protocols of which a later version of their file states other numbers.
       */
      corrected: number;
      /**
       * When the first accepted file with protocols was uploaded, ISO 8601; null before it.
       */
      first: string | null;
      /**
       * When the last one was.
       */
      last: string | null;
    };
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
      /**
       * Option id.
       */
      option: OptionId;
      /**
       * Name on the ballot.
       */
      name: Text;
      /**
       * Kind of option.
       */
      kind: 'list' | 'candidate' | 'against-all' | 'yes' | 'no' | 'not-counted';
      /**
       * Party id; null without one.
       */
      party: PartyId | null;
      /**
       * Colour of the party for charts, as #1e90ff, as its definition gives it; left out where that gives none.
       */
      colour?: string;
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
      /**
       * How it ended, as allocated, elected, adopted or no-results.
       */
      status: string;
      [k: string]: unknown;
    };
    /**
     * What can still change while protocols are missing; null where nothing has been reported.
     */
    margins: {
      /**
       * final: nothing is missing. decided: no completion of the missing protocols changes the result, as long as no more ballots are cast than voters are registered there. open: the bounds leave more than one result. unbounded: no bound is known, of the missing votes or for this electoral system.
       */
      state: 'final' | 'decided' | 'open' | 'unbounded';
      /**
       * What has not been reported.
       */
      missing: {
        /**
         * Protocols without votes; null where nobody has said how many are expected.
         */
        protocols: number | null;
        /**
         * Voters registered where they are missing: as many votes can still come. Null where that is not known, so that any number can.
         */
        voters: Count | null;
      };
      /**
       * The fewest further votes with which the bounds leave more than one result: the result is decided while fewer voters than that are missing. Null where nothing is missing or no bound is known.
       */
      needed: Count | null;
      /**
       * Bounds of the seats by option in ballot order; empty where nothing is won in seats or no bound is known.
       */
      seats: {
        option: OptionId;
        /**
         * Seats that it has however the missing votes fall.
         */
        atLeast: number;
        /**
         * Seats that it can have at most.
         */
        atMost: number;
      }[];
    } | null;
    /**
     * Of a referendum, as the authority has declared it.
     */
    declaredOutcome: 'adopted' | 'rejected' | 'invalid' | null;
    /**
     * What a reader must know of this contest.
     */
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
    /**
     * Area id.
     */
    area: AreaId;
    /**
     * ISO 8601 with offset.
     */
    time: string;
    /**
     * Voters on the lists.
     */
    registered: number | null;
    /**
     * Ballots issued so far.
     */
    issued: number | null;
    /**
     * As published.
     */
    percent: string | null;
  }[];
  /**
   * Uploads of every kind whose newest version was rejected, by name: results, and registers, candidates, turnout, definition or status that changed nothing. What an earlier version said is still in force. ledger.ndjson has every rejection.
   */
  rejected: {
    /**
     * Its name within the election.
     */
    file: string;
    /**
     * What it was to bring.
     */
    kind: 'definition' | 'stations' | 'candidates' | 'results' | 'turnout' | 'status';
    /**
     * Of results, the contest.
     */
    contest: ContestId | null;
    /**
     * Codes of the errors, each once, in order; see docs/findings.md.
     */
    codes: string[];
    /**
     * How many errors were found.
     */
    errors: number;
    /**
     * Of results, how many protocols were found in it; zero for what holds none or could not be read.
     */
    protocols: number;
    /**
     * When it was uploaded, ISO 8601.
     */
    at: string;
  }[];
  /**
   * How many findings of each code findings.csv holds.
   */
  findings: {
    /**
     * Code of the finding.
     */
    code: string;
    /**
     * What it means.
     */
    title: Text;
    /**
     * How many of them.
     */
    count: number;
  }[];
  /**
   * How many rows of each indicator indicators.csv holds. An indicator is a question to ask, never a verdict.
   */
  indicators: {
    /**
     * Code of the indicator.
     */
    indicator: string;
    /**
     * What it is called.
     */
    title: Text;
    /**
     * What else can be behind it: to be shown wherever the number is.
     */
    caveat: Text;
    /**
     * Rows of it.
     */
    rows: number;
    /**
     * Those beyond the limit.
     */
    flagged: number;
  }[];
  /**
   * What a reader of the data must know.
   */
  notes: Text[];
  /**
   * Licence of the release.
   */
  licence: {
    /**
     * SPDX identifier.
     */
    id: string;
    /**
     * Full name of the licence.
     */
    title: string;
    /**
     * The text of the licence.
     */
    url: string;
  };
  /**
   * Where the numbers come from.
   */
  sources: {
    /**
     * Id that `source` cells name.
     */
    id: string;
    /**
     * Who published what, and when.
     */
    title: string;
    /**
     * Where.
     */
    url?: string;
  }[];
}
