import { divide, type Fraction, floor, fraction, multiply, parseFraction } from '../../model/fraction.ts';
import type { PartyList } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { type Decision, decided, undetermined } from '../progress.ts';
import { quotaFor } from './quotas.ts';
import { award, type Standing, seatsByOption, standingList } from './standing.ts';
import { type Awards, type Claim, wholeSeats } from './whole-seats.ts';

/** The rule that admits the second list beside the only one that passed. */
export type AdmitNext = Extract<NonNullable<PartyList['oneListPasses']>, { rule: 'admit-next' }>;

/**
 * Two lists, of which only `passed` has passed: the other's quotient is multiplied by the factor and it has at least the minimum;
 * every seat left over goes to the list that passed. Where the minimum takes more than is left, the list that passed has so many
 * fewer: the minimum is the stronger promise. Constitutional Law of Kazakhstan on Elections, Art. 97-1(2), (3).
 */
export function admitNext(
  system: PartyList,
  rule: AdmitNext,
  tally: Tally,
  passed: Contender,
  next: Contender,
): Decision {
  const quota = quotaFor(system, [passed, next]);
  const claim = claimOf(next, quota.value, parseFraction(rule.factor));
  const whole = wholeSeats([claimOf(passed, quota.value, fraction(1n)), claim], rule.law);
  const given = Math.max(Number(floor(claim.quotient)), rule.minimumSeats);
  if (given >= system.seats)
    return undetermined(
      'minimum-too-great',
      `${next.option} would have ${given} of ${system.seats} seats and leave ${passed.option}, which passed, none: ${silent}.`,
      [quota.step, ...whole.steps],
    );
  const raised = setSeats('minimum-seats', whole.standing, next.option, given, rule.law);
  const filled = setSeats('leftover-seats', raised.standing, passed.option, system.seats - given, rule.law);
  return decided({ status: 'allocated', seats: seatsByOption(tally, filled.standing) }, [
    quota.step,
    ...whole.steps,
    ...raised.steps,
    ...filled.steps,
  ]);
}

const silent = 'the law does not say what then';

function claimOf(list: Contender, quota: Fraction, factor: Fraction): Claim {
  return { ...list, quotient: multiply(divide(fraction(list.votes), quota), factor) };
}

/** Brings a list to a number of seats; no step where it has them already. */
function setSeats(
  rule: 'minimum-seats' | 'leftover-seats',
  before: Standing,
  option: OptionId,
  seats: number,
  law: string | undefined,
): Awards {
  const from = before.get(option) ?? 0;
  if (from === seats) return { standing: before, steps: [] };
  const standing = award(before, option, seats - from);
  return { standing, steps: [{ rule, law, option, from, seats, standing: standingList(standing) }] };
}
