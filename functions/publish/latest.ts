import type { Latest } from '../model/generated/latest.ts';
import type { Entry, Published } from '../model/ledger.ts';
import { foldLedger } from '../model/state.ts';
import { statusOf } from './figures/status.ts';

/**
 * What latest.json says: the newest finished release that has not been withdrawn; when all have been, the newest, marked. Null before the
 * first.
 */
export function newestRelease(ledger: readonly Entry[]): Latest | null {
  const { releases, withdrawn } = foldLedger(ledger);
  const newest = releases.at(-1);
  if (!newest) return null;
  const release = releases.findLast(({ version }) => !withdrawn.has(version)) ?? newest;
  const { election, version, revision, manifest } = release;
  const { status } = withdrawn.has(version)
    ? { status: 'withdrawn' as const }
    : statusOf({ state: foldLedger(ledger, revision) });
  return {
    election,
    version,
    revision,
    status,
    manifest,
    path: `elections/${election}/${version}/`,
    at: begunAt(ledger, release),
    entry: decisiveEntry(ledger),
    newest: { version: newest.version, manifest: newest.manifest },
    withdrawn: [...withdrawn.values()].map((one) => ({ ...one })),
  };
}

/** When a finished release was begun. */
export function begunAt(ledger: readonly Entry[], { version, at }: Entry<Published>): string {
  return ledger.findLast((entry) => entry.type === 'publishing' && entry.version === version)?.at ?? at;
}

/** Number of the last entry that the pointers of an election follow from: nothing else makes, finishes or withdraws a release. */
export function decisiveEntry(ledger: readonly Entry[]): number {
  return ledger.findLast(({ type }) => type === 'published' || type === 'status')?.number ?? 0;
}
