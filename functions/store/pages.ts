import type { ElectionId } from '../model/ids.ts';
import { type Bucket, readText, writeText } from './aws/bucket.ts';
import { inParallel } from './aws/parallel.ts';
import { pageKey, releaseKey } from './objects.ts';
import { pointerOptions, readLatest, untilWritten } from './pointers.ts';
import { type DescribePages, StoreError } from './store.ts';

/**
 * Writes the pages of an election anew. Their ETags are read before the pointer is: whoever moves it after it was read writes these pages too, and then
 * this one is refused and begins again.
 */
export async function rebuildPages(
  bucket: Bucket,
  election: ElectionId,
  names: readonly string[],
  describe: DescribePages,
): Promise<void> {
  const keys = names.map((name) => pageKey(election, name));
  await untilWritten(keys.join(', '), async () => {
    const there = new Map<string, { text: string; etag: string }>();
    await inParallel(keys, 8, async (key) => {
      const found = await readText(bucket, key);
      if (found) there.set(key, found);
    });
    const latest = await readLatest(bucket, election);
    if (!latest) return;
    const pages = describe(latest, await summaryOf(bucket, election, latest.version));
    for (const [name, { text, mediaType }] of pages) {
      const key = pageKey(election, name);
      const current = there.get(key);
      if (current?.text !== text)
        await writeText(bucket, key, text, pointerOptions(mediaType, current?.etag));
    }
  });
}

async function summaryOf(bucket: Bucket, election: ElectionId, version: string): Promise<string> {
  const key = releaseKey(election, version, 'summary.json');
  const found = await readText(bucket, key);
  if (found) return found.text;
  throw new StoreError(
    'object-missing',
    `${key} is not in the bucket ${bucket.name}, and latest.json leads to its release`,
  );
}
