import type { Contest } from '../../model/generated/election.ts';
import type { AreaId } from '../../model/ids.ts';
import { canonicalJson } from '../../model/json/json.ts';
import type { MergedProtocol } from '../../model/records/protocol.ts';
import { protocolsIn, resultsParts } from '../read/records.ts';
import type { Batches, Snapshot } from '../release.ts';
import { protocolEntries, removedEntry } from './entries.ts';

/**
 * The entries that one release adds to the log before its own: a protocol each that is new or other than in the release before, or gone.
 * By contest, then area, as in the definition, then station. Areas whose batches are the same are not read.
 *
 * @param before null for the first release
 */
export async function* changedEntries(
  batches: Batches,
  before: Snapshot | null,
  after: Snapshot,
): AsyncGenerator<Uint8Array[]> {
  for (const contest of after.definition.contests) {
    const [former, current] = [before && resultsParts(before, contest.id), resultsParts(after, contest.id)];
    for (const area of areasOf(after, former, current)) {
      const [old, now] = [former?.get(area) ?? [], current.get(area) ?? []];
      const sameContest = contestAt(before, contest.id);
      if (canonicalJson([old, sameContest]) === canonicalJson([now, contest])) continue;
      const read = (parts: typeof now) => protocolsIn(batches, after.election, parts, area);
      const entries = compare(await read(old), await read(now), sameContest ?? contest, contest);
      if (entries.length > 0) yield entries;
    }
  }
}

function contestAt(snapshot: Snapshot | null, id: string): Contest | undefined {
  return snapshot?.definition.contests.find((contest) => contest.id === id);
}

type Parts = ReturnType<typeof resultsParts>;

/** Those of the definition in their order, then those that it no longer has. */
function areasOf({ definition }: Snapshot, former: Parts | null, current: Parts): AreaId[] {
  const named = new Set([...(former?.keys() ?? []), ...current.keys()]);
  const known = definition.areas.map(({ id }) => id).filter((id) => named.delete(id));
  return [...known, ...[...named].sort()];
}

function compare(
  before: readonly MergedProtocol[],
  after: readonly MergedProtocol[],
  formerContest: Contest,
  contest: Contest,
): Uint8Array[] {
  const former = new Map(before.map((protocol) => [protocol.station, protocol]));
  const [entryBefore, entryOf] = [protocolEntries(formerContest), protocolEntries(contest)];
  const entries: Uint8Array[] = [];
  for (const protocol of after) {
    const entry = entryOf(protocol);
    const old = former.get(protocol.station);
    former.delete(protocol.station);
    if (!old || Buffer.compare(entryBefore(old), entry) !== 0) entries.push(entry);
  }
  return [...entries, ...[...former.values()].map(removedEntry)];
}
