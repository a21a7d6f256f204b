import type { SummaryContest } from '../../charts/from-summary.ts';
import { canWin } from '../../charts/option.ts';

/** An option of a contest. */
export type SummaryOption = SummaryContest['options'][number];

/** The option with the most votes, of equals the first on the ballot, as the indicators have it: against-all and what is not counted never lead. */
export function leaderOf({ options }: SummaryContest): SummaryOption | null {
  let leader: { readonly option: SummaryOption; readonly votes: bigint } | null = null;
  for (const option of options) {
    if (!canWin(option.kind) || option.votes === null) continue;
    const votes = BigInt(option.votes);
    if (votes > (leader?.votes ?? 0n)) leader = { option, votes };
  }
  return leader?.option ?? null;
}
