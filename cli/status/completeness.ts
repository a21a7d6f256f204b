import { areaTree } from '../../functions/model/areas.ts';
import type { ElectionId } from '../../functions/model/ids.ts';
import type { BatchHeader } from '../../functions/model/records/batch.ts';
import { expectedUnits, stationsByArea } from '../../functions/model/records/expected.ts';
import { type ElectionState, filesOfKind } from '../../functions/model/state.ts';
import type { Store } from '../../functions/store/store.ts';

/** How many protocols of a contest are in, published or not. */
export interface ContestStatus {
  readonly contest: string;
  readonly reported: number;
  /** Null where nobody has said how many there are. */
  readonly expected: number | null;
}

/** Of each contest of the definition, in its order; none as long as there is no definition. */
export async function contestStatuses(
  { batches }: Pick<Store, 'batches'>,
  election: ElectionId,
  state: ElectionState,
): Promise<ContestStatus[]> {
  if (state.definition === null) return [];
  const definition = await batches.definition(election, state.definition.batch);
  const registers = await Promise.all(
    filesOfKind(state, 'stations').map(({ batch }) => batches.header(election, batch)),
  );
  const stations = stationsByArea(registers.filter((header): header is BatchHeader => header !== null));
  const reported = new Map<string, number>();
  for (const { batch } of filesOfKind(state, 'results'))
    for (const total of await batches.totals(election, batch))
      reported.set(total.contest, (reported.get(total.contest) ?? 0) + total.reported);
  const tree = areaTree(definition);
  return definition.contests.map((contest) => ({
    contest: contest.id,
    reported: reported.get(contest.id) ?? 0,
    expected: expectedUnits(contest, tree, stations),
  }));
}
