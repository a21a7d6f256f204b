import type { Folder } from '../../model/generated/folder.ts';
import { type Entry, isPublished } from '../../model/ledger.ts';

/** What the index of an election's folder says of a release, all of which stands in its manifest. */
export interface ListedRelease {
  readonly election: string;
  readonly version: string;
  readonly revision: number;
  /** When it was begun, ISO 8601, UTC. */
  readonly at: string;
}

/** The finished releases of a ledger, oldest first. */
export function listedReleases(ledger: readonly Entry[]): ListedRelease[] {
  return ledger.filter(isPublished).map(({ election, version, revision, at }) => {
    const begun = ledger.findLast((entry) => entry.type === 'publishing' && entry.version === version);
    return { election, version, revision, at: begun?.at ?? at };
  });
}

/** index.json of an election: its pointer and every finished release, oldest first. Whoever has the manifests can tell it. */
export function electionFolder(election: string, releases: readonly ListedRelease[]): Folder {
  return {
    path: `elections/${election}/`,
    parent: '../index.json',
    entries: [
      {
        name: 'latest.json',
        mediaType: 'application/json',
        description: 'Which release is the newest: version, status and the hash of its manifest.',
      },
      ...releases.map(({ version, revision, at }) => ({
        name: `${version}/`,
        description: `Release ${version} of ${at}: the election at revision ${revision}.`,
      })),
    ],
  };
}
