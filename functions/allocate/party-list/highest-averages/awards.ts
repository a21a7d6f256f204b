import { type Fraction, fraction } from '../../../model/fraction.ts';
import type { HighestAverages } from '../../../model/generated/election.ts';
import { jsonCount } from '../../../model/json/json.ts';
import type { Step } from '../../../model/law/allocation.ts';
import type { Contender } from '../../count/contenders.ts';
import { exact } from '../../exact.ts';
import type { Award, standingList } from '../standing.ts';
import type { Divisors } from './divisors.ts';
import { Heap } from './heap.ts';
import { compareQuotients, quotientAt } from './quotient.ts';
import type { Party } from './race.ts';

/** A list in an apportionment. */
export interface Member extends Contender, Party {}

/** One seat, with the quotient that it was given for. */
export interface DivisorAward extends Award, Member {
  readonly quotient: Fraction;
}

/** The award of the next seat to a list that has `held` seats. */
export function awardOf(member: Member, held: number, divisors: Divisors): DivisorAward {
  return { ...member, held, seats: 1, quotient: quotientAt(divisors, member.votes, held) };
}

/**
 * The seats one by one in the order of their quotients, from how many each list has in the end (`seats`, by place): the explanation of
 * what was computed at once. Equal quotients stand in ballot order, which decides nothing, as each of them has a seat.
 */
export function* awardsInOrder(
  members: readonly Member[],
  seats: readonly number[],
  divisors: Divisors,
): Generator<DivisorAward> {
  const award = (place: number, given: number) => {
    const member = members[place];
    if (!member || given >= (seats[place] ?? 0)) return [];
    return [{ place, given, award: awardOf(member, member.held + given, divisors) }];
  };
  const claims = [...members.keys()].flatMap((place) => award(place, 0));
  const heap = new Heap(claims, (a, b) => {
    const order = compareQuotients(a.award.quotient, b.award.quotient);
    return order > 0 || (order === 0 && a.place < b.place);
  });
  for (let { top } = heap; top; top = heap.top) {
    yield top.award;
    const [next] = award(top.place, top.given + 1);
    if (next) heap.replaceTop(next);
    else heap.removeTop();
  }
}

/** Tells the award of a seat. */
export function awardStep(
  { law }: Pick<HighestAverages, 'law'>,
  divisors: Divisors,
  { option, votes, held, quotient }: DivisorAward,
  standing: ReturnType<typeof standingList>,
): Step {
  const { numerator, denominator } = divisors.at(held);
  return {
    rule: 'divisor-seat',
    law,
    option,
    votes: jsonCount(votes),
    held,
    divisor: exact(fraction(numerator, denominator)),
    quotient: quotient.denominator === 0n ? null : exact(fraction(quotient.numerator, quotient.denominator)),
    squared: divisors.squared,
    standing,
  };
}
