import type { LargestRemainder } from '../../../model/generated/election.ts';
import type { Seats, Step } from '../../../model/law/allocation.ts';
import { exact } from '../../exact.ts';
import { decided, follow, goOn, type Progress } from '../../progress.ts';
import type { Filled, Problem } from '../problem.ts';
import { settle } from '../settle.ts';
import { awarded, awardSteps, type Standing, seatsByOption } from '../standing.ts';
import { largestRemainders, type Remainder, remainderOf, remainderStep } from './remainders.ts';
import type { Claim } from './whole-seats.ts';

/** What the law makes of whole parts that come to `excess` more than the seats, which a quota under Hare's can lead to. */
export function overAward(
  rule: LargestRemainder,
  problem: Problem,
  claims: readonly Claim[],
  standing: Standing,
  excess: number,
): Progress<Filled> {
  const applied = rule.overAward ?? 'fail';
  const law = rule.overAwardLaw ?? rule.law;
  const { seats } = problem;
  const step: Step = { rule: 'over-award', law, applied, given: seats + excess, seats };
  if (applied === 'fail') {
    const reason = `The whole parts of the quotients come to ${seats + excess} seats where there are ${seats}, and the law does not say who has fewer: name \`overAward\` in election.json if it does.`;
    const certain = seatsByOption(problem.tally, standing);
    return decided(
      { status: 'undetermined', code: 'over-award', reason, seats: certain, overAward: excess },
      [step],
    );
  }
  return follow(goOn(standing, [step]), (given) =>
    subtractSmallest(law, problem, claims.map(remainderOf), given, excess),
  );
}

/**
 * Takes a seat from each of the smallest remainders among the lists that have one, round after round. Those that are tied for losing one
 * lose it for the time being, and those who win the tie have it back.
 */
function subtractSmallest(
  law: string | undefined,
  problem: Problem,
  remainders: readonly Remainder[],
  standing: Standing,
  excess: number,
): Progress<Filled> {
  const holders = remainders.filter(({ option }) => (standing.get(option) ?? 0) > 0);
  const { certain, tie } = largestRemainders(holders, Math.max(0, holders.length - excess));
  const kept = new Set(certain);
  const losers = holders
    .filter((remainder) => !kept.has(remainder))
    .map((remainder) => ({ ...remainder, seats: -1 }));
  const after = awarded(standing, losers);
  const taken = awardSteps(standing, losers, subtractStep(law));
  const left = excess - holders.length;
  if (left > 0)
    return follow(goOn(after, taken), (lower) => subtractSmallest(law, problem, remainders, lower, left));
  return follow(goOn(after, taken), (lower) => settle(problem, lower, tie, holders, remainderStep(law)));
}

function subtractStep(law: string | undefined) {
  return ({ option, remainder }: Remainder, standing: Seats[]): Step => ({
    rule: 'subtracted-seat',
    law,
    option,
    remainder: exact(remainder),
    standing,
  });
}
