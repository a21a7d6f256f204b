import { createReadStream } from 'node:fs';
import {
  type Checksum,
  checksumElement,
  givenChecksum,
  hashDigest,
  startChecksum,
} from '../../body/checksum.ts';
import { receiveXml } from '../../body/payload.ts';
import { discardBody, storeBody } from '../../body/receive.ts';
import { dropUpload, type Part, partFile, partsOf, type Upload } from '../../disk/uploads.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import {
  childText,
  document,
  element,
  malformed,
  readXml,
  sequence,
  type XmlElement,
} from '../../protocol/xml.ts';
import { type ObjectCall, temporaryFile } from '../call.ts';
import { writeCondition } from '../conditions.ts';
import { versionHeaders } from '../object-headers.ts';
import { createObject, type NewObject } from '../put.ts';
import { checksumXml } from '../xml-parts.ts';
import { withUpload } from './parts.ts';

const MIN_PART_BYTES = 5 * 1024 ** 2;
/** Source: Amazon S3 User Guide, "Amazon S3 multipart upload limits" (since December 2025). */
const MAX_OBJECT_BYTES = 50 * 1024 ** 4;

/** CompleteMultipartUpload: the listed parts in their order become one file and then, as with PutObject, the object. */
export async function completeMultipartUpload(call: ObjectCall): Promise<Reply> {
  const check = writeCondition(call.request.headers);
  return withUpload(call, async (upload) => {
    const listed = readListed(await receiveXml(call.request, temporaryFile(call.bucket), 'object'));
    const parts = chooseParts(upload, listed, partsOf(call.bucket.folders, upload.uploadId));
    const wanted = await assemble(call, upload, parts);
    const object = await createObject(call, wanted, check, 'CompleteMultipartUpload');
    await dropUpload(call.bucket.folders, upload.uploadId);
    const content = sequence([
      element('Location', `http://${call.request.headers.get('host')}${call.request.resource}`),
      element('Bucket', call.bucket.name),
      element('Key', call.key),
      element('ETag', `"${object.etag}"`),
      checksumXml(object.checksum),
    ]);
    return {
      status: 200,
      headers: versionHeaders(object),
      body: { xml: document('CompleteMultipartUploadResult', content) },
    };
  });
}

interface Listed {
  readonly number: number;
  readonly etag: string;
  readonly element: XmlElement;
}

function readListed(text: string): Listed[] {
  const root = readXml(text);
  const listed = root.children.filter((child) => child.name === 'Part').map(readPart);
  if (root.name !== 'CompleteMultipartUpload' || listed.length === 0) throw malformed();
  return listed;
}

function readPart(part: XmlElement): Listed {
  const number = childText(part, 'PartNumber')?.trim();
  const etag = childText(part, 'ETag')?.trim();
  if (number === undefined || etag === undefined || !/^\d{1,5}$/.test(number)) throw malformed();
  return { number: Number(number), etag: etag.replace(/^"|"$/g, ''), element: part };
}

/** The stored parts that the client lists. Throws `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`, `InvalidRequest`. */
function chooseParts(upload: Upload, listed: readonly Listed[], stored: readonly Part[]): Part[] {
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  return listed.map((entry, at) => {
    const before = listed[at - 1];
    if (before !== undefined && before.number >= entry.number) {
      throw new S3Error(
        'InvalidPartOrder',
        'The list of parts was not in ascending order. Parts must be ordered by part number.',
      );
    }
    const part = byNumber.get(entry.number);
    if (part === undefined || part.etag !== entry.etag) throw invalidPart(entry);
    compareChecksum(upload, entry, part);
    if (at < listed.length - 1 && part.size < MIN_PART_BYTES) {
      throw new S3Error(
        'EntityTooSmall',
        `Your proposed upload is smaller than the minimum allowed size: part ${part.number} has ${part.size} bytes, all but the last need ${MIN_PART_BYTES}.`,
      );
    }
    return part;
  });
}

function compareChecksum(upload: Upload, entry: Listed, part: Part): void {
  const algorithm = part.checksum?.algorithm;
  const sent =
    algorithm === undefined ? undefined : childText(entry.element, checksumElement(algorithm))?.trim();
  if (sent !== undefined && sent !== part.checksum?.value) throw invalidPart(entry);
  if (sent === undefined && upload.checksum?.type === 'COMPOSITE') {
    throw new S3Error(
      'InvalidRequest',
      `The upload was created using a ${upload.checksum.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${entry.number} in the request.`,
    );
  }
}

function invalidPart(entry: Listed): S3Error {
  return new S3Error(
    'InvalidPart',
    `One or more of the specified parts could not be found, or its entity tag or checksum did not match: part ${entry.number}.`,
  );
}

async function assemble(call: ObjectCall, upload: Upload, parts: readonly Part[]): Promise<NewObject> {
  const whole = upload.checksum?.type === 'FULL_OBJECT' ? upload.checksum.algorithm : undefined;
  const files = parts.map((part) => partFile(call.bucket.folders, upload.uploadId, part));
  const body = await storeBody(concatenate(files), temporaryFile(call.bucket), {
    algorithms: whole === undefined ? [] : [whole],
    sha256: false,
    maxBytes: MAX_OBJECT_BYTES,
  });
  const value = whole === undefined ? undefined : body.checksums.get(whole);
  const checksum =
    whole && value ? { algorithm: whole, type: 'FULL_OBJECT' as const, value } : composite(upload, parts);
  const wanted = {
    file: body.file,
    size: body.size,
    etag: compositeEtag(parts),
    checksum,
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
