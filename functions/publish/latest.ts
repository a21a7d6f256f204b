import type { Latest } from '../model/generated/latest.ts';
import type { Entry } from '../model/ledger.ts';
import { foldLedger } from '../model/state.ts';
import { statusOf } from './figures/status.ts';

/** What latest.json says once the last finished release of the ledger is the newest; null before the first. */
export function newestRelease(ledger: readonly Entry[]): Latest | null {
  const release = foldLedger(ledger).releases.at(-1);
  if (!release) return null;
  const { election, version, revision, manifest } = release;
  const begun = ledger.findLast((entry) => entry.type === 'publishing' && entry.version === version);
  return {
    election,
    version,
    revision,
    status: statusOf({ state: foldLedger(ledger, revision) }).status,
    manifest,
    path: `elections/${election}/${version}/`,
    at: begun?.at ?? release.at,
  };
}
