import type { Outcome, Step } from '../generated/certificate.ts';
import type { Contest, Law, Scenario, System } from '../generated/election.ts';
import type { AreaId, ContestId, OptionId, Text } from '../ids.ts';
import type { AreaTotals } from '../records/batch.ts';

export type { Outcome, Seats, Step } from '../generated/certificate.ts';

/** All that the allocation of a contest depends on. */
export interface AllocationInput {
  readonly contest: Contest;
  readonly system: System;
  readonly laws: readonly Law[];
  /** By area; empty when nothing has been reported. Areas do not overlap. */
  readonly totals: readonly AreaTotals[];
  /** Protocols expected; null when nobody has said how many. */
  readonly expected: number | null;
  /** Seats that count here and are held already, by list; those of candidates without a list under an id of no list. */
  readonly held?: ReadonlyMap<OptionId, number>;
  /** Names of areas, for the explanation: nothing else depends on them. */
  readonly areaNames?: ReadonlyMap<AreaId, Text>;
  /** The contests that `held` comes from. */
  readonly linked?: readonly LinkedContest[];
  /** Where protocols are missing, by area; left out when nobody has looked. */
  readonly missing?: readonly Missing[];
  /** The scenario whose system this is; left out under the law in force. */
  readonly scenario?: Scenario;
}

/** How a contest came out whose seats count in another. */
export interface LinkedContest {
  readonly contest: ContestId;
  readonly outcome: Outcome['status'];
  /** Whether it can still change. */
  readonly provisional: boolean;
}

/** Protocols without votes in one area. */
export interface Missing {
  readonly area: AreaId;
  readonly protocols: number;
  /** Voters registered there, so that as many votes can still come; null where that is not known. */
  readonly voters: bigint | null;
}

/** Options that the law cannot tell apart, and how many of them win. */
export interface Tie {
  readonly options: readonly OptionId[];
  readonly seats: number;
}

/** Steps in order. It can be read again and again, and makes its steps while it is read. */
export type Trace = Iterable<Step>;

/** The result of `allocate`: outcome, and the record of how it came about. */
export interface Allocation {
  readonly contest: ContestId;
  readonly outcome: Outcome;
  /** What each rule of the law made of the votes, in order, with exact numbers and the standing after it. */
  readonly steps: Trace;
  readonly expected: number | null;
  readonly reported: number;
  /** Whether protocols, or votes in them, were still missing, or it is not known that none were. */
  readonly provisional: boolean;
}
