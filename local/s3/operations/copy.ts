import { createReadStream } from 'node:fs';
import { type ChecksumAlgorithm, namedAlgorithm } from '../body/checksum.ts';
import { storeBody } from '../body/receive.ts';
import { openBytes } from '../disk/lookup.ts';
import type { ObjectVersion } from '../disk/version.ts';
import { S3Error } from '../protocol/errors.ts';
import type { Reply } from '../protocol/reply.ts';
import { checkKey, decodePath } from '../protocol/request.ts';
import { document, element, sequence } from '../protocol/xml.ts';
import { type ObjectCall, temporaryFile } from './call.ts';
import { copyCondition, writeCondition } from './conditions.ts';
import { namedObject } from './get.ts';
import { keptHeaders, versionHeaders } from './object-headers.ts';
import { createObject } from './put.ts';
import { checksumXml } from './xml-parts.ts';

const MAX_COPY_BYTES = 5 * 1024 ** 3;

/** CopyObject, within a bucket or between two; the copy gets an ETag and a checksum of its own. */
export async function copyObject(call: ObjectCall): Promise<Reply> {
  const { headers } = call.request;
  const check = writeCondition(headers);
  const { bucket, key, versionId } = readSource(headers.get('x-amz-copy-source') ?? '');
  const source = namedObject({ ...call, bucket: call.store.bucket(bucket) }, key, versionId);
  copyCondition(headers, source);
  const replace = replacesMetadata(headers);
  const isItself = bucket === call.bucket.name && key === call.key && versionId === undefined;
  if (isItself && !replace) {
    throw new S3Error(
      'InvalidRequest',
      'This copy request is illegal: it copies an object to itself without changing its metadata.',
    );
  }
  const algorithm = wantedAlgorithm(headers, source);
  const descriptor = openBytes(call.store.bucket(bucket).folders, source);
  const body = await storeBody(createReadStream('', { fd: descriptor }), temporaryFile(call.bucket), {
    algorithms: algorithm === undefined ? [] : [algorithm],
    sha256: false,
    maxBytes: MAX_COPY_BYTES,
  });
  const value = algorithm === undefined ? undefined : body.checksums.get(algorithm);
  const facts = {
    file: body.file,
    size: body.size,
    etag: body.md5.toString('hex'),
    headers: replace ? keptHeaders(headers) : source.headers,
    checksum: algorithm && value ? { algorithm, type: 'FULL_OBJECT' as const, value } : undefined,
  };
  return copied(await createObject(call, facts, check, 'CopyObject'), source);
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

function readSource(header: string): { bucket: string; key: string; versionId: string | undefined } {
  const mark = header.lastIndexOf('?versionId=');
  const path = decodePath(mark < 0 ? header : header.slice(0, mark)).replace(/^\//, '');
  const slash = path.indexOf('/');
  if (slash < 1 || slash === path.length - 1) {
    throw new S3Error(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey.',
    );
  }
  return {
    bucket: path.slice(0, slash),
    key: checkKey(path.slice(slash + 1)),
    versionId: mark < 0 ? undefined : header.slice(mark + '?versionId='.length),
  };
}

function replacesMetadata(headers: ReadonlyMap<string, string>): boolean {
  const directive = headers.get('x-amz-metadata-directive')?.toUpperCase() ?? 'COPY';
  if (directive === 'COPY' || directive === 'REPLACE') return directive === 'REPLACE';
  throw new S3Error('InvalidArgument', 'Unknown metadata directive: use COPY or REPLACE.');
}

function wantedAlgorithm(
  headers: ReadonlyMap<string, string>,
  source: ObjectVersion,
): ChecksumAlgorithm | undefined {
  const named = headers.get('x-amz-checksum-algorithm');
  return named === undefined ? source.checksum?.algorithm : namedAlgorithm(named);
}
