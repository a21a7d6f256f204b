import { type ElectionId, isElectionId } from '../model/ids.ts';
import { byCodePoint } from '../model/text/text.ts';
import { type Bucket, headObject, listFolders, listKeys, readText } from './aws/bucket.ts';
import { inParallel } from './aws/parallel.ts';
import { type Item, queryItems, type Table } from './aws/table.ts';
import { isReport } from './codec/documents.ts';
import { decode } from './codec/shape.ts';
import { reportKey, uploadKey, uploadsPrefix } from './objects.ts';
import { readLatest } from './pointers.ts';
import { electionsPartition, failuresPartition } from './records.ts';
import type { Failure, StatusStore, UploadedFile } from './store.ts';

/** What an operator looks at, out of all three places. */
export function statusStore(intake: Bucket, table: Table, publication: Bucket): StatusStore {
  return {
    async elections() {
      const items = await queryItems(table, electionsPartition);
      const entered = items.map((item) => item.sk?.S ?? '');
      // One whose every file was rejected has no ledger, and is the one that somebody looks for.
      const folders = await listFolders(intake, uploadsPrefix);
      const uploaded = folders.map((folder) => folder.slice(uploadsPrefix.length, -1));
      return [...new Set([...entered, ...uploaded])].filter(isElectionId).sort(byCodePoint);
    },
    async uploads(election) {
      const uploads: UploadedFile[] = [];
      await inParallel(await listFiles(intake, election), 8, async (file) => {
        const upload = await readUpload(intake, election, file);
        if (upload) uploads.push(upload);
      });
      return uploads.sort((a, b) => byCodePoint(a.file, b.file));
    },
    async failures() {
      const items = await queryItems(table, failuresPartition);
      return items.map(failureOf).sort((a, b) => byCodePoint(a.at, b.at));
    },
    latest: (election) => readLatest(publication, election),
  };
}

async function listFiles(intake: Bucket, election: ElectionId): Promise<string[]> {
  const folder = uploadKey(election, '');
  const keys = await listKeys(intake, folder);
  // A name that Sailau does not read is shown too: its report says so. A key with a slash at the end is a folder of the console.
  return keys.filter((key) => !key.endsWith('/')).map((key) => key.slice(folder.length));
}

// The list does not say versions; the report that counts is the one on the version that lies there now.
async function readUpload(bucket: Bucket, election: ElectionId, file: string): Promise<UploadedFile | null> {
  const head = await headObject(bucket, uploadKey(election, file));
  if (!head) return null;
  const { VersionId: versionId = 'null', ContentLength: bytes = 0, LastModified: at } = head;
  const key = reportKey(election, file, versionId);
  const found = await readText(bucket, key);
  const report = found && decode(found.text, isReport, `${key} in the bucket ${bucket.name}`);
  return { file, versionId, bytes, at: (at ?? new Date(0)).toISOString(), report };
}

function failureOf(item: Item): Failure {
  const text = (attribute: string) => item[attribute]?.S ?? '';
  return {
    execution: text('sk'),
    key: text('key'),
    versionId: text('versionId'),
    error: text('error'),
    cause: text('cause'),
    at: text('at'),
  };
}
