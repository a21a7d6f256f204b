import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../../../functions/model/ledger.ts';
import type { MemoryState } from '../aws/memory.ts';
import { places } from '../aws/memory.ts';
import type { ObjectVersion } from '../aws/memory-buckets.ts';

/**
 * What is wrong with the state that a run has left, by the side of the serial run of its ledger; empty when nothing is. Everything must
 * be the same byte for byte: ledger, records, totals, certificates, reports on what was taken in, releases, pointers. Besides, there
 * may be what the protocol allows: batches that no entry names, and reports on files that were not taken in. The serial run
 * allocates every revision, the other may have passed over some that are not published.
 */
export function differences(actual: MemoryState, serial: MemoryState, ledger: readonly Entry[]): string[] {
  return [
    ...differentItems(actual, serial, ledger),
    ...differentObjects(
      objectsOf(actual, places.publicationBucket),
      objectsOf(serial, places.publicationBucket),
    ),
    ...differentObjects(reportsIn(actual), reportsIn(serial), 'may hold more'),
  ];
}

/** Whether two runs have left the very same in all places, version ids apart. */
export function isSame(one: MemoryState, other: MemoryState): boolean {
  return (
    isDeepStrictEqual(one.items, other.items) &&
    Object.values(places).every(
      (name) => differentObjects(objectsOf(one, name), objectsOf(other, name)).length === 0,
    )
  );
}

/** The newest version of every report and of all that lies beside it, by key. */
export function reportsIn(state: MemoryState): Map<string, ObjectVersion> {
  return new Map([...objectsOf(state, places.intakeBucket)].filter(([key]) => key.startsWith('reports/')));
}

/** The newest version of every object of a bucket, by key. */
export function objectsOf({ buckets }: MemoryState, bucket: string): Map<string, ObjectVersion> {
  const newest = [...(buckets.get(bucket) ?? [])].flatMap(([key, versions]): [string, ObjectVersion][] => {
    const last = versions.at(-1);
    return last ? [[key, last]] : [];
  });
  return new Map(newest);
}

/** What differs between two lots of objects: bytes and headers. */
export function differentObjects(
  actual: ReadonlyMap<string, ObjectVersion>,
  expected: ReadonlyMap<string, ObjectVersion>,
  more: 'may hold more' | 'holds no more' = 'holds no more',
): string[] {
  const found: string[] = [];
  for (const [key, object] of expected) {
    const there = actual.get(key);
    if (there === undefined) found.push(`${key} is missing`);
    else if (!isSameObject(there, object)) found.push(`${key} differs`);
  }
  if (more === 'holds no more')
    for (const key of actual.keys()) if (!expected.has(key)) found.push(`${key} should not be there`);
  return found;
}

function isSameObject(a: ObjectVersion, b: ObjectVersion): boolean {
  return (
    a.etag === b.etag &&
    a.contentType === b.contentType &&
    a.cacheControl === b.cacheControl &&
    Buffer.compare(a.bytes, b.bytes) === 0
  );
}

function differentItems(actual: MemoryState, serial: MemoryState, ledger: readonly Entry[]): string[] {
  const found: string[] = [];
  const published = new Set(ledger.flatMap((entry) => (entry.type === 'published' ? [entry.revision] : [])));
  for (const [pk, partition] of serial.items) {
    const there = actual.items.get(pk);
    const passedOver = there === undefined && isAllocation(pk) && !published.has(Number(pk.split('#r')[1]));
    if (!passedOver && !isDeepStrictEqual(there, partition)) found.push(`the items under ${pk} differ`);
  }
  for (const pk of actual.items.keys())
    if (!serial.items.has(pk) && isNamed(pk, ledger)) found.push(`the items under ${pk} should not be there`);
  return found;
}

function isAllocation(pk: string): boolean {
  return /#r[0-9]+$/.test(pk);
}

/** Whether a partition is not of a batch that no entry names. */
function isNamed(pk: string, ledger: readonly Entry[]): boolean {
  const [, batch = ''] = pk.split('#');
  if (!/^[0-9a-f]{32}$/.test(batch)) return true;
  return ledger.some((entry) => 'batch' in entry && entry.batch === batch);
}
