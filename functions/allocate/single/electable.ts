import type { Plurality } from '../../model/generated/election.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Step } from '../../model/law/allocation.ts';
import { minimum } from '../count/conditions.ts';
import type { Contender } from '../count/contenders.ts';
import { type Tally, votesOf } from '../count/tally.ts';
import { follow, goOn, type Progress, undetermined } from '../progress.ts';
import type { WhyNobody } from './turnout.ts';

/** The candidates who can have a seat, and why others cannot. */
export interface Electable {
  readonly candidates: readonly Contender[];
  /** Why a seat stays empty, if one does. */
  readonly why: WhyNobody;
}

/** Those with votes, with more of them than against all where that can win, and with the least share where the law asks for one. */
export function electable(
  system: Plurality,
  tally: Tally,
  candidates: readonly Contender[],
): Progress<Electable> {
  const withVotes = candidates.filter(({ votes }) => votes > 0n);
  const ahead = system.againstAll === 'can-win' ? aheadOfAgainstAll(system, tally, withVotes) : null;
  if (!ahead) return withMinimum(system, tally, { candidates: withVotes, why: 'minimum' });
  return follow(ahead, (all) =>
    withMinimum(system, tally, {
      candidates: all,
      why: all.length < withVotes.length ? 'against-all' : 'minimum',
    }),
  );
}

function aheadOfAgainstAll(
  system: Plurality,
  tally: Tally,
  candidates: readonly Contender[],
): Progress<readonly Contender[]> {
  const option = tally.contest.options.find(({ kind }) => kind === 'against-all');
  if (!option) return goOn(candidates, []);
  const against = votesOf(tally, option.id);
  if (against === null)
    return undetermined(
      'figures-missing',
      `Against all can win, and the votes of ${option.id} have not been published.`,
    );
  const ahead = candidates.filter(({ votes }) => votes > against);
  const step: Step = {
    rule: 'against-all',
    law: system.againstAllLaw ?? system.law,
    votes: jsonCount(against),
    options: ahead.map((candidate) => candidate.option),
  };
  return goOn(ahead, [step]);
}

/** Only the first candidates are asked for the share: who has fewer votes cannot have it where they have not. */
function withMinimum(system: Plurality, tally: Tally, before: Electable): Progress<Electable> {
  const share = system.minimum;
  if (!share) return goOn(before, []);
  const checks = before.candidates.map((candidate) => ({
    candidate,
    check: minimum(share, tally, candidate.option),
  }));
  const steps = checks.flatMap(({ check }, index) => (index === 0 ? check.steps : check.steps.slice(1)));
  const open = checks.find(({ check }) => check.verdict === 'undetermined');
  if (open)
    return undetermined(
      'figures-missing',
      `The share that a candidate needs cannot be checked: ${open.check.missing.join(', ')} has not been published.`,
      steps,
    );
  const candidates = checks.flatMap(({ candidate, check }) => (check.verdict === 'holds' ? [candidate] : []));
  const why = candidates.length < before.candidates.length ? 'minimum' : before.why;
  return goOn({ candidates, why }, steps);
}
