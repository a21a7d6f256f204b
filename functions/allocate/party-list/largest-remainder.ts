import type { Step, Tie } from '../../model/allocation.ts';
import { divide, fraction } from '../../model/fraction.ts';
import type { PartyList } from '../../model/generated/election.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { breakTie, type TieBreak } from '../count/ties.ts';
import { type Decision, decided, undetermined } from '../progress.ts';
import { quotaFor } from './quotas.ts';
import { awardRemainders, largestRemainders, remainderOf } from './remainders.ts';
import { type Standing, seatsByOption, seatsGiven } from './standing.ts';
import { wholeSeats } from './whole-seats.ts';

/**
 * Largest remainder: each list has the whole part of votes divided by the quota; the seats left go one by one to the largest
 * fractional parts. The Hare quota leaves fewer seats than there are lists with a fraction, so a list without one never has a seat
 * of them. In Kazakhstan, Constitutional Law on Elections, Art. 97-1(3), (4).
 */
export function largestRemainder(system: PartyList, tally: Tally, lists: readonly Contender[]): Decision {
  const { law } = system.formula;
  const quota = quotaFor(system, lists);
  const claims = lists.map((list) => ({ ...list, quotient: divide(fraction(list.votes), quota.value) }));
  const remainders = claims.map(remainderOf);
  const whole = wholeSeats(claims, law);
  const { certain, tie } = largestRemainders(remainders, system.seats - seatsGiven(whole.standing));
  const firm = awardRemainders(whole.standing, certain, law);
  const steps = [quota.step, ...whole.steps, ...firm.steps];
  if (!tie) return allocated(tally, firm.standing, steps);
  const broken = breakTie(tie, { rules: system.ties, law: system.tiesLaw }, tally);
  const won = remainders.filter(({ option }) => broken.won.includes(option));
  const last = awardRemainders(firm.standing, won, law);
  return settle(tally, tie, broken, last.standing, [...steps, ...broken.steps, ...last.steps]);
}

function settle(
  tally: Tally,
  tie: Tie,
  { open, unregistered }: TieBreak,
  standing: Standing,
  steps: readonly Step[],
): Decision {
  if (unregistered.length > 0) {
    const tied = `${tie.options.join(', ')} have equal remainders, and the order of registration decides`;
    const remedy = `state it in \`options\` of election.json for ${unregistered.join(', ')}`;
    return undetermined('registration-missing', `${tied}: ${remedy}.`, steps);
  }
  if (!open) return allocated(tally, standing, steps);
  const ties = [{ options: [...open.options], seats: open.seats }];
  return decided({ status: 'lots-required', seats: seatsByOption(tally, standing), ties }, steps);
}

function allocated(tally: Tally, standing: Standing, steps: readonly Step[]): Decision {
  return decided({ status: 'allocated', seats: seatsByOption(tally, standing) }, steps);
}
