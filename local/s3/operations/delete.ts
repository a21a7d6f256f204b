import { receiveXml } from '../body/payload.ts';
import { type Check, removeVersionOf, writeVersionOf } from '../disk/change.ts';
import { S3Error } from '../protocol/errors.ts';
import type { Reply } from '../protocol/reply.ts';
import { checkKey } from '../protocol/request.ts';
import {
  childText,
  document,
  element,
  malformed,
  readXml,
  sequence,
  type Xml,
  type XmlElement,
} from '../protocol/xml.ts';
import { type BucketCall, type ObjectCall, temporaryFile } from './call.ts';
import { writeCondition } from './conditions.ts';
import { versionHeaders } from './object-headers.ts';

const MAX_KEYS = 1000;

/** DeleteObject: in a versioned bucket without a version id it leaves a delete marker, else it removes for good. */
export async function deleteObject(call: ObjectCall): Promise<Reply> {
  const versionId = call.request.query.get('versionId') ?? undefined;
  const done = await deleteOne(call, call.key, versionId, deleteCondition(call.request.headers));
  const headers: [string, string][] = done.marker ? [['x-amz-delete-marker', 'true']] : [];
  return { status: 204, headers: [...headers, ...versionHeaders(done)] };
}

/** DeleteObjects: up to 1,000 keys, one after the other; each succeeds or fails alone. */
export async function deleteObjects(call: BucketCall): Promise<Reply> {
  const { headers } = call.request;
  if (
    !headers.has('content-md5') &&
    ![...headers.keys()].some((name) => name.startsWith('x-amz-checksum-'))
  ) {
    throw new S3Error(
      'InvalidRequest',
      'Missing required header for this request: Content-MD5 or x-amz-checksum-…',
    );
  }
  const wanted = readWanted(await receiveXml(call.request, temporaryFile(call.bucket), 'body'));
  const results: Xml[] = [];
  for (const { key, versionId, etag } of wanted.objects) {
    const result = await deleteListed(call, key, versionId, etag);
    if (result.failed || !wanted.quiet) results.push(result.xml);
  }
  return { status: 200, body: { xml: document('DeleteResult', sequence(results)) } };
}

interface Deleted {
  readonly versionId: string;
  readonly marker: boolean;
}

interface Wanted {
  readonly key: string;
  readonly versionId: string | undefined;
  readonly etag: string | undefined;
}

async function deleteOne(
  call: BucketCall,
  key: string,
  versionId: string | undefined,
  check: Check,
): Promise<Deleted> {
  if (versionId === undefined && call.bucket.versioned) {
    const draft = { kind: 'deleteMarker' as const, key, lastModified: call.now().toISOString() };
    const marker = await writeVersionOf(call.bucket, draft, undefined, check);
    return { versionId: marker.versionId, marker: true };
  }
  const removed = await removeVersionOf(call.bucket, key, versionId ?? 'null', check);
  return { versionId: removed?.versionId ?? 'null', marker: removed?.kind === 'deleteMarker' };
}

async function deleteListed(
  call: BucketCall,
  key: string,
  versionId: string | undefined,
  etag: string | undefined,
): Promise<{ failed: boolean; xml: Xml }> {
  try {
    const condition = deleteCondition(etag === undefined ? new Map() : new Map([['if-match', etag]]));
    const done = await deleteOne(call, checkKey(key), versionId, condition);
    const marker = [
      element('DeleteMarker', done.marker || undefined),
      element('DeleteMarkerVersionId', done.marker ? done.versionId : undefined),
    ];
    const content = sequence([element('Key', key), element('VersionId', versionId), ...marker]);
    return { failed: false, xml: element('Deleted', content) };
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    const what = [element('Key', key), element('VersionId', versionId)];
    const why = [element('Code', error.code), element('Message', error.message)];
    return { failed: true, xml: element('Error', sequence([...what, ...why])) };
  }
}

/** A deletion knows If-Match alone. */
function deleteCondition(headers: ReadonlyMap<string, string>): Check {
  const match = headers.get('if-match');
  return writeCondition(match === undefined ? new Map() : new Map([['if-match', match]]));
}

function readWanted(text: string): { quiet: boolean; objects: Wanted[] } {
  const root = readXml(text);
  const objects = root.children.filter((child) => child.name === 'Object').map(readObject);
  if (root.name !== 'Delete' || objects.length === 0 || objects.length > MAX_KEYS) throw malformed();
  return { quiet: childText(root, 'Quiet')?.trim() === 'true', objects };
}

function readObject(object: XmlElement): Wanted {
  const key = childText(object, 'Key');
  if (key === undefined || key === '') throw malformed();
  return { key, versionId: childText(object, 'VersionId') || undefined, etag: childText(object, 'ETag') };
}
