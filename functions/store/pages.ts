import type { ElectionId } from '../model/ids.ts';
import { type Bucket, readText } from './aws/bucket.ts';
import { pageKey, releaseKey } from './objects.ts';
import { readLatest, rewrite } from './pointers.ts';
import { type DescribePages, StoreError } from './store.ts';

/** Writes the pages of an election anew; without a pointer there are none. */
export function rebuildPages(
  bucket: Bucket,
  election: ElectionId,
  names: readonly string[],
  describe: DescribePages,
): Promise<void> {
  const keyOf = (name: string) => pageKey(election, name);
  return rewrite(bucket, names.map(keyOf), async () => {
    const latest = await readLatest(bucket, election);
    if (!latest) return new Map();
    const pages = describe(latest, await summaryOf(bucket, election, latest.version));
    return new Map([...pages].map(([name, page]) => [keyOf(name), page]));
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
