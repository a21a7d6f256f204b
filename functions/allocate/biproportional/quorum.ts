import { compare, type Fraction, fraction, subtract } from '../../model/fraction.ts';
import type { QuorumStep } from '../../model/generated/certificate.ts';
import type { Biproportional, Share } from '../../model/generated/election.ts';
import type { AreaId, OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Step } from '../../model/law/allocation.ts';
import { baseFigure } from '../count/bases.ts';
import type { Contender } from '../count/contenders.ts';
import { reaches, requiredVotes } from '../count/shares.ts';
import { type Tally, votesOf } from '../count/tally.ts';
import type { District } from '../districts/tally.ts';
import { exact } from '../exact.ts';
import { goOn, type Progress, undetermined } from '../progress.ts';

/** The districts, and the lists that share their seats. */
export interface Admitted {
  readonly districts: readonly District[];
  readonly lists: readonly OptionId[];
}

/**
 * Which lists take part: those that meet one of the alternatives, in some district or in the whole contest; without a quorum all that have
 * votes.
 */
export function quorum(
  { quorum: rule = {} }: Biproportional,
  tally: Tally,
  districts: readonly District[],
  contenders: readonly Contender[],
): Progress<Admitted> {
  const bars = [
    ...(rule.overall ? [barOf(rule.overall, tally)] : []),
    ...(rule.district ? districts.map(({ area, tally: own }) => barOf(rule.district, own, area)) : []),
  ].filter((bar) => bar !== null);
  const unknown = bars.flatMap(({ missing }) => missing);
  if (unknown.length > 0)
    return undetermined(
      'figures-missing',
      `The quorum is a share of a figure that has not been published: ${[...new Set(unknown)].join(', ')}.`,
    );
  const checks = contenders.map((list) => ({ list, trials: bars.map((bar) => trialOf(list.option, bar)) }));
  const steps = checks.flatMap(({ trials }) => telling(trials, rule));
  const passed = checks.filter(
    ({ list, trials }) => list.votes > 0n && (bars.length === 0 || trials.some(({ passes }) => passes)),
  );
  const lists = passed.map(({ list }) => list.option);
  const admitted: Step = { rule: 'admitted', law: rule.law, options: lists };
  if (lists.length === 0)
    return undetermined('no-list-passes', 'No list meets the quorum, and the law is silent on that.', [
      ...steps,
      admitted,
    ]);
  return goOn({ districts, lists }, [...steps, admitted]);
}

/** The votes that a list needs in a district, or in all. */
interface Bar {
  readonly share: Share;
  readonly area: AreaId | undefined;
  readonly tally: Tally;
  readonly required: Fraction;
  readonly missing: readonly string[];
}

function barOf(share: Share | undefined, tally: Tally, area?: AreaId): Bar | null {
  if (!share) return null;
  const base = baseFigure(share.base, tally);
  // A line of the ballot that nobody published (against all) counts as none, as it does for a threshold.
  const ofVotes = share.base === 'option-votes' || share.base === 'valid-votes';
  const votes = ofVotes ? base.atLeast : base.votes;
  const missing = votes === null ? base.missing : [];
  return { share, area, tally, required: requiredVotes(share, votes ?? 0n), missing };
}

interface Trial {
  readonly bar: Bar;
  readonly option: OptionId;
  readonly votes: bigint;
  readonly passes: boolean;
}

function trialOf(option: OptionId, bar: Bar): Trial {
  const votes = votesOf(bar.tally, option) ?? 0n;
  return { bar, option, votes, passes: reaches(votes, bar.required, bar.share.inclusive) };
}

/** The trial in the whole contest and, of those in districts, the one that came nearest or passed best. */
function telling(trials: readonly Trial[], { law }: NonNullable<Biproportional['quorum']>): QuorumStep[] {
  const overall = trials.filter(({ bar }) => bar.area === undefined);
  const inDistricts = trials
    .filter(({ bar }) => bar.area !== undefined)
    .toSorted((a, b) => compare(surplus(b), surplus(a)));
  return [...overall, ...inDistricts.slice(0, 1)].map(({ bar, option, votes, passes }) => ({
    rule: 'quorum',
    law: bar.share.law ?? law,
    option,
    ...(bar.area === undefined ? {} : { area: bar.area }),
    votes: jsonCount(votes),
    required: exact(bar.required),
    inclusive: bar.share.inclusive,
    passes,
  }));
}

function surplus({ votes, bar }: Trial): Fraction {
  return subtract(fraction(votes), bar.required);
}
