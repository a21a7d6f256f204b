import type { Contest } from '../../model/generated/election.ts';
import type { AreaId, ContestId, StationId } from '../../model/ids.ts';
import type { Protocol } from '../../model/records/protocol.ts';
import type { ContestRule } from '../../model/rules/contests.ts';
import { type Current, type CurrentFile, filesByArea, otherFiles } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import type { Located } from '../readers/content.ts';

/** Ballots cast of a unit in another contest. */
interface Elsewhere {
  readonly contest: ContestId;
  readonly cast: number;
}

/** The results files of other contests, by the areas that they report. */
export function otherContestsByArea({ id }: Contest, current: Current) {
  const others = otherFiles(current, 'results', '').filter(
    ({ contest }) => contest !== null && contest !== id,
  );
  return filesByArea(current, others);
}

/** The voters of a station take part in all of its contests: compares the ballots cast in this one with those of the others. */
export async function compareContests(
  located: Iterable<Located<Protocol>>,
  area: AreaId,
  others: readonly CurrentFile[],
  rule: ContestRule,
  current: Current,
  findings: Findings,
): Promise<void> {
  if (others.length === 0) return;
  const elsewhere = await castElsewhere(others, area, current);
  for (const { record, row } of located) {
    const cast = record.values.get('cast')?.count;
    if (cast === undefined) continue;
    const { contest, station } = record;
    const where = { row, column: 'cast', contest, area, ...(station !== null && { station }) };
    for (const other of elsewhere.get(station) ?? []) findings.addAll(rule(cast, other, where));
  }
}

async function castElsewhere(
  others: readonly CurrentFile[],
  area: AreaId,
  current: Current,
): Promise<Map<StationId | null, Elsewhere[]>> {
  const found = new Map<StationId | null, Elsewhere[]>();
  for (const { batch } of others)
    for (const { contest, station, values } of await current.batches.protocols(
      current.election,
      batch,
      area,
    )) {
      const cast = values.get('cast')?.count;
      if (cast !== undefined) found.set(station, [...(found.get(station) ?? []), { contest, cast }]);
    }
  return found;
}
