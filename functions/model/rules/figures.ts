import { parseFraction } from '../fraction.ts';
import type { Contest, ElectionDefinition } from '../generated/election.ts';
import { type CountField, isVotesField, type MergedProtocol, votesField } from '../protocol.ts';
import { add, type Exact, exact } from './exact.ts';

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
  /** Invalid share, in percent, over which a protocol is reported, as written; and the same as the ratio `most` to `of`. */
  readonly invalidShare: { readonly percent: string; readonly most: Exact; readonly of: Exact };
}

/** Share of invalid ballots, in percent, over which a protocol is reported when the definition does not say. */
const defaultInvalidSharePercent = '10';

/** The parameters that an election's definition gives the rules. */
export function ruleLimits(limits: ElectionDefinition['limits']): RuleLimits {
  const percent = limits?.invalidSharePercent ?? defaultInvalidSharePercent;
  const { numerator, denominator } = parseFraction(percent);
  return { invalidShare: { percent, most: exact(numerator), of: exact(denominator * 100n) } };
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
