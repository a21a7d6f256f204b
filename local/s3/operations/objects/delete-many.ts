import { receiveXml } from '../../body/payload.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { checkKey } from '../../protocol/request.ts';
import { document, element, sequence, type Xml } from '../../protocol/xml.ts';
import { childText, malformed, readXml, type XmlElement } from '../../protocol/xml-reader.ts';
import { type BucketCall, temporaryFile } from '../call.ts';
import { deleteCondition, deleteOne } from './delete.ts';

const MAX_KEYS = 1000;

/** DeleteObjects: up to 1,000 keys, one after the other; each succeeds or fails alone. */
export async function deleteObjects(call: BucketCall): Promise<Reply> {
  const { headers } = call.request;
  const isVerifiable = [...headers.keys()].some(
    (name) => name === 'content-md5' || name.startsWith('x-amz-checksum-'),
  );
  if (!isVerifiable) {
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

interface Wanted {
  readonly key: string;
  readonly versionId: string | undefined;
  readonly etag: string | undefined;
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
