import type { ElectionId } from '../model/ids.ts';
import type { Entry, Publishing } from '../model/ledger.ts';
import type { Observation } from '../model/observation.ts';
import { foldLedger } from '../model/state.ts';
import { LedgerBusy, ReleaseBusy } from './errors.ts';
import type { WrittenFile } from './files/file.ts';
import { waitingSince } from './lag.ts';

/**
 * `covered`: a release that others began holds the revision already. `nothing-yet`: no results and no turnout are in. `written` is there when
 * it was this run that entered the release as finished.
 */
export type PublishResult =
  | {
      readonly outcome: 'published' | 'covered';
      readonly election: ElectionId;
      readonly version: string;
      readonly written?: WrittenRelease;
    }
  | { readonly outcome: 'nothing-yet'; readonly election: ElectionId };

/** What a run has written. */
export interface WrittenRelease {
  readonly version: string;
  readonly bytes: number;
  /** When the oldest change in it was uploaded, ISO 8601; null where nothing had to wait. */
  readonly since: string | null;
}

/** That a release holds the revision: `begun` is the version that this run has begun, `written` what it has finished. */
export function held(
  election: ElectionId,
  version: string,
  { begun, written }: { readonly begun: string | null; readonly written: WrittenRelease | null },
): PublishResult {
  const outcome = version === begun ? 'published' : 'covered';
  return { outcome, election, version, ...(written?.version === version && { written }) };
}

/** What is said of a release that has just been entered as finished. `ledger` is as it was when the release was taken up. */
export function writtenRelease(
  ledger: readonly Entry[],
  { version, revision }: Publishing,
  files: readonly WrittenFile[],
): WrittenRelease {
  const before = foldLedger(ledger).releases.at(-1)?.revision ?? 0;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { version, bytes, since: waitingSince(ledger, before, revision) };
}

/** What is logged and counted of an attempt that came to an end; `now` in milliseconds since 1970, when the pointer stands. */
export function tellResult(result: PublishResult, now: number): Observation {
  const { election, outcome } = result;
  if (outcome === 'nothing-yet') return { outcome, facts: { election } };
  const { version, written } = result;
  if (written === undefined) return { outcome, facts: { election, version } };
  const { bytes, since } = written;
  const lag = since === null ? undefined : Math.max(0, (now - Date.parse(since)) / 1000);
  return {
    outcome,
    facts: { election, version, bytes, ...(lag !== undefined && { lagSeconds: lag }) },
    counts: { ReleasesPublished: 1, ReleaseBytes: bytes, ...(lag !== undefined && { PublishLag: lag }) },
  };
}

/** Of one that ended in an error which the state machine expects; null of any other. */
export function tellError(error: unknown): Observation | null {
  const busy = error instanceof ReleaseBusy || error instanceof LedgerBusy;
  return busy ? { outcome: 'busy', facts: { code: error.code }, counts: { PublishBusy: 1 } } : null;
}
