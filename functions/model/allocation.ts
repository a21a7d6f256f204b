import type { AreaTotals } from './batch.ts';
import type { Contest, Law, System } from './generated/election.ts';
import type { ContestId, OptionId } from './ids.ts';

/** All that the allocation of a contest depends on. */
export interface AllocationInput {
  readonly contest: Contest;
  readonly system: System;
  readonly laws: readonly Law[];
  /** By area; empty when nothing has been reported. */
  readonly totals: readonly AreaTotals[];
  /** Protocols expected; null when nobody has said how many. */
  readonly expected: number | null;
}

/** Seats of an option. */
export interface Seats {
  readonly option: OptionId;
  readonly seats: number;
}

/** Options that the law cannot tell apart, and how many of them win. */
export interface Tie {
  readonly options: readonly OptionId[];
  readonly seats: number;
}

/** What follows from the votes under the law. */
export type Outcome =
  /** Party list: every seat is given. Options in ballot order, those without a seat too. */
  | { readonly status: 'allocated'; readonly seats: readonly Seats[] }
  /** One seat or office: this option has won it. */
  | { readonly status: 'elected'; readonly option: OptionId }
  /** No majority in the first round: these two go on. */
  | { readonly status: 'runoff'; readonly options: readonly OptionId[] }
  /** A tie that the law answers with another vote among these. */
  | { readonly status: 'repeat-voting'; readonly options: readonly OptionId[] }
  /** A tie that the law leaves to lots: the certain seats, and what is still to be drawn. */
  | { readonly status: 'lots-required'; readonly seats: readonly Seats[]; readonly ties: readonly Tie[] }
  /** Referendum. `undetermined` names the conditions whose figures were never published. */
  | { readonly status: 'adopted' | 'rejected' | 'invalid'; readonly undetermined: readonly string[] }
  /** Votes there are, but the law gives no answer or a figure that it needs is missing. */
  | { readonly status: 'undetermined'; readonly reason: string }
  /** No votes have been published. */
  | { readonly status: 'no-results' };

/** The result of `allocate`: outcome, and the record of how it came about. */
export interface Allocation {
  readonly contest: ContestId;
  readonly outcome: Outcome;
  readonly expected: number | null;
  readonly reported: number;
  /** Whether protocols were still missing, or it is not known that none were. */
  readonly provisional: boolean;
}
