import type { LastSeat } from '../../model/generated/certificate.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Allocation, AllocationInput, Outcome, Seats } from '../../model/law/allocation.ts';
import { allocate } from '../allocate.ts';
import { contendersOf } from '../count/contenders.ts';
import { tallyOf } from '../count/tally.ts';
import { fewest } from './fewest.ts';
import { withFurtherVotes } from './further-votes.ts';

/**
 * The fewest further votes that win one option a seat more, all other numbers being as they are: found by allocating again, so it follows the
 * whole law. Of a list, only those that take part in the distribution are asked about, since how far the others are from the threshold is told
 * apart. Null where the outcome gives no seats, or where none can win another.
 */
export function lastSeatOf(input: AllocationInput, allocation: Allocation): LastSeat | null {
  const before = seatsOf(allocation.outcome);
  const tally = tallyOf(input.contest, input.totals);
  const progress = contendersOf(tally);
  if (!before || !('state' in progress)) return null;
  const among = takingPart(allocation) ?? progress.state.map(({ option }) => option);
  const most = 2n * progress.state.reduce((sum, { votes }) => sum + votes, 1n);
  let found: { option: OptionId; votes: bigint } | null = null;
  for (const option of among) {
    const wins = (votes: bigint) => winsMore(input, before, option, votes);
    // Whoever cannot do with fewer votes than the best so far is not asked how many it takes.
    if (found && (found.votes === 1n || !wins(found.votes - 1n))) continue;
    const votes = fewest(wins, found ? found.votes - 1n : most);
    if (votes !== null) found = { option, votes };
  }
  if (!found) return null;
  const { option, votes } = found;
  const after = seatsOf(allocate(withFurtherVotes(input, option, votes)).outcome) ?? new Map();
  const from = [...before].filter(([id, seats]) => (after.get(id) ?? 0) < seats).map(([id]) => id);
  return { option, votes: jsonCount(votes), from };
}

function winsMore(
  input: AllocationInput,
  before: ReadonlyMap<OptionId, number>,
  option: OptionId,
  votes: bigint,
): boolean {
  const after = seatsOf(allocate(withFurtherVotes(input, option, votes)).outcome);
  return (after?.get(option) ?? 0) > (before.get(option) ?? 0);
}

/** Seats that are certain; null where the outcome gives none. */
function seatsOf(outcome: Outcome): Map<OptionId, number> | null {
  if (outcome.status === 'elected') return new Map([[outcome.option, 1]]);
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return null;
  return new Map(outcome.seats.map(({ option, seats }: Seats) => [option, seats]));
}

/** The lists that the threshold has admitted; null where the system has no such step. */
function takingPart({ steps }: Allocation): readonly OptionId[] | null {
  for (const step of steps) if (step.rule === 'admitted') return step.options;
  return null;
}
