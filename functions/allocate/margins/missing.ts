import type { Allocation, AllocationInput } from '../../model/law/allocation.ts';
import { votesField } from '../../model/records/protocol.ts';
import { sumOrNull } from '../count/sum-or-null.ts';
import { tallyOf } from '../count/tally.ts';
import type { Further } from './bounds/bounds.ts';

/** What is missing of a contest altogether; `further` is null where as many votes as you like can still come. */
export interface MissingVotes {
  readonly protocols: number | null;
  readonly voters: bigint | null;
  readonly further: Further | null;
}

/**
 * What has not been reported of a provisional contest. The voters are known only when every missing protocol has been found and its
 * voters are known, and when no protocol that has come leaves out votes that others state.
 */
export function missingVotes(input: AllocationInput, { expected, reported }: Allocation): MissingVotes {
  const { missing = [] } = input;
  const protocols = expected === null ? null : Math.max(0, expected - reported);
  const found = missing.reduce((sum, one) => sum + one.protocols, 0);
  const voters = sumOrNull(missing.map((one) => one.voters));
  const known = protocols !== null && found >= protocols && !isPartial(input);
  if (!known || voters === null) return { protocols, voters: null, further: null };
  const byArea = Map.groupBy(missing, ({ area }) => area);
  const inArea = (area: (typeof missing)[number]['area']) =>
    sumOrNull((byArea.get(area) ?? []).map((one) => one.voters)) ?? voters;
  return { protocols, voters, further: { votes: voters, in: inArea } };
}

/** Whether some protocols state votes of an option that others leave out: nothing bounds those. */
function isPartial({ contest, totals }: AllocationInput): boolean {
  const { values, reported } = tallyOf(contest, totals);
  return contest.options.some(({ id }) => (values.get(votesField(id))?.units ?? reported) < reported);
}
