import { checksumElement, checksumHeader } from '../../body/checksum.ts';
import { type Payload, receivePayload } from '../../body/payload.ts';
import { discardBody, wholeChecksum } from '../../body/receive.ts';
import { isAbsence } from '../../disk/files.ts';
import { keepPart, type Part, partsOf, type Upload } from '../../disk/uploads.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { document, element, sequence, type Xml } from '../../protocol/xml.ts';
import { type ObjectCall, temporaryFile } from '../call.ts';
import { wholeParameter } from '../listing/walk.ts';
import { namedUpload, noSuchUpload } from './uploads.ts';

const MAX_PART_NUMBER = 10_000;
const MAX_PARTS_LISTED = 1000;

/** UploadPart. */
export async function uploadPart(call: ObjectCall): Promise<Reply> {
  const upload = namedUpload(call);
  const number = wholeParameter(call.request.query, 'partNumber', 0);
  if (number < 1 || number > MAX_PART_NUMBER) {
    throw new S3Error(
      'InvalidArgument',
      `Part number must be an integer between 1 and ${MAX_PART_NUMBER}, inclusive`,
    );
  }
  const wanted = upload.checksum?.algorithm;
  const payload = await receivePayload(
    call.request,
    temporaryFile(call.bucket),
    wanted === undefined ? [] : [wanted],
  );
  const part = await keep(call, upload, number, payload);
  const checksum: [string, string][] =
    part.checksum === undefined ? [] : [[checksumHeader(part.checksum.algorithm), part.checksum.value]];
  return { status: 200, headers: [['etag', `"${part.etag}"`], ...checksum] };
}

/** ListParts. */
export async function listParts(call: ObjectCall): Promise<Reply> {
  const upload = namedUpload(call);
  const { query } = call.request;
  const marker = wholeParameter(query, 'part-number-marker', 0);
  const limit = Math.min(wholeParameter(query, 'max-parts', MAX_PARTS_LISTED), MAX_PARTS_LISTED);
  const behind = partsOf(call.bucket.folders, upload.uploadId).filter((part) => part.number > marker);
  const page = behind.slice(0, limit);
  const truncated = page.length > 0 && page.length < behind.length;
  const content = sequence([
    element('Bucket', call.bucket.name),
    element('Key', upload.key),
    element('UploadId', upload.uploadId),
    element('PartNumberMarker', marker),
    element('NextPartNumberMarker', truncated ? page.at(-1)?.number : undefined),
    element('MaxParts', limit),
    element('IsTruncated', truncated),
    element('ChecksumAlgorithm', upload.checksum?.algorithm),
    element('ChecksumType', upload.checksum?.type),
    ...page.map(partXml),
    element('StorageClass', 'STANDARD'),
  ]);
  return { status: 200, body: { xml: document('ListPartsResult', content) } };
}

/** An upload may be completed or aborted while one of its parts is still on the way. */
async function keep(call: ObjectCall, upload: Upload, number: number, payload: Payload): Promise<Part> {
  const { folders } = call.bucket;
  const wanted = upload.checksum?.algorithm;
  try {
    if (payload.given !== undefined && wanted !== undefined && payload.given.algorithm !== wanted) {
      throw new S3Error(
        'InvalidRequest',
        `Checksum Type mismatch occurred, expected checksum Type: ${wanted.toLowerCase()}, actual checksum Type: ${payload.given.algorithm.toLowerCase()}`,
      );
    }
    return await keepPart(folders, upload.uploadId, payload.file, {
      number,
      size: payload.size,
      etag: payload.md5.toString('hex'),
      lastModified: call.now().toISOString(),
      checksum: wholeChecksum(payload, wanted ?? payload.given?.algorithm),
    });
  } catch (error) {
    await discardBody(payload);
    if (isAbsence(error)) throw noSuchUpload();
    throw error;
  }
}

function partXml(part: Part): Xml {
  const { checksum } = part;
  const content = sequence([
    element('PartNumber', part.number),
    element('LastModified', part.lastModified),
    element('ETag', `"${part.etag}"`),
    element('Size', part.size),
    checksum === undefined ? sequence([]) : element(checksumElement(checksum.algorithm), checksum.value),
  ]);
  return element('Part', content);
}
