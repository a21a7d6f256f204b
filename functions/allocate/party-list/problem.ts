import type { PartyList } from '../../model/generated/election.ts';
import type { Tie } from '../../model/law/allocation.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import type { Progress } from '../progress.ts';
import type { Standing } from './standing.ts';

/** Seats that a formula distributes among lists. */
export interface Problem {
  readonly system: PartyList;
  readonly tally: Tally;
  /** Those that take part, each with votes. */
  readonly lists: readonly Contender[];
  readonly seats: number;
  /** What every admitted list has beforehand; none for those that take part. */
  readonly before: Standing;
  /** Whether the standing passes the limits of a list, however the tie for the seats left comes out. */
  readonly passesLimits: (standing: Standing, tie: Tie) => boolean;
}

/** Seats as a formula has given them. */
export interface Filled {
  readonly standing: Standing;
  /**
   * A tie that was left open, since limits are passed in any case: the seats are to be distributed anew, and it may not arise again. Null
   * where every seat is given.
   */
  readonly open: Tie | null;
}

/** Distributes all seats of a problem, or tells why that cannot be done. */
export type Formula<Rule> = (rule: Rule, problem: Problem) => Progress<Filled>;
