import type { ObjectVersion } from '../../disk/version.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { document, element, sequence } from '../../protocol/xml.ts';
import type { ObjectCall } from '../call.ts';
import { checksumXml } from '../xml-parts.ts';
import { writeCondition } from './conditions.ts';
import { copyBytes } from './copy-bytes.ts';
import { copySource } from './copy-source.ts';
import { keptHeaders, versionHeaders } from './object-headers.ts';
import { createObject } from './put.ts';

/** CopyObject, within a bucket or between two; the copy gets an ETag and a checksum of its own. */
export async function copyObject(call: ObjectCall): Promise<Reply> {
  const { headers } = call.request;
  const check = writeCondition(headers);
  const source = copySource(call);
  const replaces = replacesMetadata(headers);
  if (source.isTarget && !replaces) {
    throw new S3Error(
      'InvalidRequest',
      'This copy request is illegal: it copies an object to itself without changing its metadata.',
    );
  }
  const kept = replaces ? keptHeaders(headers) : source.object.headers;
  const wanted = { ...(await copyBytes(call, source)), headers: kept };
  return copied(await createObject(call, wanted, check, 'CopyObject'), source.object);
}

function replacesMetadata(headers: ReadonlyMap<string, string>): boolean {
  const directive = headers.get('x-amz-metadata-directive')?.toUpperCase() ?? 'COPY';
  if (directive === 'COPY' || directive === 'REPLACE') return directive === 'REPLACE';
  throw new S3Error('InvalidArgument', 'Unknown metadata directive: use COPY or REPLACE.');
}

function copied(object: ObjectVersion, source: ObjectVersion): Reply {
  const content = sequence([
    element('ETag', `"${object.etag}"`),
    element('LastModified', object.lastModified),
    checksumXml(object.checksum),
  ]);
  const sourceId: [string, string][] =
    source.versionId === 'null' ? [] : [['x-amz-copy-source-version-id', source.versionId]];
  return {
    status: 200,
    headers: [...versionHeaders(object), ...sourceId],
    body: { xml: document('CopyObjectResult', content) },
  };
}
