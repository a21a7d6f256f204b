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

export type Regions = NonNullable<Referendum['regions']>;

/**
 * The majority in enough of the areas. It rests on two kinds of figures that are published apart, so two conditions can be open: `regions-majority`,
 * whether enough areas have it, and, where the share is taken of voters and not of votes, `regions-turnout` or `regions-registered`: whether their
 * number is known area by area. Areas without figures are bounded: enough that hold decide, and so do too few that still can.
 */
export function regions(rule: Regions, tally: Tally, yes: OptionId): readonly Condition[] {
  const areas = rule.areas.map((area) => checkArea(area, rule.majority, tallyIn(tally, area), yes));
  const required = Number(ceiling(multiply(parseFraction(rule.atLeast), fraction(BigInt(areas.length)))));
  const hold = areas.filter(({ step }) => step.result === 'holds').length;
  const fail = areas.filter(({ step }) => step.result === 'fails').length;
  const verdict = bounded(hold, fail, areas.length, required);
  const common = { rule: 'areas' as const, law: rule.law, areas: areas.length, required };
  const open = areas.filter(({ step }) => step.result === 'undetermined');
  const step: AreasStep = {
    ...common,
    condition: 'regions-majority',
    hold,
    fail,
    missing: open.map(({ step }) => step.area),
    result: verdict,
  };
  const votersKnown = votersOf(rule.majority, common, areas, verdict);
  return [
    { id: step.condition, verdict, steps: [...areas.map(({ step }) => step), step] },
    ...(votersKnown
      ? [{ id: votersKnown.condition, verdict: votersKnown.result, steps: [votersKnown] }]
      : []),
  ];
}

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

function bounded(hold: number, fail: number, areas: number, required: number): Verdict {
  if (hold >= required) return 'holds';
  return areas - fail < required ? 'fails' : 'undetermined';
}

/** Whether the number of voters is known in the areas; it matters only while the majority is open. Null where the share is of votes. */
function votersOf(
  { base }: Share,
  common: Pick<AreasStep, 'rule' | 'law' | 'areas' | 'required'>,
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
