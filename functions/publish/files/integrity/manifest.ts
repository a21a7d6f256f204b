import type { Manifest } from '../../../model/generated/manifest.ts';
import { prettyJson } from '../../../model/json/json.ts';
import { entryHash } from '../../../model/ledger.ts';
import { PublishError } from '../../errors.ts';
import { statusOf } from '../../figures/status.ts';
import { columnsFingerprint } from '../../versions.ts';
import { document } from '../../write/blocks.ts';
import { documentFile, type Writing } from '../file.ts';

/** manifest.json: what the release is made of and made from. It names every file before it, so it is written after them. */
export const manifestJson = documentFile({
  path: 'manifest.json',
  mediaType: 'application/json',
  description:
    'Files with their SHA-256, uploads they are made from, the ledger entry and the release before.',
  content: (writing) => document(prettyJson(manifest(writing))),
});

function manifest({ release, files }: Writing): Manifest {
  const last = release.ledger.at(-1);
  if (!last) throw new PublishError('definition-missing', `${release.election}: the ledger is empty`);
  const { previous, state } = release;
  return {
    election: release.election,
    version: release.version,
    revision: state.revision,
    status: statusOf(release).status,
    at: release.at,
    codeVersion: release.codeVersion,
    columns: columnsFingerprint(),
    ledger: entryHash(last),
    previous: previous && { version: previous.version, manifest: previous.manifest },
    synthetic: release.definition.synthetic !== undefined,
    uploads: [...state.files.values()].map((entry) => ({
      file: entry.file,
      versionId: entry.versionId,
      sha256: entry.sha256,
      bytes: entry.bytes,
      batch: entry.batch,
      entry: entry.number,
    })),
    files: files.map(({ path, bytes, sha256, mediaType }) => ({ path, bytes, sha256, mediaType })),
  };
}
