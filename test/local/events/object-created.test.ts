import { expect, it } from 'vitest';
import { objectCreatedEvent } from '../../../local/events/object-created.ts';

it('makes the event that S3 sends to EventBridge', () => {
  const created = {
    bucket: 'intake',
    key: 'uploads/x y/ү.csv',
    versionId: 'v1',
    etag: 'b1946ac92492d2347c6235b4d2611184',
    size: 5,
    sequencer: '617f08299329d189',
    reason: 'PutObject',
    time: '2026-01-01T10:00:00.123Z',
  } as const;

  const event = objectCreatedEvent(created, '17793124-05d4-b198-2fde-7ededc63b103', 'eu-central-1');

  expect(event).toEqual({
    version: '0',
    id: '17793124-05d4-b198-2fde-7ededc63b103',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '000000000000',
    time: '2026-01-01T10:00:00Z',
    region: 'eu-central-1',
    resources: ['arn:aws:s3:::intake'],
    detail: {
      version: '0',
      bucket: { name: 'intake' },
      object: {
        key: 'uploads/x y/ү.csv',
        size: 5,
        etag: 'b1946ac92492d2347c6235b4d2611184',
        'version-id': 'v1',
        sequencer: '617f08299329d189',
      },
      'request-id': '1779312405D4B198',
      requester: '000000000000',
      'source-ip-address': '127.0.0.1',
      reason: 'PutObject',
    },
  });
});
