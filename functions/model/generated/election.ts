// Generated from schemas/election.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ContestId, ElectionId, OptionId, PartyId, Text } from '../ids.ts';

/**
 * Calendar date, as 2023-03-19.
 */
export type Date = string;
/**
 * ISO 639 code.
 */
export type Language = string;
/**
 * Web address, http or https, of characters that an address may hold (RFC 3987).
 */
export type Url = string;
/**
 * Id of a source.
 */
export type SourceId = string;
/**
 * Id of the article, from `laws`.
 */
export type LawId = string;
/**
 * A whole number, at most 2^53 − 1.
 */
export type Count = number;
export type System = PartyList | Plurality | TwoRound | Referendum | Biproportional;
/**
 * With s seats already: dhondt s+1; sainte-lague 2s+1; danish 3s+1; imperiali s+2; macau 2^s; adams s; dean 2s(s+1)/(2s+1); huntington-hill √(s(s+1)), compared by squares. A divisor of 0 gives every list with votes a seat.
 */
export type DivisorName =
  'dhondt' | 'sainte-lague' | 'danish' | 'imperiali' | 'macau' | 'adams' | 'dean' | 'huntington-hill';
/**
 * Exact decimal or fraction, as "0.7" or "2/3".
 */
export type Ratio = string;
/**
 * What a list must have to take part in the distribution.
 */
export type Threshold =
  | ShareThreshold
  | {
      /**
       * A list passes that meets one of them.
       *
       * @minItems 1
       */
      any: (ShareThreshold | HeldThreshold)[];
      law?: LawId;
    }
  | {
      /**
       * A list passes that meets all of them.
       *
       * @minItems 1
       */
      all: (ShareThreshold | HeldThreshold)[];
      law?: LawId;
    };
/**
 * Exact decimal, as "5" or "2.5".
 */
export type Percent = string;
/**
 * What a share is taken of. option-votes: votes for the options that can win. valid-votes: those and the votes against all. cast: voters who took part (where not reported: all votes and the invalid ballots). registered: voters on the lists.
 */
export type Base = 'option-votes' | 'valid-votes' | 'cast' | 'registered';
/**
 * Who takes the seats of a list: the candidates in the order of the list, those with enough votes of their own first (preferences), or those whom the party names after the vote.
 */
export type PersonsRule = ('list-order' | 'party-decides') | Preferences | PartyDecides;
/**
 * Place on the list, as in the column `order` of the candidates table.
 */
export type Place = number;
/**
 * Where a canonical column comes from: a column, a fixed value, a part or a translation of a column, or several joined.
 */
export type Column =
  | ColumnPlace
  | {
      /**
       * The value.
       */
      value: string;
    }
  | {
      column: ColumnPlace;
      /**
       * Only the text before the first of these characters, as the area in 87.01.
       */
      before?: string;
      /**
       * Only so many characters from the start.
       */
      first?: number;
      /**
       * Values in the file and what they stand for.
       */
      values?: {
        /**
         * Value in the file.
         */
        from: string;
        /**
         * Canonical value.
         */
        to: string;
      }[];
    }
  | {
      /**
       * The columns, by name or by position.
       *
       * @minItems 2
       */
      join: ColumnPlace[];
      /**
       * What is put between them, as a point.
       */
      with: string;
    };
/**
 * A column of the file, by name, by position, or by a pattern of its name.
 */
export type ColumnPlace =
  | string
  | number
  | {
      /**
       * The header's name with * for any text, as *registered*; in any case of letters.
       */
      like: string;
    };
/**
 * What the cell says, whatever the case of its letters, with * for any text; an empty text for an empty cell.
 *
 * @minItems 1
 * @maxItems 50
 */
export type CellPatterns = string[];

/**
 * The definition of an election: its areas, parties, contests, law, licence and sources. Uploaded as uploads/<election>/election.json.
 */
export interface ElectionDefinition {
  /**
   * Path or address of this schema, so that an editor completes and checks the file.
   */
  $schema?: string;
  id: ElectionId;
  /**
   * Name of the election, in every language of the election.
   */
  name: Text;
  date: Date;
  /**
   * ISO 3166-1 alpha-2 code.
   */
  country: string;
  /**
   * Languages in which names are given; the first is the main one.
   *
   * @minItems 1
   */
  languages: Language[];
  /**
   * Offset of local times without one of their own, as +06:00.
   */
  utcOffset: string;
  /**
   * Who declares the result.
   */
  authority: {
    /**
     * Its name.
     */
    name: Text;
    url?: Url;
  };
  /**
   * Licence under which the releases are published.
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
    url: Url;
  };
  /**
   * Where the numbers come from; cells of a `source` column name these ids, separated by semicolons.
   */
  sources: Source[];
  /**
   * Present when the protocols are made up: the real election whose totals they sum to, and the seed.
   */
  synthetic?: {
    /**
     * Id of the real election.
     */
    of: ElectionId;
    /**
     * Seed of the random numbers: same seed, same bytes.
     */
    seed: number;
  };
  /**
   * What a reader of the data must know, published with every release.
   */
  notes?: Text[];
  /**
   * Articles that parameters of a system refer to by id.
   */
  laws: Law[];
  /**
   * The tree of areas; a parent stands before its children.
   *
   * @minItems 1
   */
  areas: Area[];
  /**
   * Parties that options name by id.
   */
  parties: Party[];
  /**
   * Electoral systems by id, each a partyList, plurality, twoRound or referendum as below; several contests may share one.
   */
  systems: {
    [k: string]: System;
  };
  /**
   * What is voted on: a party list, a district, an office, a question. Each has its own ballot.
   *
   * @minItems 1
   */
  contests: Contest[];
  /**
   * The same votes under other rules: each is allocated beside the law in force and published as allocation/<contest>.<scenario>.json.
   */
  scenarios?: Scenario[];
  comparedWith?: Comparison;
  oneMandate?: OneMandate;
  /**
   * Mappings of files whose header is not the canonical one; the first whose `files` fits is used.
   */
  tables?: Table[];
  /**
   * Warnings that this election treats as errors, by finding code.
   */
  severity?: {
    [k: string]: 'error';
  };
  /**
   * Parameters of warnings.
   */
  limits?: {
    invalidSharePercent?: Percent;
    blankSharePercent?: Percent;
    castIssuedPercent?: Percent;
    /**
     * Ballots that must be missing as well; 15 unless given.
     */
    castIssuedBallots?: number;
    contestCastPercent?: Percent;
    /**
     * Ballots that it must exceed as well; 15 unless given.
     */
    contestCastBallots?: number;
    turnoutPercentTolerance?: Percent;
    /**
     * Most voters that a station may have, 3000 in Kazakhstan; not checked unless given.
     */
    stationVoters?: number;
    listLengthPercent?: Percent;
    /**
     * Least age of a candidate on the day of the election; not checked unless given.
     */
    candidateAge?: number;
  };
}
export interface Source {
  id: SourceId;
  /**
   * Who published what, and when.
   */
  title: string;
  url?: Url;
}
export interface Law {
  id: LawId;
  /**
   * How the article is cited.
   */
  title: Text;
  url?: Url;
}
export interface Area {
  /**
   * Id that `area` cells and contests name, as an ISO 3166-2 code.
   */
  id: AreaId;
  /**
   * Kind of area.
   */
  type: 'country' | 'region' | 'district' | 'municipality' | 'abroad';
  /**
   * The area it lies in; the root has none.
   */
  parent?: AreaId;
  /**
   * Name of the area.
   */
  name: Text;
  /**
   * Remark, published in areas.csv.
   */
  note?: Text;
  stations?: Count;
  source?: SourceId;
  /**
   * Its place among its sisters on a map of tiles of one size, where it is not to be derived from their order.
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
}
export interface Party {
  /**
   * Id that options and persons name.
   */
  id: PartyId;
  /**
   * Name of the party.
   */
  name: Text;
  /**
   * Short name.
   */
  abbreviation?: string;
  /**
   * Colour for charts, as #1e90ff.
   */
  colour?: string;
}
/**
 * Seats shared among lists.
 */
export interface PartyList {
  type: 'party-list';
  /**
   * Seats to be distributed.
   */
  seats: number;
  seatsLaw?: LawId;
  /**
   * How votes become seats.
   */
  formula: LargestRemainder | HighestAverages;
  threshold?: Threshold;
  /**
   * What happens when exactly one list passes; without it, it takes every seat.
   */
  oneListPasses?:
    | {
        rule: 'takes-all';
        law?: LawId;
      }
    | {
        rule: 'admit-next';
        factor: Ratio;
        /**
         * Seats that it gets at least.
         */
        minimumSeats: number;
        law?: LawId;
      };
  /**
   * What happens when no list passes; without it, the outcome is undetermined.
   */
  noListPasses?: {
    /**
     * undetermined: the law is silent. all-admitted: every list with votes takes part. seats-vacant: no seat is given. repeat-voting: the lists stand again.
     */
    rule: 'undetermined' | 'all-admitted' | 'seats-vacant' | 'repeat-voting';
    law?: LawId;
  };
  /**
   * Seats that every list which takes part has at least; the rest are distributed anew among the others.
   */
  minimumSeats?: {
    /**
     * The least number.
     */
    seats: number;
    law?: LawId;
  };
  /**
   * Seats that no list has more of; the rest are distributed anew among the others.
   */
  maximumSeats?: {
    /**
     * The greatest number.
     */
    seats: number;
    law?: LawId;
  };
  /**
   * A list with more than half of the votes has more than half of the seats; the rest are distributed anew among the others.
   */
  absoluteMajority?: {
    base: Base;
    law?: LawId;
  };
  /**
   * What becomes of seats that a list is too short for; without it, they go to the others.
   */
  listExhaustion?: {
    /**
     * others: distributed anew by the formula among the lists that are not exhausted, again and again. vacant: they stay empty.
     */
    rule: 'others' | 'vacant';
    law?: LawId;
  };
  /**
   * How equal claims to a seat are told apart, in this order; lots stops the contest until they are drawn.
   *
   * @minItems 1
   */
  ties: ('earlier-registration' | 'more-votes' | 'lots')[];
  tiesLaw?: LawId;
  persons?: PersonsRule;
  personsLaw?: LawId;
  vacancyLaw?: LawId;
  /**
   * Least share of a list, or of its mandates, that persons of these groups make up together.
   */
  groupQuota?: {
    percent: Percent;
    /**
     * Flags of the candidates table that count towards the quota.
     *
     * @minItems 1
     */
    groups: ('woman' | 'youth' | 'disability')[];
    /**
     * What the quota holds for: the list as registered (a finding warns), the mandates received (the certificate tells). The list alone unless given.
     *
     * @minItems 1
     */
    of?: ('list' | 'mandates')[];
    law?: LawId;
    mandatesLaw?: LawId;
  };
  districts?: Districts;
  /**
   * Mixed compensatory system: `seats` is the whole house, the seats won in other contests count towards the share of each list, and the list fills what is missing. Seats won by those whose party has no list that takes part come off the house first.
   */
  compensation?: {
    /**
     * The contests whose seats count towards the share of a list: those won by candidates of the party of the list.
     *
     * @minItems 1
     * @maxItems 10000
     */
    contests: ContestId[];
    /**
     * What follows where a list holds more seats than its share. kept: it keeps them and the house grows by as many. levelled: the house grows until no list holds more than its share. absorbed: it keeps them, the house does not grow, and the other lists share what is left. none: only its share is filled; a seat beyond it is not given.
     */
    overhang: 'kept' | 'levelled' | 'absorbed' | 'none';
    law?: LawId;
    overhangLaw?: LawId;
  };
}
/**
 * Each list has the whole part of its votes divided by a quota; the seats left go one by one to the largest remainders.
 */
export interface LargestRemainder {
  type: 'largest-remainder';
  /**
   * With V votes of the lists that take part and S seats. hare: V/S. droop: V/(S+1) rounded down, plus 1. hagenbach-bischoff: V/(S+1). hagenbach-bischoff-rounded: V/(S+1) rounded half up. imperiali: V/(S+2). Never rounded unless it says so.
   */
  quota: 'hare' | 'droop' | 'hagenbach-bischoff' | 'hagenbach-bischoff-rounded' | 'imperiali';
  /**
   * Where whole parts come to more than the seats: fail, which is the default, leaves the outcome undetermined; subtract-smallest-remainder takes them one by one from the smallest remainders.
   */
  overAward?: 'fail' | 'subtract-smallest-remainder';
  overAwardLaw?: LawId;
  /**
   * A limit to the seats that go to remainders, with what follows.
   */
  remainderCap?: {
    /**
     * How many seats go to remainders at most, as 5.
     */
    seats: number;
    /**
     * votes-per-seat: each seat further goes to the list with most votes per seat that it already has; a list without seats has no such number.
     */
    after: 'votes-per-seat';
    law?: LawId;
  };
  law?: LawId;
}
/**
 * Each seat goes to the list with the highest quotient of its votes and a divisor, which grows with its seats.
 */
export interface HighestAverages {
  type: 'highest-averages';
  /**
   * What votes are divided by, seat after seat.
   */
  divisors:
    | DivisorName
    | {
        /**
         * The first divisors, as ["1.4", "3", "5"]. A first divisor of 0 gives every list with votes a seat.
         *
         * @minItems 1
         * @maxItems 1000
         */
        sequence: Ratio[];
        add?: Ratio;
      };
  first?: Ratio;
  /**
   * counted: the divisors of a list begin after the seats that it holds from another contest (additional member system); only seats beyond those are given.
   */
  heldSeats?: 'counted';
  law?: LawId;
}
/**
 * A share of votes that a list needs.
 */
export interface ShareThreshold {
  percent: Percent;
  base: Base;
  /**
   * true: exactly this share suffices; false: more is needed.
   */
  inclusive: boolean;
  /**
   * Other shares for kinds of list, as 8 for a coalition.
   *
   * @minItems 1
   *
   * Items: The share that lists of one kind need.
   */
  byKind?: {
    /**
     * The `listKind` of the options.
     */
    listKind: string;
    percent: Percent;
    law?: LawId;
  }[];
  /**
   * Lists that need no share of votes, as those of national minorities.
   */
  exempt?: OptionId[];
  exemptLaw?: LawId;
  /**
   * Where the law rounds the share before it is compared: decimals of the percentage, rounded half up. Not rounded unless given.
   */
  decimals?: number;
  law?: LawId;
}
/**
 * Seats of another contest that a list needs, as three constituencies.
 */
export interface HeldThreshold {
  /**
   * How many it holds at least.
   */
  heldSeats: number;
  law?: LawId;
}
/**
 * Candidates with enough votes of their own come first, those with most of them before the others; then the order of the list. The votes stand in the column `preferences` of the candidates table.
 */
export interface Preferences {
  rule: 'preferences';
  percent: Percent;
  /**
   * What the share is taken of. list-votes: votes of the list. quota: votes of all lists divided by the seats, never rounded.
   */
  of: 'list-votes' | 'quota';
  /**
   * true: exactly this share suffices; false: more is needed.
   */
  inclusive: boolean;
  /**
   * Which of two candidates with equally many votes comes first.
   */
  ties: 'list-order' | 'lots';
  law?: LawId;
}
/**
 * The party names who takes its seats; if it names nobody in time, they go by the alphabet.
 */
export interface PartyDecides {
  rule: 'party-decides';
  /**
   * What follows once `decisions` say that the party names nobody more.
   */
  otherwise: {
    order: 'alphabet';
    /**
     * Language of the alphabet. Compared is the column `sort_name`, else the name in this language, word by word: family names must stand first.
     */
    language: 'en' | 'kk' | 'ru';
    law?: LawId;
  };
}
/**
 * The districts that seats are filled in.
 */
export interface Districts {
  /**
   * Every district, in the order of the law; their seats sum to those of the system.
   *
   * @minItems 1
   * @maxItems 10000
   *
   * Items: A district and its seats.
   */
  areas: {
    /**
     * The district: an area inside that of the contest.
     */
    area: AreaId;
    /**
     * Seats of the district.
     */
    seats: number;
  }[];
  threshold?: Share;
  law?: LawId;
}
/**
 * A share of votes or voters, with its base and whether exactly that much suffices.
 */
export interface Share {
  percent: Percent;
  base: Base;
  /**
   * true: exactly this share suffices; false: more is needed.
   */
  inclusive: boolean;
  law?: LawId;
}
/**
 * Seats won by the candidates with most votes: one, or as many as `seats`.
 */
export interface Plurality {
  type: 'plurality';
  law?: LawId;
  /**
   * What a tie for the last seat leads to.
   */
  tie: 'repeat-voting' | 'lots';
  tieLaw?: LawId;
  /**
   * Seats of the contest; one unless given.
   */
  seats?: number;
  seatsLaw?: LawId;
  /**
   * With tie repeat-voting: what follows when the tied are the only candidates. repeat-election: a new election with new candidates. Unless given, they are voted on again.
   */
  twoTied?: 'repeat-voting' | 'repeat-election';
  turnout?: Share;
  minimum?: Share;
  /**
   * can-win: a candidate who has not more votes than against all wins nothing. Unless given, against all cannot win.
   */
  againstAll?: 'cannot-win' | 'can-win';
  againstAllLaw?: LawId;
  /**
   * What follows for seats that nobody has won, for want of turnout, of votes or because of against all. repeat-voting: another vote among the same candidates; repeat-election: a new election with new ones. A new election unless given.
   */
  nobodyWins?: 'repeat-voting' | 'repeat-election';
  nobodyWinsLaw?: LawId;
}
/**
 * A majority in the first round, else a second among the first few: two unless the law lets more advance.
 */
export interface TwoRound {
  type: 'two-round';
  /**
   * Which round the contest is; in the second, more votes than the other suffice.
   */
  round: 1 | 2;
  majority: Share;
  law?: LawId;
  runoffLaw?: LawId;
  turnout?: Share;
  minimum?: Share;
  /**
   * How many go on to the second round; two unless given.
   */
  advance?: number;
  advanceShare?: Share;
  /**
   * What a tie for the last place in the second round leads to. Unless given, it is undetermined: the law does not say.
   */
  runoffTie?: 'undetermined' | 'all-tied-advance' | 'earlier-registration' | 'lots';
  runoffTieLaw?: LawId;
  /**
   * What a tie in the second round leads to; repeat voting unless given.
   */
  secondRoundTie?: 'repeat-voting' | 'repeat-election' | 'earlier-registration' | 'lots';
  secondRoundTieLaw?: LawId;
}
/**
 * A question answered yes or no.
 */
export interface Referendum {
  type: 'referendum';
  turnout?: Share;
  majority: Share;
  approval?: Share;
  /**
   * Double majority: in how many of these areas the majority is needed too.
   */
  regions?: {
    /**
     * The areas, each with its own majority.
     *
     * @minItems 1
     */
    areas: AreaId[];
    atLeast: Ratio;
    /**
     * false: more than `atLeast` is needed, as more than half of the cantons. Exactly that many suffice unless given.
     */
    inclusive?: boolean;
    /**
     * How much an area counts, as "1/2" for a Swiss half-canton; one unless given.
     */
    weights?: {
      [k: string]: Ratio;
    };
    majority: Share;
    law?: LawId;
  };
}
/**
 * Double proportional (double Pukelsheim): seats go to the lists by their voters in the whole contest (Sainte-Laguë), then to the lists in each district so that both the seats of the districts and those of the lists are met, each quotient of votes, district divisor and list divisor being rounded to the nearest whole number.
 */
export interface Biproportional {
  type: 'biproportional';
  /**
   * Seats of the house.
   */
  seats: number;
  districts: Districts;
  /**
   * A list takes part when it meets one of these; without a quorum every list with votes does.
   */
  quorum?: {
    district?: Share;
    overall?: Share;
    law?: LawId;
  };
  /**
   * What the lists share the house by. rounded: votes of a district divided by its seats, rounded to the nearest whole number, half up, summed over the districts (each voter has as many votes as the district has seats). exact: the same, not rounded. votes: the votes themselves (each voter has one).
   */
  voterNumbers: 'rounded' | 'exact' | 'votes';
  /**
   * How equal claims in the apportionment to the lists are told apart, in this order; lots stops the contest until they are drawn.
   *
   * @minItems 1
   */
  ties: ('earlier-registration' | 'more-votes' | 'lots')[];
  tiesLaw?: LawId;
  upperLaw?: LawId;
  lowerLaw?: LawId;
}
export interface Contest {
  /**
   * Id of the contest, also the folder of its results: results/<contest>/.
   */
  id: ContestId;
  /**
   * Name of the contest.
   */
  name: Text;
  /**
   * The area whose voters take part.
   */
  area: AreaId;
  /**
   * Whether protocols come by station (a register is needed) or only as the total of an area.
   */
  reportedBy: 'station' | 'area';
  /**
   * With reportedBy area: the areas that are expected to report; the contest's own area unless given.
   *
   * @minItems 1
   */
  reportingAreas?: AreaId[];
  /**
   * Id of the electoral system, from `systems`.
   */
  system: string;
  /**
   * In the order of the ballot.
   */
  options: Option[];
  declared?: Declared;
  /**
   * What a reader must know of this contest, as that its votes have not been published.
   */
  note?: Text;
  /**
   * Lots that were drawn, each exactly for a tie that the allocation names.
   */
  lots?: {
    /**
     * The tied options.
     *
     * @minItems 2
     */
    among: OptionId[];
    /**
     * Seats at stake.
     */
    seats: number;
    /**
     * The district of the tie, where the system has districts and the tie is in one.
     */
    area?: AreaId;
    /**
     * The options that the lot fell on, as many as seats.
     *
     * @minItems 1
     */
    won: OptionId[];
    /**
     * Who drew the lot, when and where.
     */
    source: string;
  }[];
  /**
   * With party-decides: whom the parties have named, in the order of the decisions.
   *
   * @maxItems 10000
   */
  decisions?: PartyDecision[];
  /**
   * Seats that became vacant; they are filled in the order of their dates.
   *
   * @maxItems 10000
   */
  vacancies?: Vacancy[];
  /**
   * Lots drawn between candidates of a list, each exactly for a tie that the certificate names.
   *
   * @maxItems 10000
   */
  personLots?: PersonLot[];
}
export interface Option {
  /**
   * Id that `option` cells name; in the wide layout the header of its column.
   */
  id: OptionId;
  /**
   * `not-counted`: valid ballots that count for no option, as those with both answers marked.
   */
  kind: 'list' | 'candidate' | 'against-all' | 'yes' | 'no' | 'not-counted';
  /**
   * Name on the ballot.
   */
  name: Text;
  /**
   * Party of the list or the candidate.
   */
  party?: PartyId;
  /**
   * A self-nominated candidate.
   */
  independent?: boolean;
  /**
   * Place in the order of registration; breaks ties where the law says so.
   */
  registration?: number;
  /**
   * Stood on the ballot but can win nothing.
   */
  withdrawn?: boolean;
  /**
   * The districts in which it stands, where the system has districts. Unless given, it stands in those where votes for it are reported.
   *
   * @minItems 1
   */
  districts?: AreaId[];
  /**
   * Kind of list that a threshold of its own is set for, as coalition.
   */
  listKind?: string;
  /**
   * Candidates on the list; it can take no more seats than that. No limit unless given.
   */
  listLength?: number;
}
/**
 * What the authority has declared, shown beside what is computed.
 */
export interface Declared {
  /**
   * Seats by option.
   */
  seats?: {
    [k: string]: Count;
  };
  /**
   * Persons declared elected.
   */
  elected?: {
    /**
     * The option, where it is one.
     */
    option?: OptionId;
    /**
     * Name of the person.
     */
    name: Text;
    /**
     * Party of the person.
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
/**
 * Whom the party of a list has named for its seats.
 */
export interface PartyDecision {
  /**
   * The list.
   */
  option: OptionId;
  /**
   * Places on the list of those who were named, in the order in which they take seats. Empty: the time has run out, and the party names nobody more.
   *
   * @maxItems 10000
   */
  persons: Place[];
  date: Date;
  /**
   * Who published it, when and where.
   */
  source: string;
}
/**
 * A seat that its holder has left, or did not take.
 */
export interface Vacancy {
  /**
   * The list or candidate that the seat belongs to.
   */
  option: OptionId;
  person?: Place;
  /**
   * declined: did not take the seat. mandate-ended: lost it by law or by a decision.
   */
  reason: 'declined' | 'resigned' | 'deceased' | 'mandate-ended';
  date: Date;
  successor?: Place;
  /**
   * Who published it, when and where.
   */
  source: string;
}
/**
 * A lot that was drawn between candidates of one list.
 */
export interface PersonLot {
  /**
   * The list.
   */
  option: OptionId;
  /**
   * Places on the list of the tied candidates.
   *
   * @minItems 2
   */
  among: Place[];
  /**
   * Seats at stake.
   */
  seats: number;
  /**
   * Places on the list of those on whom the lot fell, as many as seats.
   *
   * @minItems 1
   */
  won: Place[];
  /**
   * Who drew the lot, when and where.
   */
  source: string;
}
/**
 * The same votes under other rules.
 */
export interface Scenario {
  /**
   * Id of the scenario, as law-2021; part of file names.
   */
  id: string;
  /**
   * What it is called, in every language of the election.
   */
  name: Text;
  /**
   * What differs from the law in force, and what the scenario does not tell.
   */
  note?: Text;
  law?: LawId;
  /**
   * Changes to `systems` as a JSON merge patch (RFC 7396): members given replace those of the law in force, null removes one, all others stay. Every system that it names is one of `systems`, and satisfies its schema with the changes.
   */
  systems: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
  /**
   * The contests that are allocated under it; all whose system it changes unless given.
   *
   * @minItems 1
   */
  contests?: ContestId[];
}
/**
 * An earlier election with which measures.json compares this one: volatility and swing.
 */
export interface Comparison {
  /**
   * Name of the earlier election.
   */
  name: Text;
  /**
   * Its id, where it is published too.
   */
  election?: ElectionId;
  /**
   * Source ids separated by semicolons.
   */
  source: string;
  /**
   * The contests that are compared, each once.
   *
   * @minItems 1
   */
  contests: ComparedContest[];
}
/**
 * The votes of the earlier election beside one contest of this one.
 */
export interface ComparedContest {
  /**
   * The contest of this election.
   */
  contest: ContestId;
  /**
   * Every party of the earlier election; smaller ones may stand together as one, which no option continues.
   *
   * @minItems 1
   */
  parties: {
    /**
     * What the party was called then.
     */
    name: Text;
    votes?: Count;
    percent?: Percent;
    /**
     * The option of this contest that continues it; left out where none does. Several parties that merged name the same option.
     */
    continuedBy?: OptionId;
  }[];
}
/**
 * Nobody holds two mandates: who wins in several contests keeps one, and the other seats go to whoever follows. One person is one id in the column `person` of the candidates table; equal names are not enough. Without it everybody keeps what they win.
 */
export interface OneMandate {
  /**
   * Ids from `systems`: the mandate won under the first of them is kept; among contests of one system, and of systems that are not named, that of the contest that stands first.
   *
   * @minItems 1
   */
  keeps: string[];
  law?: LawId;
}
export interface Table {
  /**
   * The key after uploads/<election>/ with * for any characters but /, as results/list/*.csv.
   */
  files: string;
  /**
   * long: one row a station and option; wide: one row a station, a column an option.
   */
  layout: 'long' | 'wide';
  /**
   * The row that holds the header, 1 unless given; rows above it are passed over. The first of them when the header has several.
   */
  headerRow?: number;
  /**
   * How many rows the header takes, 1 unless given. A column is named by the labels above one another, with a space between; a blank one in any row but the last goes on with the label to its left, as merged cells do.
   */
  headerRows?: number;
  /**
   * How the bytes of the file are to be read, where it does not say so itself and its letters do not tell.
   */
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252' | 'windows-1257';
  /**
   * Of a workbook, the sheet that is read; the first that is not hidden unless given.
   */
  sheet?: string;
  /**
   * Where each canonical column comes from.
   */
  columns: {
    [k: string]: Column;
  };
  /**
   * How labels (wide: headers; long: cells) become option ids.
   */
  options?: {
    /**
     * Labels one by one: whole ones, or what a pattern finds in them.
     */
    labels?: {
      /**
       * The label in the file.
       */
      label: string;
      option: OptionId;
    }[];
    /**
     * A label with * for any text and, where the id stands, {option}, as "{option} - *"; or {number}, the first run of digits that stands so, as "*{number}*". What it finds is an option id, or one of `labels`.
     */
    pattern?: string;
    /**
     * wide: the columns that hold the votes of an option, counted from 1.
     */
    positions?: {
      /**
       * Position of the column, counted from 1.
       */
      position: number;
      option: OptionId;
    }[];
  };
  /**
   * wide: columns that are neither counts nor options; long: columns not used. Any other column that nothing names is an error.
   */
  ignore?: ColumnPlace[];
  /**
   * Rows under the header that say nothing of a station, as notes: they are passed over.
   *
   * @maxItems 50
   */
  ignoreRows?: RowRule[];
  /**
   * Totals that the file states itself: they are checked against the sum, and never counted.
   */
  totals?: {
    /**
     * Rows that state the sum of others.
     *
     * @maxItems 20
     */
    rows?: {
      column: ColumnPlace;
      matches: CellPatterns;
      /**
       * all (unless given): the sum of all rows of the file; above: that of the rows since the last row that this rule tells.
       */
      of?: 'all' | 'above';
    }[];
    /**
     * wide: columns that state the sum of others in their row.
     *
     * @maxItems 50
     */
    columns?: {
      column: ColumnPlace;
      /**
       * What it sums: canonical names of counts, option ids, or options for the votes of all of them.
       *
       * @minItems 1
       */
      of: string[];
    }[];
  };
  /**
   * Pass over every column that nothing names, instead of reporting it.
   */
  ignoreUnknown?: boolean;
}
/**
 * Rows that are told by one of their cells.
 */
export interface RowRule {
  column: ColumnPlace;
  matches: CellPatterns;
}
