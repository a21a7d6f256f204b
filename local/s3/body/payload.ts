import { readFile, rm } from 'node:fs/promises';
import { notImplemented, S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/request.ts';
import { type ChecksumAlgorithm, checksumOfHeader, givenChecksum, verifyChecksum } from './checksum.ts';
import { decodeChunks } from './chunks.ts';
import { discardBody, type StoredBody, storeBody } from './receive.ts';

/** The largest body of one request. Source: Amazon S3 User Guide, "Amazon S3 multipart upload limits". */
const MAX_REQUEST_BYTES = 5 * 1024 ** 3;
const MAX_XML_BYTES = 8 * 1024 ** 2;

/** A body that arrived as it was sent, and the checksum that the client sent with it. */
export interface Payload extends StoredBody {
  readonly given: { readonly algorithm: ChecksumAlgorithm; readonly value: string } | undefined;
}

/**
 * Stores the body of a request in `file` and compares it with everything the request says about it: length, Content-MD5,
 * x-amz-content-sha256, checksum in a header or a trailer. `also` names checksums to compute though nobody sent them.
 * Throws S3's error for the first disagreement and leaves no file then.
 */
export async function receivePayload(
  request: S3Request,
  file: string,
  also: readonly ChecksumAlgorithm[] = [],
): Promise<Payload> {
  return receive(request, file, { also, maxBytes: MAX_REQUEST_BYTES, checksumOf: 'body' });
}

/**
 * The XML document that a request carries, verified like any other body. `file` is where it lies meanwhile.
 * `checksumOf` tells what an x-amz-checksum- header covers: with CompleteMultipartUpload it is the object, not this body.
 */
export async function receiveXml(
  request: S3Request,
  file: string,
  checksumOf: 'body' | 'object',
): Promise<string> {
  const payload = await receive(request, file, { also: [], maxBytes: MAX_XML_BYTES, checksumOf });
  try {
    return await readFile(payload.file, 'utf8');
  } finally {
    await rm(file, { force: true });
  }
}

interface Expected {
  readonly framed: boolean;
  readonly length: number;
  readonly md5: Buffer | undefined;
  readonly sha256: string | undefined;
  readonly checksum: { readonly algorithm: ChecksumAlgorithm; readonly value: string } | undefined;
  readonly trailer: { readonly algorithm: ChecksumAlgorithm; readonly name: string } | undefined;
}

interface Wanted {
  readonly also: readonly ChecksumAlgorithm[];
  readonly maxBytes: number;
  readonly checksumOf: 'body' | 'object';
}

async function receive(request: S3Request, file: string, wanted: Wanted): Promise<Payload> {
  const { also, maxBytes } = wanted;
  const expected = expectations(request.headers, wanted.checksumOf === 'body');
  if (expected.length > maxBytes) {
    throw new S3Error(
      'EntityTooLarge',
      `Your proposed upload exceeds the maximum allowed size of ${maxBytes} bytes.`,
    );
  }
  const trailers = new Map<string, string>();
  const source = expected.framed ? decodeChunks(request.body, trailers) : request.body;
  const sent = expected.checksum?.algorithm ?? expected.trailer?.algorithm;
  const body = await storeBody(source, file, {
    algorithms: sent === undefined ? also : [...also, sent],
    sha256: expected.sha256 !== undefined,
    maxBytes,
  });
  try {
    return { ...body, given: verify(expected, trailers, body) };
  } catch (error) {
    await discardBody(body);
    throw error;
  }
}

function expectations(headers: ReadonlyMap<string, string>, isBodyChecksum: boolean): Expected {
  const hash = headers.get('x-amz-content-sha256');
  const framed = hash?.startsWith('STREAMING-') === true || encodings(headers).includes('aws-chunked');
  const trailer = headers.get('x-amz-trailer')?.toLowerCase();
  return {
    framed,
    length: contentLength(headers, framed),
    md5: contentMd5(headers.get('content-md5')),
    sha256: hash !== undefined && /^[0-9a-f]{64}$/i.test(hash) ? hash.toLowerCase() : undefined,
    checksum: isBodyChecksum ? givenChecksum(headers) : undefined,
    trailer: trailer === undefined ? undefined : { algorithm: checksumOfHeader(trailer), name: trailer },
  };
}

function encodings(headers: ReadonlyMap<string, string>): string[] {
  return (headers.get('content-encoding') ?? '').split(',').map((name) => name.trim().toLowerCase());
}

/** S3 takes no body of unknown length, so a client that sends one must learn it here and not in production. */
function contentLength(headers: ReadonlyMap<string, string>, framed: boolean): number {
  const text = headers.get(framed ? 'x-amz-decoded-content-length' : 'content-length');
  if (text !== undefined && /^\d{1,15}$/.test(text)) return Number(text);
  if (headers.has('transfer-encoding') && !framed)
    throw notImplemented('Transfer-Encoding without aws-chunked');
  throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
}

function contentMd5(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const md5 = Buffer.from(text, 'base64');
  if (md5.length !== 16) throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  return md5;
}

function verify(
  expected: Expected,
  trailers: ReadonlyMap<string, string>,
  body: StoredBody,
): Payload['given'] {
  if (body.size !== expected.length) {
    throw new S3Error(
      'IncompleteBody',
      `You did not provide the number of bytes specified: ${expected.length} announced, ${body.size} received.`,
    );
  }
  if (expected.md5 !== undefined && !expected.md5.equals(body.md5)) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  if (expected.sha256 !== body.sha256) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const given = expected.checksum ?? trailing(expected.trailer, trailers);
  if (given !== undefined)
    verifyChecksum(given.algorithm, given.value, body.checksums.get(given.algorithm) ?? '');
  return given;
}

function trailing(trailer: Expected['trailer'], trailers: ReadonlyMap<string, string>): Payload['given'] {
  if (trailer === undefined) return undefined;
  const value = trailers.get(trailer.name);
  if (value === undefined) {
    throw new S3Error(
      'MalformedTrailerError',
      `The request announced the trailer ${trailer.name} but did not send it.`,
    );
  }
  return { algorithm: trailer.algorithm, value };
}
