import { parseFraction } from '../../model/fraction.ts';
import type { PartyList } from '../../model/generated/election.ts';
import type { Step } from '../../model/law/allocation.ts';
import { type Contender, leadersOf } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { exact } from '../exact.ts';
import { follow, goOn, type Progress, undetermined } from '../progress.ts';
import { admitNext } from './admit-next.ts';
import type { Passing } from './threshold/threshold.ts';

/** What the law makes of it when exactly one list passes; several go on to the formula, and so does one that takes every seat. */
export function oneListPasses(
  system: PartyList,
  tally: Tally,
  { passed, failed }: Passing,
): Progress<readonly Contender[]> {
  const [only, second] = passed;
  if (only === undefined || second !== undefined || system.seats === 0) return goOn(passed, []);
  const rule = system.oneListPasses ?? { rule: 'takes-all' };
  const step: Step = {
    rule: 'one-list-passes',
    law: rule.law,
    applied: rule.rule,
    passed: only.option,
    admitted: null,
  };
  if (rule.rule === 'takes-all') return goOn(passed, [step]);
  const terms = { factor: exact(parseFraction(rule.factor)), minimumSeats: rule.minimumSeats };
  return follow(nextList(failed, { ...step, ...terms }), (next) =>
    next ? admitNext(system, rule, tally, only, next) : goOn(passed, []),
  );
}

/** The list with the next most votes; null when no other list has any. */
function nextList(
  failed: readonly Contender[],
  step: Extract<Step, { rule: 'one-list-passes' }>,
): Progress<Contender | null> {
  const [next, ...tied] = leadersOf(failed.filter(({ votes }) => votes > 0n));
  if (!next) return goOn(null, [step]);
  if (tied.length === 0) return goOn(next, [{ ...step, admitted: next.option }]);
  const names = [next, ...tied].map(({ option }) => option).join(', ');
  return undetermined(
    'second-place-tied',
    `Only one list passes, and ${names} are tied for the next place: the law does not say which is admitted.`,
    [step],
  );
}
