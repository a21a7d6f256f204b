import type { Versions } from '../model/generated/versions.ts';
import type { Entry, Published } from '../model/ledger.ts';
import { type ElectionState, foldLedger } from '../model/state.ts';
import { statusOf } from './figures/status.ts';
import { begunAt, decisiveEntry, newestRelease } from './latest.ts';

type VersionEntry = Versions['releases'][number];

/** versions.json: every finished release, the newest first, with what has become of it. Null before the first. */
export function describeVersions(ledger: readonly Entry[]): Versions | null {
  const latest = newestRelease(ledger);
  if (!latest) return null;
  const state = foldLedger(ledger);
  return {
    election: latest.election,
    entry: decisiveEntry(ledger),
    latest: latest.version,
    releases: state.releases.map((release, place) => versionEntry(ledger, state, release, place)).reverse(),
  };
}

function versionEntry(
  ledger: readonly Entry[],
  { releases, withdrawn }: ElectionState,
  release: Entry<Published>,
  place: number,
): VersionEntry {
  const { election, version, revision, manifest } = release;
  const withdrawal = withdrawn.get(version);
  const stated = statusOf({ state: foldLedger(ledger, revision) });
  const { status, by, at, reason } = withdrawal ? { ...withdrawal, status: 'withdrawn' as const } : stated;
  return {
    version,
    revision,
    at: begunAt(ledger, release),
    path: `elections/${election}/${version}/`,
    manifest,
    previous: releases[place - 1]?.version ?? null,
    status: { status, by, at, reason },
    withdrawn: withdrawal !== undefined,
  };
}
