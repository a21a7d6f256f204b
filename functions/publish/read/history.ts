import type { AreaId, BatchId, ContestId } from '../../model/ids.ts';
import type { Accepted, Entry } from '../../model/ledger.ts';
import type { BatchHeader } from '../../model/records/batch.ts';
import { type Protocol, protocolKey } from '../../model/records/protocol.ts';
import { PublishError } from '../errors.ts';
import type { AreaHistory, Batches, Release, Snapshot } from '../release.ts';

/**
 * How the protocols of a contest came in: from the ledger and the headers of its batches. Records are read only of files that
 * have had more than one version, an area at a time. Throws PublishError `batch-missing` when a former batch is lost.
 */
export function historyOf(
  batches: Batches,
  snapshot: Snapshot,
  ledger: readonly Entry[],
): Release['history'] {
  return async (contest) => {
    const files = await versionsOf(batches, snapshot, ledger, contest);
    const history = new Map<AreaId, AreaHistory>();
    for (const [area, came] of arrivals(files)) {
      const corrected = new Set<string>();
      for (const versions of files)
        for (const key of await correctedIn(batches, snapshot, versions, area)) corrected.add(key);
      history.set(area, { ...came, corrected: corrected.size });
    }
    return history;
  };
}

/** A version of a file that brought other records than the one before. */
interface Version {
  readonly at: string;
  readonly batch: BatchId;
  readonly areas: BatchHeader['areas'];
}

/** The versions of each results file of the contest that is in force, oldest first. */
async function versionsOf(
  batches: Batches,
  { election, state, headers }: Snapshot,
  ledger: readonly Entry[],
  contest: ContestId,
): Promise<Version[][]> {
  const files = new Map<string, Version[]>();
  for (const entry of ledger) {
    if (entry.number > state.revision || !isResultOf(entry, contest)) continue;
    const { file, batch, at } = entry;
    const versions = files.get(file) ?? [];
    if (versions.at(-1)?.batch === batch) continue;
    const current = headers.get(file);
    const header = current?.batch === batch ? current : await batches.header(election, batch);
    if (!header)
      throw new PublishError(
        'batch-missing',
        `${election}: batch ${batch}, a former version of ${file}, is in the ledger but not in the table; restore the table to a point before it was lost`,
      );
    files.set(file, [...versions, { at, batch, areas: header.areas }]);
  }
  return [...files.values()];
}

function isResultOf(entry: Entry, contest: ContestId): entry is Entry<Accepted> {
  return entry.type === 'accepted' && entry.kind === 'results' && entry.contest === contest;
}

/** First and last upload by area. Uploads may be entered in another order than they were made in, so times are compared. */
function arrivals(files: readonly Version[][]): Map<AreaId, Pick<AreaHistory, 'first' | 'last'>> {
  const times = new Map<AreaId, Pick<AreaHistory, 'first' | 'last'>>();
  for (const { at, areas } of files.flat())
    for (const { area } of areas) {
      const { first, last } = times.get(area) ?? { first: at, last: at };
      times.set(area, { first: earlier(at, first) ? at : first, last: earlier(last, at) ? at : last });
    }
  return times;
}

function earlier(a: string, b: string): boolean {
  return Date.parse(a) < Date.parse(b);
}

/** Keys of the protocols of an area that a later version of the file states otherwise. One that has come or gone is not corrected. */
async function correctedIn(
  batches: Batches,
  { election }: Snapshot,
  versions: readonly Version[],
  area: AreaId,
): Promise<Set<string>> {
  const corrected = new Set<string>();
  const here = versions.filter(({ areas }) => areas.some((part) => part.area === area));
  if (here.length < 2) return corrected;
  const known = new Map<string, Protocol['values']>();
  for (const { batch } of here)
    for (const protocol of await batches.protocols(election, batch, area)) {
      const key = protocolKey(protocol);
      const before = known.get(key);
      if (before && !sameCounts(before, protocol.values)) corrected.add(key);
      known.set(key, protocol.values);
    }
  return corrected;
}

function sameCounts(a: Protocol['values'], b: Protocol['values']): boolean {
  if (a.size !== b.size) return false;
  for (const [field, { count }] of a) if (b.get(field)?.count !== count) return false;
  return true;
}
