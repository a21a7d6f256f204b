// Generated from schemas/certificate.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ContestId, ElectionId, OptionId, PartyId, Text } from '../ids.ts';

export type LawId = string;
/**
 * A whole number; as text from 2^53 on.
 */
export type Count = number | string;
export type Step =
  | BaseStep
  | ThresholdStep
  | AdmittedStep
  | OneListStep
  | QuotaStep
  | WholeSeatsStep
  | MinimumSeatsStep
  | LeftoverSeatsStep
  | RemainderSeatStep
  | TieStep
  | LotUnusedStep
  | MostVotesStep
  | MajorityStep
  | RunoffStep
  | ConditionStep
  | AreaStep
  | AreasStep;
export type Base = 'option-votes' | 'valid-votes' | 'cast' | 'registered';
export type Standing = Seats[];
export type Verdict = 'holds' | 'fails' | 'undetermined';
export type Outcome =
  | {
      status: 'allocated';
      seats: Standing;
    }
  | {
      status: 'elected';
      option: OptionId;
    }
  | {
      status: 'runoff' | 'repeat-voting';
      options: OptionId[];
    }
  | {
      status: 'lots-required';
      seats: Standing;
      ties: {
        options: OptionId[];
        seats: number;
      }[];
    }
  | {
      status: 'adopted' | 'rejected' | 'invalid';
      /**
       * Conditions that could not be checked, for want of published figures.
       */
      undetermined: string[];
    }
  | {
      status: 'undetermined';
      code:
        | 'no-list-passes'
        | 'second-place-tied'
        | 'no-second'
        | 'minimum-too-great'
        | 'figures-missing'
        | 'nobody-voted'
        | 'registration-missing';
      reason: string;
    }
  | {
      status: 'no-results';
    };
export type Difference =
  | {
      of: 'seats';
      option: OptionId;
      declared: number;
      computed: number;
    }
  | {
      of: 'elected';
      declared: OptionId[];
      computed: OptionId[];
    }
  | {
      of: 'outcome';
      declared: string;
      computed: string;
    };

/**
 * How the seats of a contest follow from its votes under the law: inputs, parameters, every step with exact numbers, outcome.
 */
export interface Certificate {
  election: ElectionId;
  contest: ContestId;
  /**
   * Number of the last ledger entry that it rests on.
   */
  revision: number;
  /**
   * The electoral system with its parameters, as in election.json.
   */
  system: {
    type: string;
    [k: string]: unknown;
  };
  /**
   * The articles that the steps cite.
   */
  laws: {
    id: LawId;
    title: Text;
    url?: string;
  }[];
  inputs: Inputs;
  /**
   * In the order of the law.
   */
  steps: Step[];
  outcome: Outcome;
  seats: Standing;
  /**
   * Whether protocols, or votes in them, were still missing, or it is not known that none were.
   */
  provisional: boolean;
  /**
   * What the authority has declared, as in election.json.
   */
  declared: Declared | null;
  /**
   * Where declared and computed differ.
   */
  differences: Difference[];
}
export interface Inputs {
  /**
   * In ballot order.
   */
  options: {
    option: OptionId;
    kind: 'list' | 'candidate' | 'against-all' | 'yes' | 'no' | 'not-counted';
    withdrawn?: boolean;
    registration?: number;
    /**
     * Null where none were published.
     */
    votes: Count | null;
    /**
     * How many protocols state them.
     */
    protocols: number;
  }[];
  counts: {
    count: string;
    sum: Count;
    protocols: number;
  }[];
  /**
   * Protocols expected; null when nobody has said how many.
   */
  expected: number | null;
  /**
   * Protocols with votes.
   */
  reported: number;
  /**
   * The same by area, where the system asks for areas: those with published figures.
   */
  areas?: {
    area: AreaId;
    reported: number;
    votes: {
      option: OptionId;
      votes: Count;
      protocols: number;
    }[];
    counts: {
      count: string;
      sum: Count;
      protocols: number;
    }[];
  }[];
  /**
   * Lots that were drawn, as recorded.
   */
  lots: {
    among: OptionId[];
    seats: number;
    won: OptionId[];
    source: string;
  }[];
}
/**
 * What a share is taken of.
 */
export interface BaseStep {
  rule: 'base';
  law?: LawId;
  base: Base;
  /**
   * Null where it is not known.
   */
  votes: Count | null;
  atLeast: Count;
  /**
   * Figures of it that were not published: ids of options, names of counts.
   */
  missing: string[];
}
/**
 * Whether a list has the share of votes that it needs.
 */
export interface ThresholdStep {
  rule: 'threshold';
  law?: LawId;
  option: OptionId;
  votes: Count;
  required: Exact;
  inclusive: boolean;
  passes: boolean;
}
export interface Exact {
  /**
   * Reduced fraction, as 7/3.
   */
  exact: string;
  /**
   * Rounded to six decimals, for reading only.
   */
  decimal: string;
}
/**
 * The lists that take part in the distribution.
 */
export interface AdmittedStep {
  rule: 'admitted';
  law?: LawId;
  options: OptionId[];
}
/**
 * Exactly one list has passed.
 */
export interface OneListStep {
  rule: 'one-list-passes';
  law?: LawId;
  applied: 'takes-all' | 'admit-next';
  passed: OptionId;
  /**
   * The list admitted beside it.
   */
  admitted: OptionId | null;
  factor?: Exact;
  minimumSeats?: number;
}
/**
 * Votes that a seat costs.
 */
export interface QuotaStep {
  rule: 'quota';
  law?: LawId;
  quota: 'hare';
  votes: Count;
  seats: number;
  value: Exact;
}
/**
 * The whole part of votes divided by the quota.
 */
export interface WholeSeatsStep {
  rule: 'whole-seats';
  law?: LawId;
  option: OptionId;
  votes: Count;
  quotient: Exact;
  seats: number;
  standing: Standing;
}
export interface Seats {
  option: OptionId;
  seats: number;
}
/**
 * Raised to the least number of seats that the law grants.
 */
export interface MinimumSeatsStep {
  rule: 'minimum-seats';
  law?: LawId;
  option: OptionId;
  from: number;
  seats: number;
  standing: Standing;
}
/**
 * The seats left over go to this list; where a minimum has taken more than was left, it has so many fewer.
 */
export interface LeftoverSeatsStep {
  rule: 'leftover-seats';
  law?: LawId;
  option: OptionId;
  from: number;
  seats: number;
  standing: Standing;
}
/**
 * One more seat for the largest fractional part.
 */
export interface RemainderSeatStep {
  rule: 'remainder-seat';
  law?: LawId;
  option: OptionId;
  remainder: Exact;
  standing: Standing;
}
/**
 * A tie, and what a rule made of it.
 */
export interface TieStep {
  rule: 'tie';
  law?: LawId;
  options: OptionId[];
  seats: number;
  by: 'earlier-registration' | 'more-votes' | 'lots';
  /**
   * Those that win by this rule; fewer than seats where the rest is still tied.
   */
  won: OptionId[];
  /**
   * Of a lot that was drawn.
   */
  source?: string;
}
/**
 * A recorded lot that decided nothing.
 */
export interface LotUnusedStep {
  rule: 'lot-unused';
  law?: LawId;
  among: OptionId[];
  seats: number;
  won: OptionId[];
  source: string;
  /**
   * not-a-draw: those that won are not as many as the seats, or not among the tied.
   */
  reason: 'no-such-tie' | 'not-a-draw';
}
/**
 * Who has most votes among those who can win.
 */
export interface MostVotesStep {
  rule: 'most-votes';
  law?: LawId;
  /**
   * More than one where they are tied.
   *
   * @minItems 1
   */
  options: OptionId[];
  votes: Count;
}
/**
 * Whether the first has the majority.
 */
export interface MajorityStep {
  rule: 'majority';
  law?: LawId;
  option: OptionId;
  votes: Count;
  required: Exact | null;
  inclusive: boolean;
  result: Verdict;
}
/**
 * The places that lead to the second round.
 */
export interface RunoffStep {
  rule: 'runoff';
  law?: LawId;
  /**
   * Those who go on; more than the places where they are tied.
   */
  options: OptionId[];
}
/**
 * A condition that a share must meet.
 */
export interface ConditionStep {
  rule: 'condition';
  law?: LawId;
  condition: 'turnout' | 'majority';
  /**
   * Votes or voters, null where not known.
   */
  counted: Count | null;
  base: Base;
  required: Exact | null;
  inclusive: boolean;
  result: Verdict;
  /**
   * Figures that were not published.
   */
  missing: string[];
}
/**
 * Whether an area has the majority.
 */
export interface AreaStep {
  rule: 'area';
  law?: LawId;
  area: AreaId;
  counted: Count | null;
  /**
   * What the share is taken of.
   */
  votes: Count | null;
  required: Exact | null;
  result: Verdict;
  missing: string[];
}
/**
 * A condition on the areas together.
 */
export interface AreasStep {
  rule: 'areas';
  law?: LawId;
  /**
   * regions-majority: enough areas have the majority. regions-turnout, regions-registered: where that is open, whether the figure that the share is taken of is published for the areas.
   */
  condition: 'regions-majority' | 'regions-turnout' | 'regions-registered';
  areas: number;
  /**
   * Areas that must have the majority.
   */
  required: number;
  hold: number;
  fail: number;
  /**
   * Areas whose figures were not published.
   */
  missing: AreaId[];
  result: Verdict;
}
export interface Declared {
  seats?: {
    [k: string]: number;
  };
  elected?: {
    option?: OptionId;
    name: Text;
    party?: PartyId;
    independent?: boolean;
  }[];
  outcome?: 'adopted' | 'rejected' | 'invalid';
  source: string;
}
