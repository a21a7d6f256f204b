import type { AreaId, ContestId, OptionId, PersonId, StationId, Text } from '../ids.ts';

/** A station that is expected to report. */
export interface Station {
  readonly station: StationId;
  readonly area: AreaId;
  readonly name: string;
  /** Voters on its list, where the register says so. */
  readonly registered: number | null;
  readonly source: string;
}

/** A person who stands in a contest, alone or on a list. */
export interface Candidate {
  readonly contest: ContestId;
  readonly option: OptionId;
  /** Place on the list, from 1; 1 for a candidate who stands alone. */
  readonly order: number;
  readonly name: Text;
  /** Whether the person belongs to the group; null where the file does not say. */
  readonly woman: boolean | null;
  readonly youth: boolean | null;
  readonly disability: boolean | null;
  readonly independent: boolean | null;
  /** Who it is, the same id in every contest. Without one, the candidate is taken for nobody else, whatever the name. */
  readonly person?: PersonId;
  /** Why no seat can be taken; not there for a candidate who stands. */
  readonly status?: CandidateStatus;
  /** Votes for the candidate alone; not there where none were published. */
  readonly preferences?: number;
  /** Name as it is put in alphabetical order, where that is not the name itself. */
  readonly sortName?: string;
  readonly source: string;
}

/** Why a candidate who is on the list can take no seat. */
export type CandidateStatus = 'withdrawn' | 'deceased';

/** How far voting had come in an area at a time. */
export interface Turnout {
  readonly area: AreaId;
  /** ISO 8601 with offset, to the minute, as `2023-03-19T10:00+06:00`. */
  readonly time: string;
  readonly registered: number | null;
  readonly issued: number | null;
  /** Exact decimal as published, as `25.64`. */
  readonly percent: string | null;
  readonly source: string;
}
