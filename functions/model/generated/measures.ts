// Generated from schemas/measures.schema.json by `npm run generate`; edit that file instead.

import type { ContestId, ElectionId, OptionId, Text } from '../ids.ts';

/**
 * A whole number; as text from 2^53 on.
 */
export type Count = number | string;

/**
 * What is often computed from votes and seats, computed once and exactly. Every number that is text is an exact value rounded half up to four decimals (turnout: two), for reading. Definitions with their sources are in docs/measures.md.
 */
export interface Measures {
  election: ElectionId;
  /**
   * Version of the release.
   */
  version: string;
  /**
   * Number of the last ledger entry that it rests on.
   */
  revision: number;
  /**
   * Every contest with published votes, in the order of the definition.
   */
  contests: Contest[];
  /**
   * Contests of one electoral system together, where there are several: districts, for which an index of one seat says nothing.
   */
  systems: SystemMeasures[];
}
/**
 * Measures of one contest.
 */
export interface Contest {
  contest: ContestId;
  /**
   * Whether protocols, or votes in them, were still missing: then all of this is.
   */
  provisional: boolean;
  /**
   * Turnout on both bases, in percent.
   */
  turnout: {
    /**
     * Voters who took part, of the registered; null where not both are stated by the same protocols.
     */
    castPercent: string | null;
    /**
     * Ballots issued, of the registered: the turnout that commissions announce on election day.
     */
    issuedPercent: string | null;
  };
  /**
   * Null where votes of a list or candidate are not published, or nothing is voted on but a question.
   */
  indices: Indices | null;
  /**
   * What would turn one seat; null where the outcome gives none.
   */
  lastSeat: LastSeat | null;
  /**
   * How far each list is from the threshold; empty without one.
   */
  thresholds: ThresholdDistance[];
  /**
   * The same beside an earlier election; null where the definition names none.
   */
  comparison: Comparison | null;
}
/**
 * Indices of votes and seats. Each list, candidate or party stands for itself, those that won nothing too: nothing is put together as “others”.
 */
export interface Indices {
  votes: Count;
  /**
   * Seats won; null where the outcome does not give all of them.
   */
  seats: number | null;
  /**
   * √(½ Σ (v − s)²), in percentage points.
   */
  gallagher: string | null;
  /**
   * ½ Σ |v − s|, in percentage points.
   */
  loosemoreHanby: string | null;
  effectiveByVotes: Effective;
  effectiveBySeats: Effective;
  /**
   * Votes for options that have won no seat in their contest; null where seats are not known.
   */
  wastedVotes: Count | null;
  /**
   * The same in percent of the votes.
   */
  wastedPercent: string | null;
}
/**
 * Effective number of parties.
 */
export interface Effective {
  /**
   * 1 / Σp². Null without votes or seats.
   */
  laaksoTaagepera: string | null;
  /**
   * Σ p / (p + p₁² − p²), where p₁ is the greatest share.
   */
  golosov: string | null;
}
/**
 * The fewest further votes that win one option a seat more.
 */
export interface LastSeat {
  /**
   * The option that would win a seat: one that takes part in the distribution.
   */
  option: OptionId;
  votes: Count;
  /**
   * The options that would lose one.
   */
  from: OptionId[];
}
/**
 * How far a list is from the threshold.
 */
export interface ThresholdDistance {
  option: OptionId;
  /**
   * Whether it passes.
   */
  passes: boolean;
  /**
   * Where it passes: the most votes it could lack and still pass, its own and those of the base. Where it does not: the fewest further votes with which it would pass, which count in the base too. Null where no number does.
   */
  votes: Count | null;
}
/**
 * This election beside an earlier one.
 */
export interface Comparison {
  /**
   * The earlier election.
   */
  name: Text;
  /**
   * Its id, where it is published too.
   */
  election: string | null;
  /**
   * Source ids separated by semicolons.
   */
  source: string;
  /**
   * Volatility: ½ Σ |change| over every option and every party that none continues, in percentage points.
   */
  pedersen: string | null;
  /**
   * Between the two options with most votes now; null where there are not two.
   */
  swing: Swing | null;
  /**
   * By option in ballot order.
   *
   * Items: The change of one option.
   */
  changes: {
    option: OptionId;
    /**
     * Share of the votes now.
     */
    percent: string | null;
    /**
     * Share of what it continues; 0 for a new one.
     */
    before: string | null;
    /**
     * The difference, in percentage points.
     */
    change: string | null;
  }[];
  /**
   * Parties of the earlier election that no option continues: to the volatility they lose all that they had.
   *
   * Items: A party that no option continues.
   */
  discontinued: {
    /**
     * What it was called.
     */
    name: Text;
    /**
     * Its share then.
     */
    before: string | null;
  }[];
}
/**
 * Swing between the two that lead.
 */
export interface Swing {
  /**
   * The option with most votes.
   */
  to: OptionId;
  /**
   * The one with the next most.
   */
  from: OptionId;
  /**
   * Half of the gain of the first and the loss of the second, in percentage points of all votes. Negative: the other way.
   */
  butler: string | null;
  /**
   * The change of the first one's share of the votes of the two; null where neither had any.
   */
  steed: string | null;
}
/**
 * Measures of all contests of one electoral system.
 */
export interface SystemMeasures {
  /**
   * Id of the electoral system, from election.json.
   */
  system: string;
  /**
   * How many contests it has.
   */
  contests: number;
  /**
   * Whether one of them is.
   */
  provisional: boolean;
  /**
   * By party, of all of them; an option without a party stands alone. Null while votes of one are not published.
   */
  indices: Indices | null;
}
