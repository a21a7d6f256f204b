import type { PartyList } from '../../../model/generated/election.ts';
import { baseFigure, votesFigure } from '../../count/bases.ts';
import type { Contender } from '../../count/contenders.ts';
import type { Tally } from '../../count/tally.ts';
import { onlyKnown } from './known.ts';
import { verdictWithin } from './shares.ts';

/** Which lists pass however further votes fall, which may, which cannot. */
export interface Admission {
  readonly passing: readonly Contender[];
  readonly open: readonly Contender[];
  readonly failing: readonly Contender[];
}

/** Admission by the threshold of the system; null where it is of a kind that is not known here, or its base was not published. */
export function admissionWithin(
  { threshold }: PartyList,
  tally: Tally,
  lists: readonly Contender[],
): ((further: bigint) => Admission) | null {
  if (!threshold)
    return (further) =>
      grouped(lists, ({ votes }) => (votes > 0n ? 'passing' : further > 0n ? 'open' : 'failing'));
  if (!('base' in threshold) || !onlyKnown(threshold, ['percent', 'base', 'inclusive', 'law'])) return null;
  const base = baseFigure(threshold.base, tally);
  // A line of the ballot that was not published counts as none, as it does where the threshold is applied.
  const ofVotes = threshold.base === 'option-votes' || threshold.base === 'valid-votes';
  const votes = ofVotes ? base.atLeast : base.votes;
  if (votes === null) return null;
  const admissions = { holds: 'passing', fails: 'failing', undetermined: 'open' } as const;
  return (further) =>
    grouped(
      lists,
      (list) =>
        admissions[verdictWithin(votesFigure(list.option, tally), { ...base, votes }, threshold, further)],
    );
}

function grouped(lists: readonly Contender[], admission: (list: Contender) => keyof Admission): Admission {
  const { passing = [], open = [], failing = [] } = Object.groupBy(lists, admission);
  return { passing, open, failing };
}
