import { prettyJson } from '../model/json/json.ts';
import { type Bucket, headObject, openObject, readTags, streamObject, writeText } from './aws/bucket.ts';
import { mediaTypeOf, reasonMetadata, reportCsvKey, reportKey, reportPageKey, scanTag } from './objects.ts';
import { StoreError, type UploadStore } from './store.ts';

/** The intake bucket: uploads are read, reports are written. */
export function bucketUploads(intake: Bucket): UploadStore {
  return {
    async open(key, versionId) {
      const opened = await openObject(intake, key, versionId ?? undefined);
      if (opened) return { bytes: opened.bytes, body: opened.body };
      throw missing(intake, key, versionId);
    },

    async reason(key, versionId) {
      const head = await headObject(intake, key, versionId ?? undefined);
      return head?.Metadata?.[reasonMetadata] ?? null;
    },

    async scanResult(key, versionId) {
      const tags = await readTags(intake, key, versionId ?? undefined);
      if (!tags) throw missing(intake, key, versionId);
      return tags.get(scanTag) ?? null;
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

function missing({ name }: Bucket, key: string, versionId: string | null): StoreError {
  return new StoreError(
    'object-missing',
    `${key}, version ${versionId ?? 'newest'}, is not in the bucket ${name}: it was deleted after it was uploaded. Upload the file again.`,
  );
}
