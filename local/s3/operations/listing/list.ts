import type { Bucket } from '../../disk/bucket.ts';
import { asObject } from '../../disk/change/write.ts';
import { currentVersion } from '../../disk/lookup.ts';
import type { ObjectVersion } from '../../disk/version.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { document, element, sequence, type Xml } from '../../protocol/xml.ts';
import type { BucketCall } from '../call.ts';
import { keyWriter } from '../xml-parts.ts';
import { type ListScope, readScope, takePage, walk } from './walk.ts';

/** ListObjectsV2. A continuation token is the last key or common prefix of the page before. */
export async function listObjectsV2(call: BucketCall): Promise<Reply> {
  const { query } = call.request;
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? '';
  const scope = readScope(query, token === null ? startAfter : readToken(token));
  const page = takePage(liveRows(call.bucket, scope), scope.maxKeys);
  const last = page.rows.at(-1);
  const write = keyWriter(scope.encodingType);
  const heading = [
    element('KeyCount', page.rows.length),
    element('ContinuationToken', token ?? undefined),
    element('NextContinuationToken', page.truncated && last ? writeToken(last.name) : undefined),
    element('StartAfter', startAfter === '' ? undefined : write(startAfter)),
  ];
  return listing(call.bucket, scope, page, heading);
}

/** ListObjects, the first version of the listing, which older clients still use. */
export async function listObjects(call: BucketCall): Promise<Reply> {
  const marker = call.request.query.get('marker') ?? '';
  const scope = readScope(call.request.query, marker);
  const page = takePage(liveRows(call.bucket, scope), scope.maxKeys);
  const last = page.rows.at(-1);
  const write = keyWriter(scope.encodingType);
  const heading = [
    element('Marker', write(marker)),
    element('NextMarker', page.truncated && last ? write(last.name) : undefined),
  ];
  return listing(call.bucket, scope, page, heading);
}

/** An object, or a common prefix (without one). */
interface Row {
  readonly name: string;
  readonly object: ObjectVersion | undefined;
}

/** Keys whose current version is a delete marker are not there, nor are prefixes that hold nothing else. */
function* liveRows(bucket: Bucket, scope: ListScope): Generator<Row> {
  for (const entry of walk(bucket.keys, scope)) {
    if (entry.kind === 'key') {
      const object = asObject(currentVersion(bucket.folders, entry.key));
      if (object !== undefined) yield { name: entry.key, object };
    } else if (holdsObject(bucket, entry.start, entry.end)) {
      yield { name: entry.prefix, object: undefined };
    }
  }
}

function holdsObject(bucket: Bucket, start: number, end: number): boolean {
  for (let position = start; position < end; position++) {
    const key = bucket.keys.at(position);
    if (key !== undefined && currentVersion(bucket.folders, key)?.kind === 'object') return true;
  }
  return false;
}

function listing(
  bucket: Bucket,
  scope: ListScope,
  page: { rows: Row[]; truncated: boolean },
  heading: Xml[],
): Reply {
  const write = keyWriter(scope.encodingType);
  const content = sequence([
    element('Name', bucket.name),
    element('Prefix', write(scope.prefix)),
    element('Delimiter', scope.delimiter === '' ? undefined : write(scope.delimiter)),
    element('MaxKeys', scope.maxKeys),
    element('EncodingType', scope.encodingType),
    element('IsTruncated', page.truncated),
    ...heading,
    ...page.rows.map((row) => rowXml(row, write)),
  ]);
  return { status: 200, body: { xml: document('ListBucketResult', content) } };
}

function rowXml({ name, object }: Row, write: (key: string) => string): Xml {
  if (object === undefined) return element('CommonPrefixes', element('Prefix', write(name)));
  const content = sequence([
    element('Key', write(name)),
    element('LastModified', object.lastModified),
    element('ETag', `"${object.etag}"`),
    element('ChecksumAlgorithm', object.checksum?.algorithm),
    element('ChecksumType', object.checksum?.type),
    element('Size', object.size),
    element('StorageClass', 'STANDARD'),
  ]);
  return element('Contents', content);
}

function writeToken(name: string): string {
  return Buffer.from(name, 'utf8').toString('base64url');
}

function readToken(token: string): string {
  const name = Buffer.from(token, 'base64url').toString('utf8');
  if (name !== '' && writeToken(name) === token) return name;
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
}
