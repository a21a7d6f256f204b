import type { Change } from '../release.ts';
import type { Cell, Cells } from './cells.ts';

/** The upload that makes a difference, and why it was uploaded. */
export type Cause = Pick<Change, 'upload' | 'reason'>;

/** The values of `after` that are new or other than before, in their order, then those that are gone. */
export function compareCells(before: Cells, after: Cells, cause: Cause): Change[] {
  const changes: Change[] = [];
  for (const [key, cell] of after) {
    const former = before.get(key)?.value ?? null;
    if (former !== cell.value) changes.push(change(cell, former, cell.value, cause));
  }
  for (const [key, cell] of before)
    if (!after.has(key) && cell.value !== null) changes.push(change(cell, cell.value, null, cause));
  return changes;
}

function change(
  { contest, area, station, field }: Cell,
  before: string | null,
  after: string | null,
  cause: Cause,
): Change {
  return { contest, area, station, field, before, after, ...cause, adds: before === null };
}
