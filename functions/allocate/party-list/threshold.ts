import type { Step } from '../../model/allocation.ts';
import type { Fraction } from '../../model/fraction.ts';
import type { PartyList, Share } from '../../model/generated/election.ts';
import { jsonCount } from '../../model/json.ts';
import { type BaseFigure, baseFigure, baseStep } from '../count/bases.ts';
import type { Contender } from '../count/contenders.ts';
import { reaches, requiredVotes } from '../count/shares.ts';
import type { Tally } from '../count/tally.ts';
import { exact } from '../exact.ts';
import { goOn, type Progress, undetermined } from '../progress.ts';

/** The lists that have the share of votes which the law asks for, and those that have not; both in ballot order. */
export interface Passing {
  readonly passed: readonly Contender[];
  readonly failed: readonly Contender[];
}

/** Which lists pass. Without a threshold every list with votes does; a list without votes never does. */
export function threshold(system: PartyList, tally: Tally, lists: readonly Contender[]): Progress<Passing> {
  if (!system.threshold) return admit(lists, ({ votes }) => votes > 0n, [], undefined);
  const share = system.threshold;
  const base = baseFigure(share.base, tally);
  const first = baseStep(base, share);
  const votes = publishedVotes(base);
  if (votes === null)
    return undetermined(
      'figures-missing',
      `The threshold is a share of a figure that has not been published: ${base.missing.join(', ')}.`,
      [first],
    );
  const required = requiredVotes(share, votes);
  const passes = (list: Contender) => reaches(list.votes, required, share.inclusive);
  const steps = lists.map((list) => thresholdStep(list, share, required, passes(list)));
  return admit(lists, passes, [first, ...steps], share.law);
}

/**
 * A line of the ballot for which no votes were published (against all, a withdrawn list) counts as none here: commissions have
 * declared seats without printing it, and one absent line should not leave every seat open. The base step names it.
 */
function publishedVotes(base: BaseFigure): bigint | null {
  const ofVotes = base.base === 'option-votes' || base.base === 'valid-votes';
  return ofVotes ? base.atLeast : base.votes;
}

function thresholdStep(
  { option, votes }: Contender,
  share: Share,
  required: Fraction,
  passes: boolean,
): Step {
  return {
    rule: 'threshold',
    law: share.law,
    option,
    votes: jsonCount(votes),
    required: exact(required),
    inclusive: share.inclusive,
    passes,
  };
}

function admit(
  lists: readonly Contender[],
  passes: (list: Contender) => boolean,
  steps: readonly Step[],
  law: string | undefined,
): Progress<Passing> {
  const { passed = [], failed = [] } = Object.groupBy(lists, (list) => (passes(list) ? 'passed' : 'failed'));
  const admitted: Step = { rule: 'admitted', law, options: passed.map(({ option }) => option) };
  if (passed.length === 0)
    return undetermined('no-list-passes', 'No list passes the threshold, and the law is silent on that.', [
      ...steps,
      admitted,
    ]);
  return goOn({ passed, failed }, [...steps, admitted]);
}
