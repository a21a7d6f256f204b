import type { EntryBody } from '../../model/ledger.ts';
import type { Upload } from '../../model/upload.ts';
import type { ObjectVersion } from '../event.ts';
import type { Accepted } from '../validate.ts';

/** What is entered of an accepted file version: a status as it is, of every other file its batch. `reason` is why it was uploaded, null where nobody has said. */
export function bodyOf(
  upload: Upload,
  object: ObjectVersion,
  verdict: Accepted,
  reason: string | null,
): EntryBody {
  const { file, contest } = upload;
  const { versionId, sequencer } = object;
  const { sha256, bytes, result, findings } = verdict;
  const version = { file, versionId, sha256, bytes, sequencer };
  if (result.kind === 'status') return { type: 'status', ...version, status: result.status };
  const { kind, batch, records } = result.batch.header;
  const said = reason === null ? {} : { reason };
  return {
    type: 'accepted',
    ...version,
    kind,
    contest,
    batch,
    records,
    warnings: findings.warnings,
    ...said,
  };
}
