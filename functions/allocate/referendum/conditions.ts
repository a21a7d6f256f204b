import type { Step } from '../../model/allocation.ts';
import type { AreasStep, ConditionStep, Verdict } from '../../model/generated/certificate.ts';
import type { Share } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json.ts';
import {
  type BaseFigure,
  baseFigure,
  baseStep,
  castFigure,
  type Figure,
  votesFigure,
} from '../count/bases.ts';
import { requiredVotes, verdictOn } from '../count/shares.ts';
import type { Tally } from '../count/tally.ts';
import { exact } from '../exact.ts';

/** A condition of the law, checked. */
export interface Condition {
  readonly id: ConditionStep['condition'] | AreasStep['condition'];
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
}

/** Whether enough voters took part. */
export function turnout(share: Share, tally: Tally): Condition {
  return condition('turnout', share, castFigure(tally), baseFigure(share.base, tally));
}

/** Whether enough said yes. */
export function majority(share: Share, tally: Tally, yes: OptionId): Condition {
  return condition('majority', share, votesFigure(yes, tally), baseFigure(share.base, tally));
}

function condition(
  id: ConditionStep['condition'],
  share: Share,
  counted: Figure,
  base: BaseFigure,
): Condition {
  const verdict = verdictOn(counted, base, share);
  const step: ConditionStep = {
    rule: 'condition',
    law: share.law,
    condition: id,
    counted: counted.votes === null ? null : jsonCount(counted.votes),
    base: share.base,
    required: base.votes === null ? null : exact(requiredVotes(share, base.votes)),
    inclusive: share.inclusive,
    result: verdict,
    missing: [...counted.missing, ...base.missing],
  };
  return { id, verdict, steps: [baseStep(base, share), step] };
}
