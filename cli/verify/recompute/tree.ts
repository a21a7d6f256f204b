import type { Contest, ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { AreaId } from '../../../functions/model/ids.ts';
import type { AreaTotals, FieldTotal } from '../../../functions/model/records/batch.ts';
import type { Field } from '../../../functions/model/records/protocol.ts';
import { areasWithin } from '../../release/contents/known.ts';

/** What an area and all that lie in it add up to, for one contest. */
export interface AreaSum {
  reported: number;
  readonly values: Map<Field, FieldTotal>;
}

/** The sums of a contest for its area and every area in it, parents before children. */
export function areaSums(
  definition: ElectionDefinition,
  contest: Contest,
  totals: readonly AreaTotals[],
): Map<AreaId, AreaSum> {
  const within = areasWithin(definition, contest.area);
  const areas = definition.areas.filter(({ id }) => within.has(id));
  const sums = new Map<AreaId, AreaSum>(areas.map(({ id }) => [id, { reported: 0, values: new Map() }]));
  for (const total of totals)
    if (total.contest === contest.id) addTo(sums.get(total.area), total.reported, total.values);
  // From the last to the first: an area has all of its own before it is added to the one that it lies in.
  for (const { id, parent } of areas.toReversed()) {
    const own = sums.get(id);
    if (own && parent !== undefined) addTo(sums.get(parent), own.reported, own.values);
  }
  return sums;
}

function addTo(sum: AreaSum | undefined, reported: number, values: ReadonlyMap<Field, FieldTotal>): void {
  if (!sum) return;
  sum.reported += reported;
  for (const [field, { sum: more, units }] of values) {
    const before = sum.values.get(field);
    sum.values.set(field, { sum: (before?.sum ?? 0n) + more, units: (before?.units ?? 0) + units });
  }
}
