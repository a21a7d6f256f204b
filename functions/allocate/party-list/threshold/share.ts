import { compare, type Fraction, floor, fraction, parseFraction } from '../../../model/fraction.ts';
import type { ShareThreshold } from '../../../model/generated/election.ts';
import type { OptionId } from '../../../model/ids.ts';
import { jsonCount } from '../../../model/json/json.ts';
import type { Step } from '../../../model/law/allocation.ts';
import { baseFigure, baseStep, publishedVotes } from '../../count/bases.ts';
import type { Contender } from '../../count/contenders.ts';
import { reaches, requiredVotes } from '../../count/shares.ts';
import type { Tally } from '../../count/tally.ts';
import { exact } from '../../exact.ts';
import { goOn, joined, lazily, type Progress, undetermined } from '../../progress.ts';

/** The lists that have the share of votes which the law asks for, or are exempt from it. */
export function meetShare(
  rule: ShareThreshold,
  tally: Tally,
  lists: readonly Contender[],
): Progress<ReadonlySet<OptionId>> {
  const base = baseFigure(rule.base, tally);
  const first = baseStep(base, rule);
  const votes = publishedVotes(base);
  if (votes === null)
    return undetermined(
      'figures-missing',
      `The threshold is a share of a figure that has not been published: ${base.missing.join(', ')}.`,
      [first],
    );
  const kinds = new Map(tally.contest.options.map(({ id, listKind }) => [id, listKind]));
  const exempt = new Set(rule.exempt);
  const judge = (list: Contender) =>
    judged(rule, list, votes, kinds.get(list.option), exempt.has(list.option));
  const met = new Set(lists.filter((list) => judge(list).passes).map(({ option }) => option));
  const steps = lazily(function* () {
    for (const list of lists) yield judge(list);
  });
  return goOn(met, joined([first], steps));
}

type ThresholdStep = Extract<Step, { rule: 'threshold' }>;

/** Whether a list meets the condition, with the numbers that decide. */
function judged(
  rule: ShareThreshold,
  { option, votes }: Contender,
  base: bigint,
  listKind: string | undefined,
  exempt: boolean,
): ThresholdStep {
  const own = rule.byKind?.find((kind) => kind.listKind === listKind);
  const percent = own?.percent ?? rule.percent;
  const required = requiredVotes({ percent }, base);
  const share = rule.decimals === undefined ? null : roundedShare(votes, base, rule.decimals);
  const enough = share
    ? votes > 0n && suffices(compare(share.rounded, parseFraction(percent)), rule.inclusive)
    : reaches(votes, required, rule.inclusive);
  return {
    rule: 'threshold',
    law: exempt ? (rule.exemptLaw ?? rule.law) : (own?.law ?? rule.law),
    option,
    votes: jsonCount(votes),
    required: exact(required),
    inclusive: rule.inclusive,
    passes: exempt || enough,
    ...(own && { listKind: own.listKind }),
    ...(exempt && { exempt }),
    ...(share && {
      share: exact(share.share),
      rounded: exact(share.rounded),
      percent: exact(parseFraction(percent)),
    }),
  };
}

/** The percentage of the base, exactly and rounded half up. Of a base of nothing it is nothing. */
function roundedShare(votes: bigint, base: bigint, decimals: number): { share: Fraction; rounded: Fraction } {
  const share = base === 0n ? fraction(0n) : fraction(100n * votes, base);
  const scale = 10n ** BigInt(decimals);
  const { numerator, denominator } = share;
  const rounded = floor(fraction(2n * numerator * scale + denominator, 2n * denominator));
  return { share, rounded: fraction(rounded, scale) };
}

function suffices(difference: number, inclusive: boolean): boolean {
  return inclusive ? difference >= 0 : difference > 0;
}
