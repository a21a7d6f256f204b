import type { Allocation, AllocationInput } from '../../model/allocation.ts';
import type { ThresholdDistance } from '../../model/generated/certificate.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json.ts';
import { allocate } from '../allocate.ts';
import { tallyOf, votesOf } from '../count/tally.ts';
import { fewest } from './fewest.ts';
import { withFurtherVotes } from './further-votes.ts';

/**
 * How far each list that a threshold was asked of is from it, in ballot order: found by asking the law again with other votes of the list,
 * so it follows every kind of threshold. Lists that need none, and contests without one, are left out.
 */
export function thresholdsOf(input: AllocationInput, allocation: Allocation): ThresholdDistance[] {
  const asked = new Map(verdictsOf(allocation));
  const tally = tallyOf(input.contest, input.totals);
  const all = input.contest.options.reduce((sum, { id }) => sum + (votesOf(tally, id) ?? 0n), 0n);
  return input.contest.options.flatMap(({ id }) => {
    const passes = asked.get(id);
    const votes = votesOf(tally, id);
    if (passes === undefined || votes === null) return [];
    const distance = passes ? over(input, id, votes) : under(input, id, all);
    return [{ option: id, passes, votes: distance === null ? null : jsonCount(distance) }];
  });
}

/** The most votes that a list that passes could lack. */
function over(input: AllocationInput, option: OptionId, votes: bigint): bigint | null {
  const fails = fewest((lacking) => !passesWith(input, option, -lacking), votes);
  return fails === null ? null : fails - 1n;
}

/** The fewest further votes with which a list that fails would pass. With a share below 99 % a hundred times all votes are enough. */
function under(input: AllocationInput, option: OptionId, all: bigint): bigint | null {
  return fewest((further) => passesWith(input, option, further), 100n * (all + 1n));
}

function passesWith(input: AllocationInput, option: OptionId, votes: bigint): boolean {
  return new Map(verdictsOf(allocate(withFurtherVotes(input, option, votes)))).get(option) ?? false;
}

/** Whether each list passed, from the steps that say so; the steps after them are not made. */
function* verdictsOf({ steps }: Allocation): Generator<[OptionId, boolean]> {
  for (const step of steps) {
    if (step.rule === 'threshold') yield [step.option, step.passes];
    if (step.rule === 'admitted') return;
  }
}
