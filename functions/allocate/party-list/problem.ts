import type { PartyList } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
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
  /** The most seats that a list can take; Infinity where there is no limit. */
  readonly most: (option: OptionId) => number;
}

/** Seats as a formula has given them. */
export interface Filled {
  readonly standing: Standing;
  /**
   * Lists that are tied for one seat more, which they could not take: they have the most already. The tie is open, and may not arise
   * when the seats are distributed without them.
   */
  readonly full: readonly OptionId[];
}

/** Distributes all seats of a problem, or tells why that cannot be done. */
export type Formula<Rule> = (rule: Rule, problem: Problem) => Progress<Filled>;
