import type { ConditionStep, Verdict } from '../../model/generated/certificate.ts';
import type { Share } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Step } from '../../model/law/allocation.ts';
import { exact } from '../exact.ts';
import { type BaseFigure, baseFigure, baseStep, castFigure, type Figure, votesFigure } from './bases.ts';
import { requiredVotes, verdictOn } from './shares.ts';
import type { Tally } from './tally.ts';

/** A share that the law asks for, checked. */
export interface ShareCondition {
  readonly id: ConditionStep['condition'];
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  /** Figures that were not published. */
  readonly missing: readonly string[];
}

/** Whether enough voters took part. */
export function turnout(share: Share, tally: Tally): ShareCondition {
  return condition('turnout', share, castFigure(tally), baseFigure(share.base, tally));
}

/** Whether enough said yes. */
export function majority(share: Share, tally: Tally, yes: OptionId): ShareCondition {
  return condition('majority', share, votesFigure(yes, tally), baseFigure(share.base, tally));
}

/** Whether enough of all that could said yes. */
export function approval(share: Share, tally: Tally, yes: OptionId): ShareCondition {
  return condition('approval', share, votesFigure(yes, tally), baseFigure(share.base, tally));
}

/** Whether a candidate has the least share that wins. */
export function minimum(share: Share, tally: Tally, option: OptionId): ShareCondition {
  return condition('minimum', share, votesFigure(option, tally), baseFigure(share.base, tally), option);
}

function condition(
  id: ConditionStep['condition'],
  share: Share,
  counted: Figure,
  base: BaseFigure,
  option?: OptionId,
): ShareCondition {
  const verdict = verdictOn(counted, base, share);
  const missing = [...counted.missing, ...base.missing];
  const step: ConditionStep = {
    rule: 'condition',
    law: share.law,
    condition: id,
    ...(option === undefined ? {} : { option }),
    counted: counted.votes === null ? null : jsonCount(counted.votes),
    base: share.base,
    required: base.votes === null ? null : exact(requiredVotes(share, base.votes)),
    inclusive: share.inclusive,
    result: verdict,
    missing,
  };
  return { id, verdict, steps: [baseStep(base, share), step], missing };
}
