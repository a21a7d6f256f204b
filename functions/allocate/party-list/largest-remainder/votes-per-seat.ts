import { fraction } from '../../../model/fraction.ts';
import type { LargestRemainder } from '../../../model/generated/election.ts';
import { jsonCount } from '../../../model/json/json.ts';
import type { Seats, Step } from '../../../model/law/allocation.ts';
import { exact } from '../../exact.ts';
import { follow, goOn, joined, type Progress, undetermined } from '../../progress.ts';
import { apportion } from '../highest-averages/apportion.ts';
import { awardOf, awardsInOrder, type DivisorAward } from '../highest-averages/awards.ts';
import { linear } from '../highest-averages/families.ts';
import type { Filled, Problem } from '../problem.ts';
import { settle } from '../settle.ts';
import { awarded, awardSteps, type Standing } from '../standing.ts';

/**
 * Gives `left` seats one by one to the list with most votes per seat that it already has, those of this rule counted. South Africa,
 * Electoral Act 73 of 1998, Schedule 1A, items 5 and 6: after five seats for remainders, "the highest average number of votes per seat
 * already awarded". A list without seats has no such number.
 */
export function votesPerSeat(
  { law, seats: cap }: NonNullable<LargestRemainder['remainderCap']>,
  problem: Problem,
  standing: Standing,
  left: number,
): Progress<Filled> {
  const members = problem.lists
    .map((list) => ({ ...list, held: standing.get(list.option) ?? 0 }))
    .filter(({ held }) => held > 0);
  const first: Step = { rule: 'remainder-cap', law, cap, left };
  if (members.length === 0) return undetermined('remainders-exhausted', noSeats, [first]);
  const { seats, tied, tiedSeats } = apportion(members, left, votesBySeats);
  const certain = members.map(({ option }, place) => ({ option, seats: seats[place] ?? 0 }));
  const claims = tied.flatMap((place) => {
    const member = members[place];
    return member ? [awardOf(member, member.held + (seats[place] ?? 0), votesBySeats)] : [];
  });
  const tie = tiedSeats > 0 ? { options: claims.map(({ option }) => option), seats: tiedSeats } : null;
  const step = averageStep(law);
  const awards = { [Symbol.iterator]: () => awardsInOrder(members, seats, votesBySeats) };
  const steps = joined([first], awardSteps(standing, awards, step));
  return follow(goOn(awarded(standing, certain), steps), (after) =>
    settle(problem, after, tie, claims, step),
  );
}

/** The divisor of a list with s seats is s. */
const votesBySeats = linear(0, 1);

const noSeats =
  'Seats are left for most votes per seat, and no list has a seat yet: the law does not say what then.';

function averageStep(law: string | undefined) {
  return ({ option, votes, held, quotient }: DivisorAward, standing: Seats[]): Step => ({
    rule: 'average-seat',
    law,
    option,
    votes: jsonCount(votes),
    held,
    average: exact(fraction(quotient.numerator, quotient.denominator)),
    standing,
  });
}
