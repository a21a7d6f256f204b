import { prettyJson } from '../model/json.ts';
import { type Bucket, headObject, openObject, streamObject, writeText } from './aws/bucket.ts';
import { mediaTypeOf, reasonMetadata, reportCsvKey, reportKey, reportPageKey } from './objects.ts';
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

    async reason(key, versionId) {
      const head = await headObject(intake, key, versionId ?? undefined);
      return head?.Metadata?.[reasonMetadata] ?? null;
    },

    async writeReport(report, { csv, pages }) {
      const { election, file, versionId } = report;
      // The report last: whoever sees it finds the other files beside it.
      const table = reportCsvKey(election, file, versionId);
      await streamObject(intake, table, csv, { ContentType: mediaTypeOf(table) }).done;
      for (const [language, text] of pages) {
        const page = reportPageKey(election, file, versionId, language);
        await writeText(intake, page, text, { ContentType: mediaTypeOf(page) });
      }
      const key = reportKey(election, file, versionId);
      await writeText(intake, key, prettyJson(report), { ContentType: mediaTypeOf(key) });
    },
  };
}
