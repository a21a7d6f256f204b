import type { OptionId } from '../../model/ids.ts';
import type { AllocationInput } from '../../model/law/allocation.ts';
import type { AreaTotals, FieldTotal } from '../../model/records/batch.ts';
import { type Field, votesField } from '../../model/records/protocol.ts';

/**
 * The input with `votes` more for one option (fewer, when negative), in the first area that states any for it: with them grow the
 * ballots that were cast and the valid ones, where they are stated. Every other number stays.
 */
export function withFurtherVotes(input: AllocationInput, option: OptionId, votes: bigint): AllocationInput {
  const field = votesField(option);
  const place = input.totals.findIndex(
    ({ contest, values }) => contest === input.contest.id && values.has(field),
  );
  const totals = input.totals.map((total, index) =>
    index === place ? grown(total, [field, 'cast', 'valid'], votes) : total,
  );
  return { ...input, totals };
}

function grown(total: AreaTotals, fields: readonly Field[], votes: bigint): AreaTotals {
  const values = new Map<Field, FieldTotal>(total.values);
  for (const field of fields) {
    const before = values.get(field);
    if (before) values.set(field, { ...before, sum: before.sum + votes });
  }
  return { ...total, values };
}
