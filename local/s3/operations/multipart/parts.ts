import {
  type ChecksumAlgorithm,
  type ChecksumType,
  checksumElement,
  checksumHeader,
  namedAlgorithm,
} from '../../body/checksum.ts';
import { type Payload, receivePayload } from '../../body/payload.ts';
import { discardBody } from '../../body/receive.ts';
import { isAbsence } from '../../disk/files.ts';
import {
  dropUpload,
  keepPart,
  type Part,
  partsOf,
  startUpload,
  type Upload,
  uploadFacts,
} from '../../disk/uploads.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { document, element, sequence, type Xml } from '../../protocol/xml.ts';
import { type ObjectCall, temporaryFile } from '../call.ts';
import { wholeParameter } from '../listing/walk.ts';
import { keptHeaders } from '../object-headers.ts';

const MAX_PART_NUMBER = 10_000;
const MAX_PARTS_LISTED = 1000;

/** CreateMultipartUpload. */
export async function createMultipartUpload(call: ObjectCall): Promise<Reply> {
  const { headers } = call.request;
  const upload = await startUpload(call.bucket.folders, {
    key: call.key,
    initiated: call.now().toISOString(),
    headers: keptHeaders(headers),
    checksum: wantedChecksum(headers),
  });
  const content = [
    element('Bucket', call.bucket.name),
    element('Key', call.key),
    element('UploadId', upload.uploadId),
  ];
  const checksum: [string, string][] =
    upload.checksum === undefined
      ? []
      : [
          ['x-amz-checksum-algorithm', upload.checksum.algorithm],
          ['x-amz-checksum-type', upload.checksum.type],
        ];
  return {
    status: 200,
    headers: checksum,
    body: { xml: document('InitiateMultipartUploadResult', sequence(content)) },
  };
}

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

/** AbortMultipartUpload. */
export async function abortMultipartUpload(call: ObjectCall): Promise<Reply> {
  return withUpload(call, async (upload) => {
    await dropUpload(call.bucket.folders, upload.uploadId);
    return { status: 204 };
  });
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

/** Runs a task that ends an upload; no two of them run for the same upload. Throws `NoSuchUpload`. */
export async function withUpload(call: ObjectCall, task: (upload: Upload) => Promise<Reply>): Promise<Reply> {
  const { uploadId } = namedUpload(call);
  return call.bucket.locks(`upload ${uploadId}`, () => task(namedUpload(call)));
}

function namedUpload(call: ObjectCall): Upload {
  const upload = uploadFacts(call.bucket.folders, call.request.query.get('uploadId') ?? '');
  if (upload !== undefined && upload.key === call.key) return upload;
  throw noSuchUpload();
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
    const algorithm = wanted ?? payload.given?.algorithm;
    const value = algorithm === undefined ? undefined : payload.checksums.get(algorithm);
    return await keepPart(folders, upload.uploadId, payload.file, {
      number,
      size: payload.size,
      etag: payload.md5.toString('hex'),
      lastModified: call.now().toISOString(),
      checksum: algorithm && value ? { algorithm, type: 'FULL_OBJECT', value } : undefined,
    });
  } catch (error) {
    await discardBody(payload);
    if (isAbsence(error)) throw noSuchUpload();
    throw error;
  }
}

function noSuchUpload(): S3Error {
  return new S3Error(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  );
}

function wantedChecksum(
  headers: ReadonlyMap<string, string>,
): { algorithm: ChecksumAlgorithm; type: ChecksumType } | undefined {
  const named = headers.get('x-amz-checksum-algorithm');
  const type = headers.get('x-amz-checksum-type')?.toUpperCase();
  if (named === undefined) return undefined;
  const algorithm = namedAlgorithm(named);
  const possible = possibleTypes(algorithm);
  const found = possible.find((candidate) => type === undefined || candidate === type);
  if (found !== undefined) return { algorithm, type: found };
  throw new S3Error(
    'InvalidRequest',
    `The ${type} checksum type cannot be used with the ${algorithm} checksum algorithm.`,
  );
}

/** The default first. Source: Amazon S3 User Guide, "Checking object integrity", types of multipart checksums. */
function possibleTypes(algorithm: ChecksumAlgorithm): ChecksumType[] {
  if (algorithm === 'CRC64NVME') return ['FULL_OBJECT'];
  return algorithm.startsWith('CRC') ? ['COMPOSITE', 'FULL_OBJECT'] : ['COMPOSITE'];
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
