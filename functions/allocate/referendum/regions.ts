import { ceiling, fraction, multiply, parseFraction } from '../../model/fraction.ts';
import type { AreaStep, AreasStep, Verdict } from '../../model/generated/certificate.ts';
import type { Referendum, Share } from '../../model/generated/election.ts';
import type { AreaId, OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json.ts';
import { baseFigure, type Figure, votesFigure } from '../count/bases.ts';
import { requiredVotes, verdictOn } from '../count/shares.ts';
import { type Tally, tallyIn } from '../count/tally.ts';
import { exact } from '../exact.ts';
import type { Condition } from './conditions.ts';

/** The majority that is needed in a share of the areas too. */
export type Regions = NonNullable<Referendum['regions']>;

/**
 * The majority in enough of the areas. It rests on two kinds of figures that are published apart, so two conditions can be open:
 * `regions-majority`, whether enough areas have it, and, where the share is taken of voters and not of votes, `regions-turnout` or
 * `regions-registered`, whether their number is known area by area. Areas without figures are bounded: enough that hold decide, and
 * so do too few that still can.
 */
export function regions(rule: Regions, tally: Tally, yes: OptionId): readonly Condition[] {
  const areas = rule.areas.map((area) => checkArea(area, rule.majority, tallyIn(tally, area), yes));
  const required = Number(ceiling(multiply(parseFraction(rule.atLeast), fraction(BigInt(areas.length)))));
  const common = { rule: 'areas', law: rule.law, areas: areas.length, required } as const;
  const majority = majorityStep(common, areas);
  const voters = votersStep(rule.majority, common, areas, majority.result);
  const steps = [...areas.map(({ step }) => step), majority];
  return [
    { id: majority.condition, verdict: majority.result, steps },
    ...(voters ? [{ id: voters.condition, verdict: voters.result, steps: [voters] }] : []),
  ];
}

type Common = Pick<AreasStep, 'rule' | 'law' | 'areas' | 'required'>;

interface AreaCheck {
  readonly step: AreaStep;
  readonly baseKnown: boolean;
}

const nothing: Figure = { votes: null, atLeast: 0n, missing: [] };

function checkArea(area: AreaId, share: Share, tally: Tally | null, yes: OptionId): AreaCheck {
  const counted = tally ? votesFigure(yes, tally) : { ...nothing, missing: [yes] };
  const base = tally ? baseFigure(share.base, tally) : { ...nothing, missing: [share.base] };
  const step: AreaStep = {
    rule: 'area',
    law: share.law,
    area,
    counted: counted.votes === null ? null : jsonCount(counted.votes),
    votes: base.votes === null ? null : jsonCount(base.votes),
    required: base.votes === null ? null : exact(requiredVotes(share, base.votes)),
    result: verdictOn(counted, base, share),
    missing: [...counted.missing, ...base.missing],
  };
  return { step, baseKnown: base.votes !== null };
}

/** Whether enough areas have the majority. */
function majorityStep(common: Common, areas: readonly AreaCheck[]): AreasStep {
  const areasThat = (result: Verdict) =>
    areas.flatMap(({ step }) => (step.result === result ? [step.area] : []));
  const hold = areasThat('holds').length;
  const fail = areasThat('fails').length;
  return {
    ...common,
    condition: 'regions-majority',
    hold,
    fail,
    missing: areasThat('undetermined'),
    result: bounded(hold, fail, common),
  };
}

function bounded(hold: number, fail: number, { areas, required }: Common): Verdict {
  if (hold >= required) return 'holds';
  return areas - fail < required ? 'fails' : 'undetermined';
}

/** Whether the number of voters is known in the areas; it matters only while the majority is open. Null where the share is of votes. */
function votersStep(
  { base }: Share,
  common: Common,
  areas: readonly AreaCheck[],
  majority: Verdict,
): AreasStep | null {
  if (base !== 'cast' && base !== 'registered') return null;
  const missing = areas.filter(({ baseKnown }) => !baseKnown).map(({ step }) => step.area);
  const open = majority === 'undetermined' && missing.length > 0;
  return {
    ...common,
    condition: base === 'cast' ? 'regions-turnout' : 'regions-registered',
    hold: areas.length - missing.length,
    fail: 0,
    missing,
    result: open ? 'undetermined' : 'holds',
  };
}
