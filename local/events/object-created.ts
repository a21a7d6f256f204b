import type { JsonObject } from '../json.ts';
import type { ObjectCreated } from '../s3/server.ts';
import { LOCAL_ACCOUNT } from '../template/plan.ts';
import type { BusEvent } from './journal.ts';

/**
 * The "Object Created" event that S3 sends to EventBridge.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function objectCreatedEvent(created: ObjectCreated, id: string, region: string): BusEvent {
  const version: JsonObject = created.versionId === undefined ? {} : { 'version-id': created.versionId };
  return {
    version: '0',
    id,
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: LOCAL_ACCOUNT,
    // EventBridge gives whole seconds.
    time: created.time.replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [`arn:aws:s3:::${created.bucket}`],
    detail: {
      version: '0',
      bucket: { name: created.bucket },
      object: {
        key: created.key,
        size: created.size,
        etag: created.etag,
        ...version,
        sequencer: created.sequencer,
      },
      'request-id': id.replaceAll('-', '').slice(0, 16).toUpperCase(),
      requester: LOCAL_ACCOUNT,
      'source-ip-address': '127.0.0.1',
      reason: created.reason,
    },
  };
}
