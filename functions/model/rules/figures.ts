import type { Contest } from '../generated/election.ts';
import { type CountField, isVotesField, type MergedProtocol, votesField } from '../records/protocol.ts';
import { add, type Exact } from './exact.ts';
import { type Limits, limitWithDefault, type ShareLimit, shareLimit } from './limits.ts';

/** What the rules look at: the counts that are stated, the votes, and whether every option has its number. */
export interface Figures {
  /** The counts; undefined where one is not stated. */
  readonly counts: Readonly<Partial<Record<CountField, number>>>;
  /** Sum of the votes that are stated; where there are none, the valid ballots; null when neither is stated. */
  readonly votes: Exact | null;
  /** Whether all options are stated: only then can the sum be too small. */
  readonly complete: boolean;
  /** Whether the votes of any option are stated. */
  readonly byOption: boolean;
}

/** The parameters of the rules, read once for many protocols. */
export interface RuleLimits {
  /** Shares of the ballots cast over which a protocol is reported. */
  readonly invalidShare: ShareLimit;
  readonly blankShare: ShareLimit;
  /** Share of the ballots issued, and number of ballots, from which those missing in the boxes are reported. */
  readonly missingShare: ShareLimit;
  readonly missingBallots: number;
}

/** The parameters that an election's definition gives the rules. */
export function ruleLimits(limits: Limits): RuleLimits {
  return {
    invalidShare: shareLimit('invalid-share-high', 'invalidSharePercent', limits),
    blankShare: shareLimit('blank-share-high', 'blankSharePercent', limits),
    missingShare: shareLimit('cast-under-issued', 'castIssuedPercent', limits),
    missingBallots: Number(limitWithDefault('cast-under-issued', 'castIssuedBallots', limits)),
  };
}

/** The figures of one protocol, on all that the uploads together say of it. */
export function figuresOf({ values }: MergedProtocol, { options }: Pick<Contest, 'options'>): Figures {
  let sum: Exact = 0;
  let byOption = false;
  const counts: Partial<Record<CountField, number>> = {};
  for (const [field, { count }] of values)
    if (isVotesField(field)) {
      sum = add(sum, count);
      byOption = true;
    } else counts[field] = count;
  return {
    counts,
    votes: byOption ? sum : (counts.valid ?? null),
    complete: !byOption || options.every(({ id }) => values.has(votesField(id))),
    byOption,
  };
}
