import { bytesOf } from '../../../support/builders.ts';
import type { MemoryState } from '../aws/memory.ts';
import { places } from '../aws/memory.ts';
import { addVersion } from '../aws/memory-buckets.ts';

/** A version of a file in the intake bucket, and what its event says of it. */
export interface Upload {
  /** The whole key. */
  readonly key: string;
  readonly versionId: string;
  readonly sequencer: string;
  /** When it was uploaded, ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: Uint8Array;
  /** The tags of the version, by name; none unless they are said. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The `number`th upload of a test, from 1: one a minute. */
export function upload(number: number, key: string, content: string): Upload {
  const at = new Date(firstUpload + number * 60_000).toISOString();
  const sequencer = number.toString(16).padStart(8, '0').toUpperCase();
  return { key, versionId: `u${number}`, sequencer, at, bytes: bytesOf(content) };
}

/** The event that starts an execution. */
export function eventOf({ key, versionId, sequencer, at, bytes }: Upload): object {
  const object = { key, size: bytes.length, etag: 'e', 'version-id': versionId, sequencer };
  const detail = { bucket: { name: places.intakeBucket }, object };
  return { source: 'aws.s3', time: at, 'detail-type': 'Object Created', detail };
}

/** Puts it into the bucket in memory. */
export function put(state: MemoryState, { key, versionId, bytes, tags }: Upload): void {
  const headers = { contentType: undefined, cacheControl: undefined };
  addVersion(state, places.intakeBucket, key, { versionId, bytes, ...headers, ...(tags && { tags }) });
}

/** When all tests begin, in milliseconds. */
export const firstUpload = Date.UTC(2024, 2, 10);
