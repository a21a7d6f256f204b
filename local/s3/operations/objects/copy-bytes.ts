import { createReadStream } from 'node:fs';
import { type ChecksumAlgorithm, namedAlgorithm } from '../../body/checksum.ts';
import { storeBody, wholeChecksum } from '../../body/receive.ts';
import { openBytes } from '../../disk/lookup.ts';
import type { ObjectVersion } from '../../disk/version.ts';
import { type ObjectCall, temporaryFile } from '../call.ts';
import type { CopySource } from './copy-source.ts';
import type { NewObject } from './put.ts';

/** The largest object that one request copies. Source: Amazon S3 API Reference, "CopyObject". */
const MAX_COPY_BYTES = 5 * 1024 ** 3;

/**
 * Copies the bytes of the source into a file of the target's bucket and hashes them on the way, with the algorithm that the
 * request names or that of the source. Throws `EntityTooLarge`.
 */
export async function copyBytes(call: ObjectCall, source: CopySource): Promise<Omit<NewObject, 'headers'>> {
  const algorithm = wantedAlgorithm(call.request.headers, source.object);
  const descriptor = openBytes(source.bucket.folders, source.object);
  const body = await storeBody(createReadStream('', { fd: descriptor }), temporaryFile(call.bucket), {
    algorithms: algorithm === undefined ? [] : [algorithm],
    sha256: false,
    maxBytes: MAX_COPY_BYTES,
  });
  const checksum = wholeChecksum(body, algorithm);
  return { file: body.file, size: body.size, etag: body.md5.toString('hex'), checksum };
}

function wantedAlgorithm(
  headers: ReadonlyMap<string, string>,
  source: ObjectVersion,
): ChecksumAlgorithm | undefined {
  const named = headers.get('x-amz-checksum-algorithm');
  return named === undefined ? source.checksum?.algorithm : namedAlgorithm(named);
}
