import { prettyJson } from '../model/json.ts';
import { type Bucket, openObject, streamObject, writeText } from './aws/bucket.ts';
import { findingsKey, mediaTypeOf, reportKey } from './objects.ts';
import { StoreError, type UploadStore } from './store.ts';

/** The intake bucket: uploads are read, reports are written. */
export function bucketUploads(intake: Bucket): UploadStore {
  return {
    async open(key, versionId) {
      const opened = await openObject(intake, key, versionId ?? undefined);
      if (opened) return { bytes: opened.bytes, body: opened.body };
      throw new StoreError(
        'object-missing',
        `${key}, version ${versionId ?? 'newest'}, is not in the bucket ${intake.name}: it was deleted after it was uploaded. Upload the file again.`,
      );
    },

    async writeReport(report, findingsCsv) {
      const { election, file, versionId } = report;
      // The report last: whoever sees it finds the complete list beside it.
      const findings = findingsKey(election, file, versionId);
      await streamObject(intake, findings, findingsCsv, { ContentType: mediaTypeOf(findings) }).done;
      const key = reportKey(election, file, versionId);
      await writeText(intake, key, prettyJson(report), { ContentType: mediaTypeOf(key) });
    },
  };
}
