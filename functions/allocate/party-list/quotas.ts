import type { Step } from '../../model/allocation.ts';
import { type Fraction, fraction } from '../../model/fraction.ts';
import type { PartyList } from '../../model/generated/election.ts';
import { jsonCount } from '../../model/json.ts';
import type { Contender } from '../count/contenders.ts';
import { exact } from '../exact.ts';

type QuotaName = PartyList['formula']['quota'];

/** The quota that the system names, of the votes of `lists` (more than none), and the step that states it. */
export function quotaFor(system: PartyList, lists: readonly Contender[]): { value: Fraction; step: Step } {
  const { quota, law } = system.formula;
  const votes = lists.reduce((sum, list) => sum + list.votes, 0n);
  const value = quotas[quota](votes, BigInt(system.seats));
  const step: Step = {
    rule: 'quota',
    law,
    quota,
    votes: jsonCount(votes),
    seats: system.seats,
    value: exact(value),
  };
  return { value, step };
}

/** Votes that a seat costs, from all votes of the admitted lists and the seats. */
const quotas: Readonly<Record<QuotaName, (votes: bigint, seats: bigint) => Fraction>> = {
  hare: (votes, seats) => fraction(votes, seats),
};
