import { uploadKey } from '../../../functions/store/objects.ts';
import type { UploadedFile } from '../../../functions/store/store.ts';
import { isUploadThere } from '../../operate/upload-event.ts';
import { type Examined, enteredVersion, sequencerAfter, uploadEntries } from '../examined.ts';
import type { Problem } from '../problem.ts';

/**
 * The newest version of every file in the bucket is in the ledger, or there is a report that says why it is not; every version that the ledger has in
 * force is still in the bucket.
 */
export async function* uploads(examined: Examined): AsyncGenerator<Problem> {
  for (const uploaded of await examined.store.status.uploads(examined.election)) {
    const problem = uploadProblem(examined, uploaded);
    if (problem) yield problem;
  }
  for (const { file, versionId, number } of examined.state.files.values()) {
    const key = uploadKey(examined.election, file);
    if (await isUploadThere(examined.intake, { key, versionId })) continue;
    yield {
      code: 'upload-gone',
      where: `${key} (version ${versionId}), entry ${number}`,
      what: 'was deleted after it was taken in. It is in force all the same: its records are in the table',
      mend: 'Nothing has to be done. To have the file again, upload it.',
      repair: null,
    };
  }
}

function uploadProblem({ election, ledger }: Examined, uploaded: UploadedFile): Problem | null {
  const { file, versionId, at, bytes, report } = uploaded;
  const entries = uploadEntries(ledger).filter(
    (entry) => entry.file === file && entry.versionId === versionId,
  );
  const where = `${uploadKey(election, file)} (version ${versionId})`;
  const entry = entries.at(-1);
  if (entry !== undefined)
    return report !== null
      ? null
      : {
          code: 'report-missing',
          where,
          what: `is entry ${entry.number} of the ledger, and has no report`,
          mend: 'Start the pipeline on it: it writes the report again.',
          repair: enteredVersion(entry),
        };
  // Of a key that Sailau does not read there is a report and no entry.
  if (report?.outcome === 'rejected' && report.counts['key-not-recognised'] !== undefined) return null;
  return {
    code: 'upload-unprocessed',
    where,
    what: 'lies in the bucket and is not in the ledger',
    mend: 'Start the pipeline on it. If it came just now, it may be in work: starting it twice does no harm.',
    repair: {
      key: uploadKey(election, file),
      versionId,
      sequencer: sequencerAfter(ledger, file),
      at,
      bytes,
    },
  };
}
