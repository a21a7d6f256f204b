import { type ChecksumAlgorithm, type ChecksumType, namedAlgorithm } from '../../body/checksum.ts';
import { dropUpload, startUpload, type Upload, uploadFacts } from '../../disk/uploads.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { document, element, sequence } from '../../protocol/xml.ts';
import type { ObjectCall } from '../call.ts';
import { keptHeaders } from '../objects/object-headers.ts';

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

/** AbortMultipartUpload. */
export async function abortMultipartUpload(call: ObjectCall): Promise<Reply> {
  return withUpload(call, async (upload) => {
    await dropUpload(call.bucket.folders, upload.uploadId);
    return { status: 204 };
  });
}

/** Runs a task that ends an upload; no two of them run for the same upload. Throws `NoSuchUpload`. */
export async function withUpload(call: ObjectCall, task: (upload: Upload) => Promise<Reply>): Promise<Reply> {
  const { uploadId } = namedUpload(call);
  return call.bucket.locks(`upload ${uploadId}`, () => task(namedUpload(call)));
}

/** The upload that a request names by its id and its key. Throws `NoSuchUpload`. */
export function namedUpload(call: ObjectCall): Upload {
  const upload = uploadFacts(call.bucket.folders, call.request.query.get('uploadId') ?? '');
  if (upload !== undefined && upload.key === call.key) return upload;
  throw noSuchUpload();
}

/** The error for an upload that is not there, or not any more. */
export function noSuchUpload(): S3Error {
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
