import {
  add,
  ceiling,
  compare,
  type Fraction,
  floor,
  fraction,
  multiply,
  parseFraction,
  subtract,
} from '../../model/fraction.ts';
import type { AreaStep, AreasStep, ConditionStep, Verdict } from '../../model/generated/certificate.ts';
import type { Referendum, Share } from '../../model/generated/election.ts';
import type { AreaId, OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Step } from '../../model/law/allocation.ts';
import { baseFigure, type Figure, votesFigure } from '../count/bases.ts';
import { requiredVotes, verdictOn } from '../count/shares.ts';
import { type Tally, tallyIn } from '../count/tally.ts';
import { exact } from '../exact.ts';

/** The majority that is needed in a share of the areas too. */
export type Regions = NonNullable<Referendum['regions']>;

/** A condition of the law, checked. */
export interface Condition {
  readonly id: ConditionStep['condition'] | AreasStep['condition'];
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
}

/**
 * The majority in enough of the areas. It rests on two kinds of figures that are published apart, so two conditions can be open:
 * `regions-majority`, whether enough areas have it, and, where the share is taken of voters and not of votes, `regions-turnout` or
 * `regions-registered`, whether their number is known area by area. Areas without figures are bounded: enough that hold decide, and
 * so do too few that still can. In Switzerland a half-canton counts half, and more than half of the 23 are needed: Federal Constitution,
 * Art. 142(2) to (4).
 */
export function regions(rule: Regions, tally: Tally, yes: OptionId): readonly Condition[] {
  const areas = rule.areas.map((area) => checkArea(area, rule, tallyIn(tally, area), yes));
  const common = commonParts(rule);
  const majority = majorityStep(rule, common, areas);
  const voters = votersStep(rule.majority, common, areas, majority.result);
  const steps = [...areas.map(({ step }) => step), majority];
  return [
    { id: majority.condition, verdict: majority.result, steps },
    ...(voters ? [{ id: voters.condition, verdict: voters.result, steps: [voters] }] : []),
  ];
}

type Common = Pick<AreasStep, 'rule' | 'law' | 'areas' | 'required' | 'inclusive'>;

function commonParts({ areas, atLeast, inclusive, law }: Regions): Common {
  const share = multiply(parseFraction(atLeast), fraction(BigInt(areas.length)));
  const required = Number(inclusive === false ? floor(share) + 1n : ceiling(share));
  const strict = inclusive === false ? { inclusive } : {};
  return { rule: 'areas', law, areas: areas.length, required, ...strict };
}

function weightOf({ weights = {} }: Regions, area: AreaId): Fraction {
  return Object.hasOwn(weights, area) ? parseFraction(weights[area] ?? '1') : fraction(1n);
}

interface AreaCheck {
  readonly step: AreaStep;
  readonly baseKnown: boolean;
}

const nothing: Figure = { votes: null, atLeast: 0n, missing: [] };

function checkArea(area: AreaId, rule: Regions, tally: Tally | null, yes: OptionId): AreaCheck {
  const { majority: share } = rule;
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
    ...(rule.weights ? { weight: exact(weightOf(rule, area)) } : {}),
  };
  return { step, baseKnown: base.votes !== null };
}

/** Whether enough areas have the majority. */
function majorityStep(rule: Regions, common: Common, areas: readonly AreaCheck[]): AreasStep {
  const areasThat = (result: Verdict) =>
    areas.flatMap(({ step }) => (step.result === result ? [step.area] : []));
  const [hold, fail] = [areasThat('holds'), areasThat('fails')];
  const weighed = weigh(rule, hold, fail);
  const { total, required } = weighed;
  return {
    ...common,
    condition: 'regions-majority',
    hold: hold.length,
    fail: fail.length,
    missing: areasThat('undetermined'),
    ...(rule.weights
      ? {
          weights: {
            total: exact(total),
            required: exact(required),
            hold: exact(weighed.hold),
            fail: exact(weighed.fail),
          },
        }
      : {}),
    result: bounded(weighed, rule.inclusive ?? true),
  };
}

/** Areas by their weight; one each where the law weighs none. */
interface Weighed {
  readonly total: Fraction;
  readonly required: Fraction;
  readonly hold: Fraction;
  readonly fail: Fraction;
}

function weigh(rule: Regions, hold: readonly AreaId[], fail: readonly AreaId[]): Weighed {
  const sum = (areas: readonly AreaId[]) =>
    areas.map((area) => weightOf(rule, area)).reduce(add, fraction(0n));
  const total = sum(rule.areas);
  return {
    total,
    required: multiply(parseFraction(rule.atLeast), total),
    hold: sum(hold),
    fail: sum(fail),
  };
}

function bounded({ total, required, hold, fail }: Weighed, inclusive: boolean): Verdict {
  const suffices = (areas: Fraction) => compare(areas, required) >= (inclusive ? 0 : 1);
  if (suffices(hold)) return 'holds';
  return suffices(subtract(total, fail)) ? 'undetermined' : 'fails';
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
