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
 * Web address, http or https.
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
export type System = PartyList | Plurality | TwoRound | Referendum;
/**
 * Exact decimal, as "5" or "2.5".
 */
export type Percent = string;
/**
 * What a share is taken of. option-votes: votes for the options that can win. valid-votes: those and the votes against all. cast: voters who took part (where not reported: all votes and the invalid ballots). registered: voters on the lists.
 */
export type Base = 'option-votes' | 'valid-votes' | 'cast' | 'registered';
/**
 * Exact decimal or fraction, as "0.7" or "2/3".
 */
export type Ratio = string;
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
  formula: {
    type: 'largest-remainder';
    /**
     * hare: votes of the admitted lists divided by the seats, never rounded.
     */
    quota: 'hare';
    law?: LawId;
  };
  threshold?: Share;
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
   * How equal remainders are told apart, in this order; lots stops the contest until they are drawn.
   *
   * @minItems 1
   */
  ties: ('earlier-registration' | 'more-votes' | 'lots')[];
  tiesLaw?: LawId;
  /**
   * Who takes the seats of a list: the candidates in the order of the list, or those whom the party names after the vote.
   */
  persons?: 'list-order' | 'party-decides';
  personsLaw?: LawId;
  /**
   * Least share of a list that candidates of these groups make up together.
   */
  groupQuota?: {
    percent: Percent;
    /**
     * Flags of the candidates table that count towards the quota.
     *
     * @minItems 1
     */
    groups: ('woman' | 'youth' | 'disability')[];
    law?: LawId;
  };
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
 * One seat, won by the candidate with most votes. Against all cannot win.
 */
export interface Plurality {
  type: 'plurality';
  law?: LawId;
  /**
   * What a tie at the top leads to.
   */
  tie: 'repeat-voting' | 'lots';
  tieLaw?: LawId;
}
/**
 * A majority in the first round, else a second between the first two.
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
}
/**
 * A question answered yes or no.
 */
export interface Referendum {
  type: 'referendum';
  turnout?: Share;
  majority: Share;
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
    majority: Share;
    law?: LawId;
  };
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
