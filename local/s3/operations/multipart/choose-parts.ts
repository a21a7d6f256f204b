import { checksumElement } from '../../body/checksum.ts';
import type { Part, Upload } from '../../disk/uploads.ts';
import { S3Error } from '../../protocol/errors.ts';
import { childText, malformed, readXml, type XmlElement } from '../../protocol/xml-reader.ts';

/** Source: Amazon S3 User Guide, "Amazon S3 multipart upload limits". */
const MIN_PART_BYTES = 5 * 1024 ** 2;

/** A part as the client lists it. */
export interface Listed {
  readonly number: number;
  readonly etag: string;
  readonly element: XmlElement;
}

/** The stored parts that the client lists. Throws `InvalidPart`, `InvalidPartOrder`, `EntityTooSmall`, `InvalidRequest`. */
export function chooseParts(upload: Upload, listed: readonly Listed[], stored: readonly Part[]): Part[] {
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  refuseDisorder(listed);
  return listed.map((entry, at) => {
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

/** Reads the list of a CompleteMultipartUpload. Throws `MalformedXML`. */
export function readListed(text: string): Listed[] {
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

function refuseDisorder(listed: readonly Listed[]): void {
  const isOrdered = listed.every((entry, at) => at === 0 || (listed[at - 1]?.number ?? 0) < entry.number);
  if (isOrdered) return;
  throw new S3Error(
    'InvalidPartOrder',
    'The list of parts was not in ascending order. Parts must be ordered by part number.',
  );
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
