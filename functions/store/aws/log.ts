import { logFolder, logKey, mediaTypeOf } from '../objects.ts';
import { moveCheckpoint } from '../pointers.ts';
import type { LogStore } from '../store.ts';
import { type Bucket, openObject } from './bucket.ts';
import { putOnce } from './put-once.ts';

/** The transparency logs in the publication bucket. */
export function bucketLogs(publication: Bucket): LogStore {
  return {
    path: logFolder,
    open: (election) => ({
      read: (path) => read(publication, logKey(election, path)),
      async put(path, bytes) {
        const mediaType = mediaTypeOf(path.startsWith('checkpoints/') ? 'checkpoint.txt' : 'tile');
        await putOnce(publication, logKey(election, path), mediaType, [bytes]);
      },
      moveCheckpoint: (note, keep) => moveCheckpoint(publication, logKey(election, 'checkpoint'), note, keep),
    }),
  };
}

async function read(bucket: Bucket, key: string): Promise<Uint8Array | null> {
  const opened = await openObject(bucket, key);
  if (!opened) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of opened.body) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
