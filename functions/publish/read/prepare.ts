import { areaTree } from '../../model/areas.ts';
import type { Certificate } from '../../model/generated/certificate.ts';
import type { ContestId, ElectionId } from '../../model/ids.ts';
import type { Entry, Published, Publishing } from '../../model/ledger.ts';
import type { AreaTotals } from '../../model/records/batch.ts';
import { stationsByArea } from '../../model/records/expected.ts';
import { changesBetween } from '../changes/changes.ts';
import { PublishError } from '../errors.ts';
import { begunAt } from '../latest.ts';
import type { Batches, Change, PastRelease, Release, Snapshot } from '../release.ts';
import { historyOf } from './history.ts';
import { recordsOf } from './records.ts';
import { snapshotAt } from './snapshot.ts';

/**
 * The release that `begun` has promised, ready to be written. It rests on nothing but batches, which never change, and entries
 * up to its revision: whoever prepares it, whenever, gets the same.
 *
 * @param certificates the allocation of the revision, under the law in force and under the scenarios
 */
export async function prepareRelease(
  batches: Batches,
  ledger: readonly Entry[],
  begun: Entry<Publishing>,
  certificates: readonly Certificate[],
): Promise<Release> {
  const { election, version, at, codeVersion, revision } = begun;
  const snapshot = await snapshotAt(batches, election, ledger, revision);
  if (!snapshot)
    throw new PublishError(
      'definition-missing',
      `${election}: revision ${revision} has no definition to publish`,
    );
  return {
    election,
    version,
    at,
    codeVersion,
    certificates: certificates.filter(({ scenario }) => scenario === null),
    scenarios: certificates.filter(({ scenario }) => scenario !== null),
    state: snapshot.state,
    ledger: ledger.filter(({ number }) => number <= revision),
    previous: releaseBefore(ledger, begun),
    earlier: releasesBefore(ledger, begun),
    definition: snapshot.definition,
    tree: areaTree(snapshot.definition),
    totals: await totalsByContest(batches, snapshot),
    stations: stationsByArea([...snapshot.headers.values()].filter(({ kind }) => kind === 'stations')),
    records: recordsOf(batches, snapshot),
    history: historyOf(batches, snapshot, ledger),
    changes: await changesSince(batches, ledger, releaseBefore(ledger, begun), snapshot),
  };
}

/** The differences between the release that the ledger had last and the state at `revision`. */
export async function pendingChanges(
  batches: Batches,
  election: ElectionId,
  ledger: readonly Entry[],
  revision: number,
): Promise<AsyncIterable<readonly Change[]>> {
  const snapshot = await snapshotAt(batches, election, ledger, revision);
  if (!snapshot)
    throw new PublishError(
      'definition-missing',
      `${election}: revision ${revision} has no definition to publish`,
    );
  const changes = await changesSince(batches, ledger, releaseBefore(ledger, null), snapshot);
  return changes();
}

/** The last finished release, of those that were finished before `begun` was begun. */
function releaseBefore(ledger: readonly Entry[], begun: Entry<Publishing> | null): Entry<Published> | null {
  return (
    ledger.findLast(
      (entry): entry is Entry<Published> =>
        entry.type === 'published' && (begun === null || entry.number < begun.number),
    ) ?? null
  );
}

function releasesBefore(ledger: readonly Entry[], begun: Entry<Publishing>): PastRelease[] {
  return ledger
    .filter((entry) => entry.type === 'published')
    .filter(({ number }) => number < begun.number)
    .map((entry) => ({
      version: entry.version,
      revision: entry.revision,
      at: begunAt(ledger, entry),
      changes: entry.changes ?? null,
    }));
}

async function changesSince(
  batches: Batches,
  ledger: readonly Entry[],
  previous: Entry<Published> | null,
  snapshot: Snapshot,
): Promise<() => AsyncIterable<readonly Change[]>> {
  const before = previous && (await snapshotAt(batches, snapshot.election, ledger, previous.revision));
  return () => changesBetween(batches, before, snapshot);
}

async function totalsByContest(
  batches: Batches,
  { election, headers }: Snapshot,
): Promise<Map<ContestId, AreaTotals[]>> {
  const totals: AreaTotals[] = [];
  for (const { kind, batch } of headers.values())
    if (kind === 'results') totals.push(...(await batches.totals(election, batch)));
  return Map.groupBy(totals, ({ contest }) => contest);
}
