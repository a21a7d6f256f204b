/** Votes and seats of one party. */
export interface PartyShare {
  readonly votes: bigint;
  readonly seats: bigint;
}

/**
 * What an index is taken of: the parties, and the totals that their shares refer to. The totals may be more than the sums, where some
 * votes or seats are of nobody that is listed: shares are never scaled up to a hundred.
 */
export interface Shares {
  readonly parties: readonly PartyShare[];
  readonly votes: bigint;
  readonly seats: bigint;
}
