// Generated from schemas/certificate.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ContestId, ElectionId, OptionId, PartyId, PersonId, Text } from '../ids.ts';

/**
 * Id of the article behind the step, from `laws`.
 */
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
  | AreasStep
  | DistrictStep
  | DistrictsStep
  | HeldSeatsStep
  | OverhangStep
  | HouseStep
  | VoterNumberStep
  | QuorumStep
  | UpperStep
  | LowerStep
  | CellStep
  | AgainstAllStep
  | SeatByVotesStep
  | HeldThresholdStep
  | NoListStep
  | AbsoluteMajorityStep
  | BoundStep
  | VacantStep
  | OverAwardStep
  | SubtractedSeatStep
  | RemainderCapStep
  | AverageSeatStep
  | DivisorsStep
  | DivisorSeatStep;
/**
 * What the share is taken of.
 */
export type Base = 'option-votes' | 'valid-votes' | 'cast' | 'registered';
/**
 * Seats of every list after the step.
 */
export type Standing = Seats[];
/**
 * undetermined: a figure that is needed has not been published.
 */
export type Verdict = 'holds' | 'fails' | 'undetermined';
export type Outcome =
  | {
      status: 'allocated';
      seats: Standing;
      held?: Standing;
      districts?: DistrictSeats;
      /**
       * Seats that stay empty, as no list can fill them; none unless given.
       */
      vacant?: number;
    }
  | {
      status: 'elected';
      option: OptionId;
    }
  | {
      status: 'runoff' | 'repeat-voting';
      /**
       * The options that go on.
       */
      options: OptionId[];
      seats?: Standing;
    }
  | {
      status: 'repeat-election';
      seats: Standing;
      /**
       * turnout: too few took part. minimum: no candidate left has the least share, or any vote. against-all: none has more votes than against all. tie: the only candidates are tied.
       */
      reason: 'turnout' | 'minimum' | 'against-all' | 'tie';
    }
  | {
      status: 'lots-required';
      seats: Standing;
      /**
       * The ties to be decided by lot.
       */
      ties: {
        /**
         * The tied options.
         */
        options: OptionId[];
        /**
         * Seats at stake.
         */
        seats: number;
        /**
         * The district of the tie, where it is in one.
         */
        area?: AreaId;
      }[];
      districts?: DistrictSeats;
      held?: Standing;
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
      /**
       * Why.
       */
      code:
        | 'no-list-passes'
        | 'second-place-tied'
        | 'no-second'
        | 'minimum-too-great'
        | 'figures-missing'
        | 'nobody-voted'
        | 'registration-missing'
        | 'outside-districts'
        | 'linked-contest-open'
        | 'several-solutions'
        | 'no-solution'
        | 'house-too-great'
        | 'remainders-exhausted'
        | 'over-award'
        | 'quota-zero'
        | 'divisors-unordered'
        | 'bounds-conflict';
      /**
       * Why, in English, with how to mend it.
       */
      reason: string;
      seats?: Standing;
      /**
       * Seats that no rule gives to anybody.
       */
      unfilled?: number;
      /**
       * Seats that were given beyond those there are.
       */
      overAward?: number;
    }
  | {
      status: 'no-results';
    };
/**
 * Seats by district, where the system has districts.
 */
export type DistrictSeats = {
  /**
   * The district.
   */
  area: AreaId;
  seats: Standing;
}[];
/**
 * Place on the list.
 */
export type Place = number;
/**
 * ballot: stood on the ballot alone. list-order: next on the list. preferences: enough votes of their own. party-decision: named by the party. alphabet: the party has named nobody.
 */
export type Basis = 'ballot' | 'list-order' | 'preferences' | 'party-decision' | 'alphabet';
/**
 * Calendar date.
 */
export type DateText = string;
/**
 * Why the seat was left.
 */
export type Ended = 'declined' | 'resigned' | 'deceased' | 'mandate-ended';
/**
 * party-undecided: the party has named nobody (or nobody who can take it). candidates-missing: the list is not published. list-exhausted: nobody is left on it, the seat stays vacant. no-successor: nobody follows a candidate who stood alone. preferences-missing: votes of candidates are not published. name-missing: a name is not given in the language whose alphabet decides. lots-required: equal candidates, no lot recorded.
 */
export type OpenReason =
  | 'party-undecided'
  | 'candidates-missing'
  | 'list-exhausted'
  | 'no-successor'
  | 'preferences-missing'
  | 'name-missing'
  | 'lots-required';
export type PersonStep =
  | RankingStep
  | PreferenceStep
  | AlphabetStep
  | PassedOverStep
  | PersonTieStep
  | PersonLotUnusedStep
  | DecisionUnusedStep
  | VacancyStep
  | VacancyUnusedStep;
/**
 * One difference between what is declared and what is computed.
 */
export type Difference =
  | {
      of: 'seats';
      option: OptionId;
      /**
       * As declared.
       */
      declared: number;
      /**
       * As computed.
       */
      computed: number;
    }
  | {
      of: 'elected';
      /**
       * As declared.
       */
      declared: OptionId[];
      /**
       * As computed.
       */
      computed: OptionId[];
    }
  | {
      of: 'outcome';
      /**
       * As declared.
       */
      declared: string;
      /**
       * As computed.
       */
      computed: string;
    };

/**
 * How the seats of a contest follow from its votes under the law: inputs, parameters, every step with exact numbers, outcome.
 */
export interface Certificate {
  /**
   * Id of the election.
   */
  election: ElectionId;
  /**
   * Id of the contest.
   */
  contest: ContestId;
  /**
   * Number of the last ledger entry that it rests on.
   */
  revision: number;
  /**
   * The scenario that it was computed under; null: the law in force.
   */
  scenario: Scenario | null;
  /**
   * The electoral system with its parameters, as in election.json.
   */
  system: {
    /**
     * Kind of electoral system.
     */
    type: string;
    [k: string]: unknown;
  };
  /**
   * The articles that the steps cite.
   */
  laws: {
    id: LawId;
    /**
     * How the article is cited, by language.
     */
    title: Text;
    /**
     * Where it can be read.
     */
    url?: string;
  }[];
  inputs: Inputs;
  /**
   * In the order of the law.
   */
  steps: Step[];
  /**
   * The steps and the outcome in sentences, as Markdown, with names in place of ids. It repeats them and decides nothing.
   */
  explanation: {
    /**
     * In English.
     */
    en: string;
    /**
     * In Kazakh.
     */
    kk: string;
    /**
     * In Russian.
     */
    ru: string;
  };
  outcome: Outcome;
  seats: Standing;
  persons?: Persons;
  /**
   * Whether protocols, or votes in them, were still missing, or it is not known that none were.
   */
  provisional: boolean;
  /**
   * How far the result is from another one; null where nothing has been reported.
   */
  margins: Margins | null;
  /**
   * What the authority has declared, as in election.json.
   */
  declared: Declared | null;
  /**
   * Where declared and computed differ.
   */
  differences: Difference[];
}
/**
 * The same votes under other rules.
 */
export interface Scenario {
  /**
   * Id of the scenario, from `scenarios` of election.json.
   */
  id: string;
  /**
   * What it is called.
   */
  name: Text;
  /**
   * What differs from the law in force.
   */
  note?: Text;
}
export interface Inputs {
  /**
   * In ballot order.
   */
  options: {
    option: OptionId;
    /**
     * Kind of option.
     */
    kind: 'list' | 'candidate' | 'against-all' | 'yes' | 'no' | 'not-counted';
    /**
     * Stood on the ballot but can win nothing.
     */
    withdrawn?: boolean;
    /**
     * Place in the order of registration.
     */
    registration?: number;
    /**
     * Null where none were published.
     */
    votes: Count | null;
    /**
     * How many protocols state them.
     */
    protocols: number;
    /**
     * Kind of list that a threshold of its own is set for.
     */
    listKind?: string;
    /**
     * Candidates on the list.
     */
    listLength?: number;
    /**
     * Seats that it holds from another contest.
     */
    held?: number;
  }[];
  /**
   * Counts of the protocols, those that were stated.
   */
  counts: {
    /**
     * Name of the count, as registered.
     */
    count: string;
    sum: Count;
    /**
     * How many protocols state it.
     */
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
    /**
     * Protocols with votes.
     */
    reported: number;
    /**
     * Votes of the options.
     */
    votes: {
      option: OptionId;
      votes: Count;
      /**
       * How many protocols state them.
       */
      protocols: number;
    }[];
    /**
     * Counts of its protocols.
     */
    counts: {
      /**
       * Name of the count.
       */
      count: string;
      sum: Count;
      /**
       * How many protocols state it.
       */
      protocols: number;
    }[];
  }[];
  /**
   * Lots that were drawn, as recorded.
   */
  lots: {
    /**
     * The tied options.
     */
    among: OptionId[];
    /**
     * Seats at stake.
     */
    seats: number;
    /**
     * The district of the tie.
     */
    area?: AreaId;
    /**
     * The options that the lot fell on.
     */
    won: OptionId[];
    /**
     * Who drew the lot, when and where.
     */
    source: string;
  }[];
  /**
   * Seats of other contests that count here and are held by candidates whose party has no list.
   */
  heldOutside?: number;
  /**
   * The contests whose seats count here.
   */
  linked?: {
    /**
     * Id of the contest.
     */
    contest: ContestId;
    /**
     * Its outcome.
     */
    outcome: string;
    /**
     * Whether it can still change.
     */
    provisional: boolean;
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
  /**
   * Whether exactly that many suffice.
   */
  inclusive: boolean;
  /**
   * Whether it meets the condition.
   */
  passes: boolean;
  /**
   * The kind of list that a share of its own applies to.
   */
  listKind?: string;
  /**
   * true: it needs no share, and meets the condition without one.
   */
  exempt?: boolean;
  share?: Exact;
  rounded?: Exact;
  percent?: Exact;
}
/**
 * An exact number.
 */
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
  /**
   * Those lists, in ballot order.
   */
  options: OptionId[];
  /**
   * Where there are several conditions: whether one is enough or all are needed.
   */
  conditions?: 'any' | 'all';
}
/**
 * Exactly one list has passed.
 */
export interface OneListStep {
  rule: 'one-list-passes';
  law?: LawId;
  /**
   * The rule of the law.
   */
  applied: 'takes-all' | 'admit-next';
  /**
   * The list that has passed.
   */
  passed: OptionId;
  /**
   * The list admitted beside it.
   */
  admitted: OptionId | null;
  factor?: Exact;
  /**
   * Least number of seats of the admitted list.
   */
  minimumSeats?: number;
}
/**
 * Votes that a seat costs.
 */
export interface QuotaStep {
  rule: 'quota';
  law?: LawId;
  /**
   * With V votes and S seats. hare: V/S. droop: V/(S+1) rounded down, plus 1. hagenbach-bischoff: V/(S+1). hagenbach-bischoff-rounded: V/(S+1) rounded half up. imperiali: V/(S+2).
   */
  quota: 'hare' | 'droop' | 'hagenbach-bischoff' | 'hagenbach-bischoff-rounded' | 'imperiali';
  votes: Count;
  /**
   * Seats to be distributed.
   */
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
  /**
   * Whole part of the quotient.
   */
  seats: number;
  standing: Standing;
}
export interface Seats {
  option: OptionId;
  /**
   * Its seats.
   */
  seats: number;
}
/**
 * Raised to the least number of seats that the law grants.
 */
export interface MinimumSeatsStep {
  rule: 'minimum-seats';
  law?: LawId;
  option: OptionId;
  /**
   * Seats before.
   */
  from: number;
  /**
   * Seats after.
   */
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
  /**
   * Seats before.
   */
  from: number;
  /**
   * Seats after.
   */
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
  /**
   * The tied options.
   */
  options: OptionId[];
  /**
   * Seats at stake.
   */
  seats: number;
  /**
   * The rule that tells them apart.
   */
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
  /**
   * The options that it was drawn among.
   */
  among: OptionId[];
  /**
   * Seats at stake.
   */
  seats: number;
  /**
   * The options that it fell on.
   */
  won: OptionId[];
  /**
   * Where it is recorded.
   */
  source: string;
  /**
   * not-a-draw: those that won are not as many as the seats, or not among the tied.
   */
  reason: 'no-such-tie' | 'not-a-draw';
  /**
   * The district that it was drawn for.
   */
  area?: AreaId;
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
  /**
   * Votes that are needed; null where the base is not known.
   */
  required: Exact | null;
  /**
   * Whether exactly that many suffice.
   */
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
  /**
   * Places in the second round, where the law states other than two or lets those with a share go on.
   */
  places?: number;
}
/**
 * A condition that a share must meet.
 */
export interface ConditionStep {
  rule: 'condition';
  law?: LawId;
  /**
   * What is asked for. minimum: the least share of a candidate.
   */
  condition: 'turnout' | 'majority' | 'approval' | 'minimum';
  /**
   * Votes or voters, null where not known.
   */
  counted: Count | null;
  base: Base;
  /**
   * Votes or voters that are needed; null where the base is not known.
   */
  required: Exact | null;
  /**
   * Whether exactly that many suffice.
   */
  inclusive: boolean;
  result: Verdict;
  /**
   * Figures that were not published.
   */
  missing: string[];
  /**
   * The candidate, where the share is that of one.
   */
  option?: OptionId;
}
/**
 * Whether an area has the majority.
 */
export interface AreaStep {
  rule: 'area';
  law?: LawId;
  area: AreaId;
  /**
   * Yes votes; null where not known.
   */
  counted: Count | null;
  /**
   * What the share is taken of.
   */
  votes: Count | null;
  /**
   * Votes that are needed; null where the base is not known.
   */
  required: Exact | null;
  result: Verdict;
  /**
   * Figures that were not published.
   */
  missing: string[];
  weight?: Exact;
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
  /**
   * How many areas there are.
   */
  areas: number;
  /**
   * Areas that must have the majority; where areas are weighed, the weights decide.
   */
  required: number;
  /**
   * Areas that have the majority.
   */
  hold: number;
  /**
   * Areas that have not.
   */
  fail: number;
  /**
   * Areas whose figures were not published.
   */
  missing: AreaId[];
  result: Verdict;
  /**
   * false: more than the share of the areas is needed. Exactly that many suffice where it is absent.
   */
  inclusive?: boolean;
  /**
   * The same by weight, which decides where the law weighs areas.
   */
  weights?: {
    total: Exact;
    required: Exact;
    hold: Exact;
    fail: Exact;
  };
}
/**
 * The steps that follow, up to the next district or the total, are those of this district.
 */
export interface DistrictStep {
  rule: 'district';
  law?: LawId;
  /**
   * The district.
   */
  area: AreaId;
  /**
   * Seats of the district.
   */
  seats: number;
  /**
   * The lists that share them, in ballot order.
   */
  options: OptionId[];
}
/**
 * The seats of all districts together.
 */
export interface DistrictsStep {
  rule: 'districts';
  law?: LawId;
  standing: Standing;
}
/**
 * Seats won in other contests that count towards the share of each list.
 */
export interface HeldSeatsStep {
  rule: 'held-seats';
  law?: LawId;
  held: Standing;
  /**
   * Seats held by others.
   */
  outside: number;
  /**
   * Seats of the house as the law states it.
   */
  house: number;
  /**
   * Seats that the lists share: those of the house less those held by others.
   */
  seats: number;
}
/**
 * A list holds more seats than its share.
 */
export interface OverhangStep {
  rule: 'overhang';
  law?: LawId;
  option: OptionId;
  /**
   * Seats that are its share.
   */
  entitled: number;
  /**
   * Seats that it holds.
   */
  held: number;
  /**
   * How many it holds beyond its share.
   */
  overhang: number;
  /**
   * kept: the house grows. absorbed: the other lists share fewer. none: not given.
   */
  treatment: 'kept' | 'absorbed' | 'none';
  standing: Standing;
}
/**
 * The house grows.
 */
export interface HouseStep {
  rule: 'house';
  law?: LawId;
  /**
   * Seats before.
   */
  from: number;
  /**
   * Seats after.
   */
  seats: number;
  /**
   * overhang: seats beyond a share are kept. levelling: the least number for which no list holds more than its share.
   */
  reason: 'overhang' | 'levelling';
}
/**
 * How many voters of a district stand behind a list.
 */
export interface VoterNumberStep {
  rule: 'voter-number';
  law?: LawId;
  area: AreaId;
  option: OptionId;
  votes: Count;
  /**
   * Seats of the district.
   */
  seats: number;
  quotient: Exact;
  voters: Exact;
}
/**
 * Whether a list meets one of the alternatives of a quorum. Of the districts, the one where it passes or, where it passes in none, comes nearest.
 */
export interface QuorumStep {
  rule: 'quorum';
  law?: LawId;
  option: OptionId;
  /**
   * The district; absent where it is the whole contest.
   */
  area?: AreaId;
  votes: Count;
  required: Exact;
  /**
   * Whether exactly that many suffice.
   */
  inclusive: boolean;
  /**
   * Whether it has them.
   */
  passes: boolean;
}
/**
 * The seats of the house shared among the lists by their voters.
 */
export interface UpperStep {
  rule: 'upper-apportionment';
  law?: LawId;
  /**
   * Seats of the house.
   */
  seats: number;
  /**
   * Voters a seat; null where the last seats are tied.
   */
  divisor: Exact | null;
  /**
   * The lists that take part, in ballot order.
   */
  lists: {
    option: OptionId;
    voters: Exact;
    /**
     * Its seats: voters divided by the divisor, rounded to the nearest whole number.
     */
    seats: number;
  }[];
}
/**
 * The divisors by which seats of districts and of lists are met at once.
 */
export interface LowerStep {
  rule: 'lower-apportionment';
  law?: LawId;
  /**
   * The districts.
   */
  districts: {
    area: AreaId;
    /**
     * Seats of the district.
     */
    seats: number;
    divisor: Exact;
  }[];
  /**
   * The lists that take part.
   */
  lists: {
    option: OptionId;
    /**
     * Seats of the list.
     */
    seats: number;
    divisor: Exact;
  }[];
  /**
   * Seats that changed lists until those of every list were met.
   */
  transfers: number;
  /**
   * Whether no other distribution satisfies the law.
   */
  unique: boolean;
}
/**
 * Seats of a list in a district.
 */
export interface CellStep {
  rule: 'cell';
  law?: LawId;
  area: AreaId;
  option: OptionId;
  votes: Count;
  quotient: Exact;
  /**
   * The quotient rounded to the nearest whole number.
   */
  seats: number;
}
/**
 * Against all can win: who has not more votes is not elected.
 */
export interface AgainstAllStep {
  rule: 'against-all';
  law?: LawId;
  votes: Count;
  /**
   * Candidates with more votes: only they can win.
   */
  options: OptionId[];
}
/**
 * Seats for the candidates with most votes.
 */
export interface SeatByVotesStep {
  rule: 'seats-by-votes';
  law?: LawId;
  /**
   * Seats of the contest.
   */
  seats: number;
  /**
   * Those elected, most votes first.
   */
  options: OptionId[];
  /**
   * Their votes, in the same order.
   */
  votes: Count[];
}
/**
 * Whether a list holds the seats of another contest that it needs.
 */
export interface HeldThresholdStep {
  rule: 'held-threshold';
  law?: LawId;
  option: OptionId;
  /**
   * Seats that it holds.
   */
  held: number;
  /**
   * Seats that it needs.
   */
  required: number;
  /**
   * Whether it meets the condition.
   */
  passes: boolean;
}
/**
 * No list has passed.
 */
export interface NoListStep {
  rule: 'no-list-passes';
  law?: LawId;
  /**
   * The rule of the law.
   */
  applied: 'undetermined' | 'all-admitted' | 'seats-vacant' | 'repeat-voting';
  /**
   * The lists with votes, in ballot order.
   */
  options: OptionId[];
}
/**
 * A list has more than half of the votes, and is to have more than half of the seats.
 */
export interface AbsoluteMajorityStep {
  rule: 'absolute-majority';
  law?: LawId;
  option: OptionId;
  votes: Count;
  required: Exact;
  /**
   * Seats to be distributed.
   */
  house: number;
  /**
   * More than half of them.
   */
  minimum: number;
}
/**
 * A list is held to a number of seats, since the formula would take it past a limit.
 */
export interface BoundStep {
  rule: 'bound';
  law?: LawId;
  option: OptionId;
  /**
   * The limit. list-length: it has no more candidates.
   */
  bound: 'list-length' | 'maximum' | 'minimum' | 'absolute-majority';
  /**
   * Seats that the formula gives it; one that it is tied for is counted with a greatest number.
   */
  computed: number;
  /**
   * Seats that it has instead.
   */
  seats: number;
  /**
   * Seats then left for the lists that are not held to a number; they are distributed anew.
   */
  left: number;
}
/**
 * Seats that stay empty, as no list can fill them.
 */
export interface VacantStep {
  rule: 'vacant-seats';
  law?: LawId;
  /**
   * How many.
   */
  seats: number;
}
/**
 * Whole parts come to more than the seats.
 */
export interface OverAwardStep {
  rule: 'over-award';
  law?: LawId;
  /**
   * The rule of the law.
   */
  applied: 'fail' | 'subtract-smallest-remainder';
  /**
   * What whole parts come to.
   */
  given: number;
  /**
   * Seats to be distributed.
   */
  seats: number;
}
/**
 * One seat fewer for the smallest fractional part.
 */
export interface SubtractedSeatStep {
  rule: 'subtracted-seat';
  law?: LawId;
  option: OptionId;
  remainder: Exact;
  standing: Standing;
}
/**
 * No more seats go to remainders.
 */
export interface RemainderCapStep {
  rule: 'remainder-cap';
  law?: LawId;
  /**
   * How many went to them.
   */
  cap: number;
  /**
   * Seats that are left, for most votes per seat.
   */
  left: number;
}
/**
 * One more seat for most votes per seat.
 */
export interface AverageSeatStep {
  rule: 'average-seat';
  law?: LawId;
  option: OptionId;
  votes: Count;
  /**
   * Seats that it has before.
   */
  held: number;
  average: Exact;
  standing: Standing;
}
/**
 * The divisors of a highest-averages formula.
 */
export interface DivisorsStep {
  rule: 'divisors';
  law?: LawId;
  /**
   * Their name; sequence: those that the law lists, in `sequence`.
   */
  divisors:
    | 'dhondt'
    | 'sainte-lague'
    | 'danish'
    | 'imperiali'
    | 'macau'
    | 'adams'
    | 'dean'
    | 'huntington-hill'
    | 'sequence';
  first?: Exact;
  /**
   * The first divisors.
   */
  sequence?: Exact[];
  add?: Exact;
  votes: Count;
  /**
   * Seats to be distributed.
   */
  seats: number;
}
/**
 * One more seat for the highest quotient.
 */
export interface DivisorSeatStep {
  rule: 'divisor-seat';
  law?: LawId;
  option: OptionId;
  votes: Count;
  /**
   * Seats that it has before, with those of another contest where they count.
   */
  held: number;
  divisor: Exact;
  /**
   * Votes divided by the divisor, or the square of that; null where the divisor is 0, which is above every number.
   */
  quotient: Exact | null;
  /**
   * true: divisor and quotient are given as squares, since their roots are no exact numbers (Huntington-Hill).
   */
  squared: boolean;
  standing: Standing;
}
/**
 * Who takes the seats of each option.
 */
export interface Persons {
  /**
   * Those who hold or held a seat, by option in ballot order, then seat, then time.
   */
  elected: ElectedPerson[];
  /**
   * Seats that nobody holds, with the reason.
   */
  open: OpenSeats[];
  /**
   * Whether the mandates of each list meet the group quota, where the law asks it of mandates.
   */
  quotas: MandateQuota[];
  /**
   * How it came about: first the seats as won, option by option, then vacancies by date.
   */
  steps: PersonStep[];
}
/**
 * A person who holds or held a seat.
 */
export interface ElectedPerson {
  option: OptionId;
  /**
   * Number of the seat among those of the option, from 1.
   */
  seat: number;
  order: Place;
  /**
   * Id of the person, where the candidates table gives one.
   */
  person?: PersonId;
  /**
   * Name by language.
   */
  name: Text;
  /**
   * Party id.
   */
  party?: PartyId;
  /**
   * Self-nominated.
   */
  independent?: boolean;
  basis: Basis;
  law?: LawId;
  since?: DateText;
  until?: DateText;
  ended?: Ended;
}
/**
 * Seats of an option that nobody holds.
 */
export interface OpenSeats {
  option: OptionId;
  /**
   * How many.
   */
  seats: number;
  reason: OpenReason;
  law?: LawId;
}
/**
 * Whether the mandates of a list meet the group quota.
 */
export interface MandateQuota {
  option: OptionId;
  /**
   * Who counts; a person of several groups counts once.
   */
  groups: ('woman' | 'youth' | 'disability')[];
  /**
   * The least share, exact decimal.
   */
  percent: string;
  /**
   * Mandates that the list has received, open seats included.
   */
  mandates: number;
  required: Exact;
  /**
   * Holders who are known to belong to a group.
   */
  members: number;
  /**
   * Those, the holders of whom it is not known, and open seats that may still be taken.
   */
  possible: number;
  /**
   * The same group by group; who belongs to several stands in each.
   *
   * Items: Holders of one group.
   */
  byGroup: {
    /**
     * The group.
     */
    group: 'woman' | 'youth' | 'disability';
    /**
     * Holders known to belong to it.
     */
    members: number;
  }[];
  result: Verdict;
  law?: LawId;
}
/**
 * In which order the candidates of a list take its seats.
 */
export interface RankingStep {
  rule: 'ranking';
  law?: LawId;
  option: OptionId;
  /**
   * The rule. preferences: those who reach the threshold first. party-decision: those named, then by the alphabet if the party names nobody more.
   */
  by: 'list-order' | 'preferences' | 'party-decision';
  /**
   * Places on the list in that order.
   */
  orders: Place[];
}
/**
 * Which candidates have enough votes of their own.
 */
export interface PreferenceStep {
  rule: 'preference-threshold';
  law?: LawId;
  option: OptionId;
  /**
   * What the share is taken of.
   */
  of: 'list-votes' | 'quota';
  base: Exact;
  /**
   * The share, exact decimal.
   */
  percent: string;
  required: Exact;
  /**
   * Whether exactly that many suffice.
   */
  inclusive: boolean;
  /**
   * Those who have them, most votes first.
   *
   * Items: A candidate.
   */
  reached: {
    order: Place;
    /**
     * Votes of their own.
     */
    preferences: number;
  }[];
}
/**
 * The party has named nobody more: those left, in alphabetical order.
 */
export interface AlphabetStep {
  rule: 'alphabet';
  law?: LawId;
  option: OptionId;
  /**
   * Language of the alphabet.
   */
  language: string;
  date: DateText;
  /**
   * Who says so.
   */
  source: string;
  /**
   * Places on the list in that order.
   */
  orders: Place[];
}
/**
 * A candidate whose turn it was and who does not take a seat.
 */
export interface PassedOverStep {
  rule: 'passed-over';
  law?: LawId;
  option: OptionId;
  order: Place;
  /**
   * withdrawn, deceased: says the candidates table. other-mandate: keeps that of `contest`. named-twice: stands there before. not-on-list: named by the party, but no such place is published.
   */
  because: 'withdrawn' | 'deceased' | 'other-mandate' | 'named-twice' | 'not-on-list';
  /**
   * The contest whose mandate is kept.
   */
  contest?: ContestId;
}
/**
 * More candidates who are equal than seats.
 */
export interface PersonTieStep {
  rule: 'person-tie';
  law?: LawId;
  option: OptionId;
  /**
   * The tied.
   */
  among: Place[];
  /**
   * Seats at stake.
   */
  seats: number;
  /**
   * Those on whom the recorded lot fell; empty where there is none.
   */
  won: Place[];
  /**
   * Who drew the lot.
   */
  source?: string;
}
/**
 * A recorded lot that fits no tie, so that it decided nothing.
 */
export interface PersonLotUnusedStep {
  rule: 'person-lot-unused';
  law?: LawId;
  option: OptionId;
  /**
   * As recorded.
   */
  among: Place[];
  /**
   * As recorded.
   */
  seats: number;
  /**
   * As recorded.
   */
  won: Place[];
  /**
   * As recorded.
   */
  source: string;
}
/**
 * A recorded decision of a party that decided nothing.
 */
export interface DecisionUnusedStep {
  rule: 'decision-unused';
  law?: LawId;
  option: OptionId;
  date: DateText;
  /**
   * As recorded.
   */
  source: string;
  /**
   * no-seats: the option has none. other-rule: its seats are not given by decision of the party.
   */
  because: 'no-seats' | 'other-rule';
}
/**
 * A seat became vacant, and who follows.
 */
export interface VacancyStep {
  rule: 'vacancy';
  law?: LawId;
  option: OptionId;
  /**
   * The seat.
   */
  seat: number;
  order: Place;
  reason: Ended;
  date: DateText;
  /**
   * Who says so.
   */
  source: string;
  /**
   * Who follows; null where the seat stays open.
   */
  successor: Place | null;
}
/**
 * A recorded vacancy of a seat that the person does not hold.
 */
export interface VacancyUnusedStep {
  rule: 'vacancy-unused';
  law?: LawId;
  option: OptionId;
  order?: Place;
  date: DateText;
  /**
   * As recorded.
   */
  source: string;
}
/**
 * How far the result is from another one.
 */
export interface Margins {
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
   * final: nothing is missing. decided: no completion of the missing protocols changes the result, as long as no more ballots are cast than voters are registered there. open: the bounds leave more than one result. unbounded: no bound is known, of the missing votes or for this electoral system.
   */
  state: 'final' | 'decided' | 'open' | 'unbounded';
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
  /**
   * What would turn one seat, all other numbers being as they are; null where the outcome gives no seats, or no number of further votes does.
   */
  lastSeat: LastSeat | null;
  /**
   * How far each list is from the threshold, in ballot order; empty without one.
   */
  thresholds: ThresholdDistance[];
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
 * What the authority has declared.
 */
export interface Declared {
  /**
   * Seats by option.
   */
  seats?: {
    [k: string]: number;
  };
  /**
   * Persons declared elected.
   */
  elected?: {
    option?: OptionId;
    /**
     * Name of the person.
     */
    name: Text;
    /**
     * Party id.
     */
    party?: PartyId;
    /**
     * Self-nominated.
     */
    independent?: boolean;
  }[];
  /**
   * Of a referendum.
   */
  outcome?: 'adopted' | 'rejected' | 'invalid';
  /**
   * Source ids separated by semicolons.
   */
  source: string;
}
