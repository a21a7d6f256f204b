import type { Folder } from '../../model/generated/folder.ts';
import { type Entry, isPublished } from '../../model/ledger.ts';

/** The index of an election's folder, and the ledger entry that it was made after. */
export type ElectionFolder = Folder & { readonly entry: number };

/** index.json of an election: its pointer and every finished release, oldest first; null before the first release. */
export function electionFolder(ledger: readonly Entry[]): ElectionFolder | null {
  const releases = ledger.filter(isPublished);
  const last = releases.at(-1);
  if (!last) return null;
  return {
    path: `elections/${last.election}/`,
    parent: '../index.json',
    entry: last.number,
    entries: [
      {
        name: 'latest.json',
        mediaType: 'application/json',
        description: 'Which release is the newest: version, status and the hash of its manifest.',
      },
      ...releases.map(({ version, revision, at }) => ({
        name: `${version}/`,
        description: `Release ${version}, finished ${at}: the election at revision ${revision}.`,
      })),
    ],
  };
}
