import { type Bucket, headObject } from '../../functions/store/aws/bucket.ts';
import { readEvent } from '../../functions/validate/event.ts';

/** The version of an uploaded object that an execution is started on. */
export interface UploadVersion {
  /** The whole key, as `uploads/<election>/<file>`. */
  readonly key: string;
  /** `null`, the word, in a bucket without versions. */
  readonly versionId: string;
  readonly sequencer: string;
  /** When it was uploaded, ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
}

/**
 * The event that S3 sends for an upload, as far as the pipeline reads it. It is made anew for an upload whose own event is gone.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function uploadEvent(bucket: string, { key, versionId, sequencer, at, bytes }: UploadVersion): object {
  const version = versionId === 'null' ? {} : { 'version-id': versionId };
  return {
    version: '0',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    time: at,
    detail: { version: '0', bucket: { name: bucket }, object: { key, size: bytes, ...version, sequencer } },
  };
}

/** Whether the version of an uploaded object is in the bucket. */
export async function isUploadThere(
  intake: Bucket,
  { key, versionId }: Pick<UploadVersion, 'key' | 'versionId'>,
): Promise<boolean> {
  return (await headObject(intake, key, versionId === 'null' ? undefined : versionId)) !== null;
}

/** The object version that an event is about; null for what is no event of an upload. */
export function versionOfEvent(event: unknown): { key: string; versionId: string } | null {
  try {
    const { object } = readEvent({ mode: 'check', event });
    return { key: object.key, versionId: object.versionId };
  } catch {
    return null;
  }
}
