import { createHash } from 'node:crypto';
import { notImplemented, S3Error } from '../protocol/errors.ts';
import { crc32cDigest, crc32Digest, crc64nvmeDigest, type Digest } from './crc.ts';

/** The checksum algorithms of S3 that are served here. */
export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256';

/** Whether a checksum covers the bytes of the object or the checksums of its parts. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/** A checksum as S3 shows it: base64, with `-<parts>` behind a composite one. */
export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly type: ChecksumType;
  readonly value: string;
}

const ALGORITHMS = new Map<string, { algorithm: ChecksumAlgorithm; bytes: number; start: () => Digest }>([
  ['crc32', { algorithm: 'CRC32', bytes: 4, start: crc32Digest }],
  ['crc32c', { algorithm: 'CRC32C', bytes: 4, start: crc32cDigest }],
  ['crc64nvme', { algorithm: 'CRC64NVME', bytes: 8, start: crc64nvmeDigest }],
  ['sha1', { algorithm: 'SHA1', bytes: 20, start: () => hashDigest('sha1') }],
  ['sha256', { algorithm: 'SHA256', bytes: 32, start: () => hashDigest('sha256') }],
]);

const PREFIX = 'x-amz-checksum-';
const NOT_VALUES: ReadonlySet<string> = new Set(['algorithm', 'mode', 'type']);

/** The header and trailer that carry a checksum of that algorithm. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return PREFIX + algorithm.toLowerCase();
}

/** The XML element that carries a checksum of that algorithm. */
export function checksumElement(algorithm: ChecksumAlgorithm): string {
  return `Checksum${algorithm}`;
}

/** Starts a checksum. */
export function startChecksum(algorithm: ChecksumAlgorithm): Digest {
  return known(algorithm).start();
}

/** A MD5, SHA-1 or SHA-256 in the same shape as the cyclic checksums. */
export function hashDigest(name: 'md5' | 'sha1' | 'sha256'): Digest {
  const hash = createHash(name);
  return { update: (chunk) => void hash.update(chunk), bytes: () => hash.digest() };
}

/** The algorithm that a request names. Throws `NotImplemented` for one that S3 may know and this endpoint does not. */
export function namedAlgorithm(name: string): ChecksumAlgorithm {
  return known(name).algorithm;
}

/**
 * The checksum that the headers give, or undefined. Throws `InvalidRequest` where there are two or one is not base64 of the
 * right length, `NotImplemented` for an algorithm not served.
 */
export function givenChecksum(
  headers: ReadonlyMap<string, string>,
): { algorithm: ChecksumAlgorithm; value: string } | undefined {
  const names = [...headers.keys()].filter(
    (name) => name.startsWith(PREFIX) && !NOT_VALUES.has(name.slice(PREFIX.length)),
  );
  const [name] = names;
  if (name === undefined) return undefined;
  if (names.length > 1) {
    throw new S3Error(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum types are not allowed.',
    );
  }
  return { algorithm: checksumOfHeader(name), value: headers.get(name) ?? '' };
}

/** The algorithm behind the name of a header or trailer. Throws `NotImplemented`, `InvalidRequest` where it is no checksum. */
export function checksumOfHeader(name: string): ChecksumAlgorithm {
  if (!name.startsWith(PREFIX)) {
    throw new S3Error(
      'InvalidRequest',
      `The value specified in the x-amz-trailer header is not supported: ${name}.`,
    );
  }
  return namedAlgorithm(name.slice(PREFIX.length));
}

/** Compares what the client sent with what arrived. Throws `InvalidRequest` for no checksum, `BadDigest` for another one. */
export function verifyChecksum(algorithm: ChecksumAlgorithm, sent: string, found: string): void {
  if (Buffer.from(sent, 'base64').length !== known(algorithm).bytes) {
    throw new S3Error('InvalidRequest', `Value for ${checksumHeader(algorithm)} header is invalid.`);
  }
  if (sent !== found) {
    throw new S3Error('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
  }
}

function known(name: string) {
  const found = ALGORITHMS.get(name.toLowerCase());
  if (found === undefined) throw notImplemented(`The checksum algorithm ${name.slice(0, 40)}`);
  return found;
}
