import type { Contest } from '../model/generated/election.ts';
import type { OptionId } from '../model/ids.ts';
import type { Outcome, Seats } from '../model/law/allocation.ts';
import { isWinnable } from './count/tally.ts';

/** Seats by option where the outcome gives them all; empty where it does not, or where nothing is won in seats. */
export function seatsOf(contest: Contest, outcome: Outcome): Seats[] {
  if (outcome.status === 'allocated') return outcome.seats;
  if (outcome.status !== 'elected') return [];
  return contest.options
    .filter(isWinnable)
    .map(({ id }) => ({ option: id, seats: id === outcome.option ? 1 : 0 }));
}

/**
 * Seats of one option, as far as they are certain; null where the outcome does not give them: of options in a tie or in another vote, and where
 * nothing was allocated.
 */
export function seatsIn(outcome: Outcome, option: OptionId): number | null {
  if (outcome.status === 'elected') return outcome.option === option ? 1 : 0;
  if (outcome.status === 'repeat-voting' && outcome.options.includes(option)) return null;
  if (outcome.status === 'lots-required' && outcome.ties.some(({ options }) => options.includes(option)))
    return null;
  if (!('seats' in outcome) || !outcome.seats) return null;
  return outcome.seats.find((one) => one.option === option)?.seats ?? 0;
}
