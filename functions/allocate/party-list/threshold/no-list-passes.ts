import type { PartyList } from '../../../model/generated/election.ts';
import type { Outcome, Step } from '../../../model/law/allocation.ts';
import type { Tally } from '../../count/tally.ts';
import { decided, goOn, type Progress, undetermined } from '../../progress.ts';
import { seatsByOption } from '../standing.ts';
import type { Passing } from './threshold.ts';

/** What the law makes of it when no list passes; where one does, the count goes on. */
export function noListPasses(system: PartyList, tally: Tally, passing: Passing): Progress<Passing> {
  if (passing.passed.length > 0) return goOn(passing, []);
  const { rule: applied, law } = system.noListPasses ?? { rule: 'undetermined' };
  const lists = passing.failed.filter(({ votes }) => votes > 0n);
  const options = lists.map(({ option }) => option);
  const step: Step = { rule: 'no-list-passes', law, applied, options };
  if (applied === 'undetermined')
    return undetermined('no-list-passes', 'No list passes the threshold, and the law is silent on that.', [
      step,
    ]);
  if (applied === 'repeat-voting') return decided({ status: 'repeat-voting', options }, [step]);
  if (applied === 'all-admitted')
    return goOn({ passed: lists, failed: passing.failed.filter(({ votes }) => votes === 0n) }, [step]);
  return decided(allVacant(system, tally), [step]);
}

function allVacant({ seats }: PartyList, tally: Tally): Outcome {
  return { status: 'allocated', seats: seatsByOption(tally, new Map()), ...(seats > 0 && { vacant: seats }) };
}
