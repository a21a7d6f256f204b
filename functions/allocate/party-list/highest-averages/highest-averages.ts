import { parseFraction } from '../../../model/fraction.ts';
import type { HighestAverages } from '../../../model/generated/election.ts';
import { jsonCount } from '../../../model/json/json.ts';
import type { Seats, Step, Trace } from '../../../model/law/allocation.ts';
import { exact } from '../../exact.ts';
import { follow, goOn, joined, lazily, type Progress, undetermined } from '../../progress.ts';
import type { Filled, Problem } from '../problem.ts';
import { settle } from '../settle.ts';
import { awarded, awardSteps } from '../standing.ts';
import { apportion } from './apportion.ts';
import { awardOf, awardStep, awardsInOrder, type DivisorAward, type Member } from './awards.ts';
import { type Divisors, divisorsOf } from './divisors.ts';

/**
 * Highest averages: each seat goes to the list with the highest quotient of its votes and the divisor of the seats that it has. Where the
 * divisors of every list run out, the seats left are nobody's.
 */
export function highestAverages(rule: HighestAverages, problem: Problem): Progress<Filled> {
  const divisors = divisorsOf(rule);
  if (!divisors) return undetermined('divisors-unordered', unordered);
  const members = membersOf(rule, problem);
  const seats = Math.min(problem.seats, capacity(members, divisors));
  const { seats: certain, tied, tiedSeats } = apportion(members, seats, divisors);
  const standing = awarded(
    problem.before,
    members.map(({ option }, place) => ({ option, seats: certain[place] ?? 0 })),
  );
  const step = (award: DivisorAward, after: Seats[]) => awardStep(rule, divisors, award, after);
  const steps = joined(
    divisorsStep(rule, problem),
    lazily(() =>
      awardSteps(problem.before, awardsInOrder(members, certain, divisors), step)[Symbol.iterator](),
    ),
  );
  const claims = tied.flatMap((place) => {
    const member = members[place];
    return member ? [awardOf(member, member.held + (certain[place] ?? 0), divisors)] : [];
  });
  const tie = tiedSeats > 0 ? { options: claims.map(({ option }) => option), seats: tiedSeats } : null;
  return follow(goOn(null, steps), () => settle(problem, standing, tie, claims, step));
}

const unordered =
  'The divisors of the formula do not ascend, and so are no rule: in election.json make each greater than the one before (`first` less than the second).';

function membersOf({ heldSeats }: HighestAverages, { lists, tally }: Problem): Member[] {
  return lists.map((list) => ({
    ...list,
    held: heldSeats === 'counted' ? (tally.held.get(list.option) ?? 0) : 0,
  }));
}

/** How many seats the divisors allow. */
function capacity(members: readonly Member[], { length }: Divisors): number {
  return members.reduce((sum, { held }) => sum + Math.max(0, length - held), 0);
}

function divisorsStep({ law, divisors, first }: HighestAverages, { lists, seats }: Problem): Trace {
  return lazily(function* (): Generator<Step> {
    const listed = typeof divisors === 'string' ? null : divisors;
    yield {
      rule: 'divisors',
      law,
      divisors: typeof divisors === 'string' ? divisors : 'sequence',
      first: first === undefined ? undefined : exact(parseFraction(first)),
      sequence: listed?.sequence.map((divisor) => exact(parseFraction(divisor))),
      add: listed?.add === undefined ? undefined : exact(parseFraction(listed.add)),
      votes: jsonCount(lists.reduce((sum, { votes }) => sum + votes, 0n)),
      seats,
    };
  });
}
