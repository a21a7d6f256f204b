import { parseFraction } from '../../model/fraction.ts';
import type { PartyList } from '../../model/generated/election.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { type Decision, follow, goOn, joined, undetermined } from '../progress.ts';
import { conclude } from './conclude.ts';
import { quotaFor, quotaZero } from './largest-remainder/quotas.ts';
import { claimOf, wholeSeats } from './largest-remainder/whole-seats.ts';
import { setSeats } from './standing.ts';

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
  const quota = quotaFor(quotaRule(system), [passed, next], system.seats);
  if (quota.value.numerator === 0n) return undetermined('quota-zero', quotaZero, [quota.step]);
  const claim = claimOf(next, quota.value, parseFraction(rule.factor));
  const claims = [claimOf(passed, quota.value), claim];
  const whole = wholeSeats(new Map(claims.map(({ option }) => [option, 0])), claims, rule.law);
  const steps = joined([quota.step], whole.steps);
  const given = Math.max(claim.seats, rule.minimumSeats);
  if (given >= system.seats)
    return undetermined(
      'minimum-too-great',
      `${next.option} would have ${given} of ${system.seats} seats and leave ${passed.option}, which passed, none: ${silent}.`,
      steps,
    );
  const raised = setSeats('minimum-seats', whole.standing, next.option, given, rule.law);
  const filled = setSeats('leftover-seats', raised.standing, passed.option, system.seats - given, rule.law);
  return follow(goOn(filled.standing, joined(steps, raised.steps, filled.steps)), (standing) =>
    conclude(system, tally, standing),
  );
}

/** The quota is Hare's where the formula has none of its own: the rule speaks of votes for a seat. */
function quotaRule({ formula }: PartyList): Parameters<typeof quotaFor>[0] {
  return formula.type === 'largest-remainder' ? formula : { quota: 'hare', law: formula.law };
}

const silent = 'the law does not say what then';
