// Generated from schemas/election.schema.json by `npm run generate`; edit that file instead.

import type { AreaId, ContestId, ElectionId, OptionId, PartyId, Text } from '../ids.ts';

export type Date = string;
/**
 * ISO 639 code.
 */
export type Language = string;
export type Url = string;
export type SourceId = string;
export type LawId = string;
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
export type Column =
  | ColumnPlace
  | {
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
      values?: {
        from: string;
        to: string;
      }[];
    }
  | {
      /**
       * @minItems 2
       */
      join: ColumnPlace[];
      with: string;
    };
export type ColumnPlace = string | number;

/**
 * The definition of an election: its areas, parties, contests, law, licence and sources. Uploaded as uploads/<election>/election.json.
 */
export interface ElectionDefinition {
  /**
   * Path or address of this schema, so that an editor completes and checks the file.
   */
  $schema?: string;
  id: ElectionId;
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
    of: ElectionId;
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
  parties: Party[];
  /**
   * Electoral systems by id; several contests may share one.
   */
  systems: {
    [k: string]: System;
  };
  /**
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
  };
}
export interface Source {
  id: SourceId;
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
  id: AreaId;
  type: 'country' | 'region' | 'district' | 'municipality' | 'abroad';
  /**
   * The area it lies in; the root has none.
   */
  parent?: AreaId;
  name: Text;
  note?: Text;
  stations?: Count;
  source?: SourceId;
}
export interface Party {
  id: PartyId;
  name: Text;
  abbreviation?: string;
  colour?: string;
}
/**
 * Seats shared among lists.
 */
export interface PartyList {
  type: 'party-list';
  seats: number;
  seatsLaw?: LawId;
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
     * @minItems 1
     */
    groups: ('woman' | 'youth' | 'disability')[];
    law?: LawId;
  };
}
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
     * @minItems 1
     */
    areas: AreaId[];
    atLeast: Ratio;
    majority: Share;
    law?: LawId;
  };
}
export interface Contest {
  id: ContestId;
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
    source: string;
  }[];
}
export interface Option {
  id: OptionId;
  /**
   * `not-counted`: valid ballots that count for no option, as those with both answers marked.
   */
  kind: 'list' | 'candidate' | 'against-all' | 'yes' | 'no' | 'not-counted';
  name: Text;
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
    option?: OptionId;
    name: Text;
    party?: PartyId;
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
   * The row that holds the header, 1 unless given; rows above it are passed over.
   */
  headerRow?: number;
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
    labels?: {
      label: string;
      option: OptionId;
    }[];
    /**
     * A label with {option} where the id stands and * for any text, as "{option} - *".
     */
    pattern?: string;
    /**
     * wide: the columns that hold the votes of an option, counted from 1.
     */
    positions?: {
      position: number;
      option: OptionId;
    }[];
  };
  /**
   * wide: columns that are neither counts nor options; long: columns not used. Any other column that nothing names is an error.
   */
  ignore?: ColumnPlace[];
  /**
   * Pass over every column that nothing names, instead of reporting it.
   */
  ignoreUnknown?: boolean;
}
