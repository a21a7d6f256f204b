import { createReadStream } from 'node:fs';
import { type Checksum, givenChecksum, hashDigest, startChecksum } from '../../body/checksum.ts';
import { discardBody, storeBody, wholeChecksum } from '../../body/receive.ts';
import { type Part, partFile, type Upload } from '../../disk/uploads.ts';
import { S3Error } from '../../protocol/errors.ts';
import { type ObjectCall, temporaryFile } from '../call.ts';
import type { NewObject } from '../objects/put.ts';

/** Source: Amazon S3 User Guide, "Amazon S3 multipart upload limits" (since December 2025). */
const MAX_OBJECT_BYTES = 50 * 1024 ** 4;

/**
 * Makes one file of the parts and compares it with what the request says about the whole object.
 * Throws `InvalidRequest` for another size, `BadDigest` for another checksum.
 */
export async function assemble(call: ObjectCall, upload: Upload, parts: readonly Part[]): Promise<NewObject> {
  const whole = upload.checksum?.type === 'FULL_OBJECT' ? upload.checksum.algorithm : undefined;
  const files = parts.map((part) => partFile(call.bucket.folders, upload.uploadId, part));
  const body = await storeBody(concatenate(files), temporaryFile(call.bucket), {
    algorithms: whole === undefined ? [] : [whole],
    sha256: false,
    maxBytes: MAX_OBJECT_BYTES,
  });
  const wanted = {
    file: body.file,
    size: body.size,
    etag: compositeEtag(parts),
    checksum: wholeChecksum(body, whole) ?? composite(upload, parts),
    headers: upload.headers,
  };
  try {
    compareWhole(call.request.headers, wanted);
    return wanted;
  } catch (error) {
    await discardBody(body);
    throw error;
  }
}

async function* concatenate(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) yield* createReadStream(file, { highWaterMark: 256 * 1024 });
}

/** The checksum of the checksums of the parts, with their number behind. */
function composite(upload: Upload, parts: readonly Part[]): Checksum | undefined {
  if (upload.checksum === undefined) return undefined;
  const digest = startChecksum(upload.checksum.algorithm);
  for (const part of parts) digest.update(Buffer.from(part.checksum?.value ?? '', 'base64'));
  return { ...upload.checksum, value: `${digest.bytes().toString('base64')}-${parts.length}` };
}

function compositeEtag(parts: readonly Part[]): string {
  const digest = hashDigest('md5');
  for (const part of parts) digest.update(Buffer.from(part.etag, 'hex'));
  return `${digest.bytes().toString('hex')}-${parts.length}`;
}

function compareWhole(headers: ReadonlyMap<string, string>, object: NewObject): void {
  const size = headers.get('x-amz-mp-object-size');
  if (size !== undefined && size !== String(object.size)) {
    throw new S3Error(
      'InvalidRequest',
      `The provided 'x-amz-mp-object-size' header value ${size} does not match what was computed: ${object.size}`,
    );
  }
  const sent = givenChecksum(headers);
  if (sent === undefined || object.checksum?.algorithm !== sent.algorithm) return;
  const [bare] = object.checksum.value.split('-');
  if (sent.value !== object.checksum.value && sent.value !== bare) {
    throw new S3Error(
      'BadDigest',
      `The ${sent.algorithm} you specified did not match the calculated checksum.`,
    );
  }
}
