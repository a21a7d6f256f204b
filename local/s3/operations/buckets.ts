import { S3Error } from '../protocol/errors.ts';
import type { Reply } from '../protocol/reply.ts';
import { document, element, sequence } from '../protocol/xml.ts';
import type { BucketCall, Call } from './call.ts';

/** What the clients take for the region; nothing here depends on it. */
const REGION = 'us-east-1';

/** ListBuckets. */
export async function listBuckets(call: Call): Promise<Reply> {
  const owner = element('Owner', sequence([element('ID', 'local'), element('DisplayName', 'local')]));
  const buckets = call.store
    .list()
    .map(({ name, created }) =>
      element('Bucket', sequence([element('Name', name), element('CreationDate', created)])),
    );
  const content = sequence([owner, element('Buckets', sequence(buckets))]);
  return { status: 200, body: { xml: document('ListAllMyBucketsResult', content) } };
}

/** CreateBucket, without versioning. The configuration in its body names a region and is left unread. */
export async function createBucket(call: Call): Promise<Reply> {
  const name = call.request.bucket ?? '';
  if (call.store.has(name)) {
    throw new S3Error(
      'BucketAlreadyOwnedByYou',
      'Your previous request to create the named bucket succeeded and you already own it.',
    );
  }
  await call.store.create(name, false);
  return { status: 200, headers: [['location', `/${name}`]] };
}

/** HeadBucket. */
export async function headBucket(_call: BucketCall): Promise<Reply> {
  return { status: 200, headers: [['x-amz-bucket-region', REGION]] };
}

/** GetBucketLocation; S3 writes its first region as nothing. */
export async function getBucketLocation(_call: BucketCall): Promise<Reply> {
  return { status: 200, body: { xml: document('LocationConstraint', sequence([])) } };
}
