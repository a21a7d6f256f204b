import { ceiling, divide, type Fraction, fraction, parseFraction, subtract } from '../../model/fraction.ts';
import type { ThresholdDistance } from '../../model/generated/certificate.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Allocation, AllocationInput, Step } from '../../model/law/allocation.ts';
import { allocate } from '../allocate.ts';
import { tallyOf, votesOf } from '../count/tally.ts';
import { fewest } from './fewest.ts';
import { withFurtherVotes } from './further-votes.ts';

type ThresholdStep = Extract<Step, { rule: 'threshold' }>;

/**
 * How far each list that a threshold was asked of is from it, in ballot order: found by asking the law again with other votes of the list,
 * so it follows every kind of threshold. Lists that need none, and contests without one, are left out.
 */
export function thresholdsOf(input: AllocationInput, allocation: Allocation): ThresholdDistance[] {
  const steps = new Map([...thresholdSteps(allocation)].map((step) => [step.option, step]));
  const tally = tallyOf(input.contest, input.totals);
  const all = input.contest.options.reduce((sum, { id }) => sum + (votesOf(tally, id) ?? 0n), 0n);
  return input.contest.options.flatMap(({ id }) => {
    const step = steps.get(id);
    const votes = votesOf(tally, id);
    if (!step || votes === null) return [];
    const distance = step.passes ? over(input, step, votes, all) : under(input, step, votes, all);
    return [{ option: id, passes: step.passes, votes: distance === null ? null : jsonCount(distance) }];
  });
}

/** The most votes that a list that passes could lack. */
function over(input: AllocationInput, step: ThresholdStep, votes: bigint, all: bigint): bigint | null {
  const fails = (lacking: bigint) => !passesWith(input, step.option, -lacking);
  const first = fewest(fails, votes, -lacking(step, votes, all));
  return first === null ? null : first - 1n;
}

/** The fewest further votes with which a list that fails would pass. With a share below 99 % a hundred times all votes are enough. */
function under(input: AllocationInput, step: ThresholdStep, votes: bigint, all: bigint): bigint | null {
  const passes = (further: bigint) => passesWith(input, step.option, further);
  return fewest(passes, 100n * (all + 1n), lacking(step, votes, all));
}

/** About how many votes are lacking: those required less its own, where each further one is also one of all. A guess to search from. */
function lacking({ required }: ThresholdStep, votes: bigint, all: bigint): bigint {
  const needed = parseFraction(required.exact);
  const rest = all === 0n ? fraction(0n) : subtract(fraction(1n), divide(needed, fraction(all)));
  const gap: Fraction = subtract(needed, fraction(votes));
  return rest.numerator > 0n ? ceiling(divide(gap, rest)) : ceiling(gap);
}

function passesWith(input: AllocationInput, option: OptionId, votes: bigint): boolean {
  for (const step of thresholdSteps(allocate(withFurtherVotes(input, option, votes))))
    if (step.option === option) return step.passes;
  return false;
}

/** What was asked of each list; the steps after that are not made. */
function* thresholdSteps({ steps }: Allocation): Generator<ThresholdStep> {
  for (const step of steps) {
    if (step.rule === 'threshold') yield step;
    if (step.rule === 'admitted') return;
  }
}
