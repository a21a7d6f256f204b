import type { LargestRemainder } from '../../../model/generated/election.ts';
import { decided, follow, goOn, joined, type Progress, undetermined } from '../../progress.ts';
import type { Filled, Problem } from '../problem.ts';
import { settle } from '../settle.ts';
import { awarded, awardSteps, type Standing, seatsByOption, setSeats } from '../standing.ts';
import { overAward } from './over-award.ts';
import { quotaFor, quotaZero } from './quotas.ts';
import { largestRemainders, remainderOf, remainderStep } from './remainders.ts';
import { votesPerSeat } from './votes-per-seat.ts';
import { type Claim, claimOf, wholeSeats } from './whole-seats.ts';

/**
 * Largest remainder: each list has the whole part of votes divided by the quota; the seats left go one by one to the largest
 * fractional parts. The Hare quota leaves fewer seats than there are lists with a fraction, so a list without one never has a seat
 * of them. A list that is alone has every seat, whatever the quota. In Kazakhstan, Constitutional Law on Elections, Art. 97-1(3), (4).
 */
export function largestRemainder(rule: LargestRemainder, problem: Problem): Progress<Filled> {
  const quota = quotaFor(rule, problem.lists, problem.seats);
  if (quota.value.numerator === 0n) return undetermined('quota-zero', quotaZero, [quota.step]);
  const claims = problem.lists.map((list) => claimOf(list, quota.value));
  const whole = wholeSeats(problem.before, claims, rule.law);
  const [only, other] = claims;
  if (only && !other) {
    const filled = setSeats('leftover-seats', whole.standing, only.option, problem.seats, rule.law);
    return goOn({ standing: filled.standing, open: null }, joined([quota.step], whole.steps, filled.steps));
  }
  const left = problem.seats - claims.reduce((sum, { seats }) => sum + seats, 0);
  return follow(goOn(whole.standing, joined([quota.step], whole.steps)), (standing) =>
    left < 0
      ? overAward(rule, problem, claims, standing, -left)
      : awardRemainders(rule, problem, claims, standing, left),
  );
}

/** Gives the seats that are left to the largest remainders, and those beyond the cap as the law goes on. */
function awardRemainders(
  rule: LargestRemainder,
  problem: Problem,
  claims: readonly Claim[],
  standing: Standing,
  left: number,
): Progress<Filled> {
  const remainders = claims.map(remainderOf);
  const cap = rule.remainderCap;
  const seats = Math.min(left, remainders.length, cap?.seats ?? left);
  if (!cap && seats < left) return unfillable(problem, standing, left - seats);
  const step = remainderStep(rule.law);
  const { certain, tie } = largestRemainders(remainders, seats);
  const firm = goOn(awarded(standing, certain), awardSteps(standing, certain, step));
  if (!cap || seats === left) return follow(firm, (after) => settle(problem, after, tie, remainders, step));
  // Limits can be judged only when every seat is given.
  const undecided: Problem = { ...problem, passesLimits: () => false };
  const filled = follow(firm, (after) => settle(undecided, after, tie, remainders, step));
  return follow(filled, ({ standing: after }) => votesPerSeat(cap, problem, after, left - seats));
}

function unfillable({ tally, lists }: Problem, standing: Standing, unfilled: number): Progress<Filled> {
  const reason = `After a seat for the remainder of each of ${lists.length} lists, ${unfilled} seats would be left, and the law does not say to whom: name \`remainderCap\` in election.json if it does.`;
  const seats = seatsByOption(tally, standing);
  return decided({ status: 'undetermined', code: 'remainders-exhausted', reason, seats, unfilled }, []);
}
