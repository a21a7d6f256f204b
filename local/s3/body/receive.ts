import { open, rm } from 'node:fs/promises';
import { S3Error } from '../protocol/errors.ts';
import { type Checksum, type ChecksumAlgorithm, hashDigest, startChecksum } from './checksum.ts';

/** A body that lies on disk, durable, with what was computed on the way. */
export interface StoredBody {
  /** The temporary file; whoever takes it renames or removes it. */
  readonly file: string;
  readonly size: number;
  readonly md5: Buffer;
  /** Base64 by algorithm. */
  readonly checksums: ReadonlyMap<ChecksumAlgorithm, string>;
  /** Lower-case hex, where it was asked for. */
  readonly sha256: string | undefined;
}

/** What to compute beside size and MD5, and how many bytes to take at most. */
export interface ReceiveOptions {
  readonly algorithms: readonly ChecksumAlgorithm[];
  readonly sha256: boolean;
  readonly maxBytes: number;
}

/**
 * Streams a body into a new file while hashing, in bounded memory, and syncs it to the disk.
 * Removes the file again where the source fails, as it does when a client goes away. Throws `EntityTooLarge`.
 */
export async function storeBody(
  source: AsyncIterable<Buffer>,
  file: string,
  options: ReceiveOptions,
): Promise<StoredBody> {
  try {
    return await writeBody(source, file, options);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** The checksum of all bytes of a body, if that algorithm was asked for. */
export function wholeChecksum(
  body: StoredBody,
  algorithm: ChecksumAlgorithm | undefined,
): Checksum | undefined {
  const value = algorithm === undefined ? undefined : body.checksums.get(algorithm);
  if (algorithm === undefined || value === undefined) return undefined;
  return { algorithm, type: 'FULL_OBJECT', value };
}

/** Removes a body that nothing will be made of. */
export async function discardBody(body: StoredBody): Promise<void> {
  await rm(body.file, { force: true });
}

async function writeBody(
  source: AsyncIterable<Buffer>,
  file: string,
  options: ReceiveOptions,
): Promise<StoredBody> {
  const md5 = hashDigest('md5');
  const sha256 = options.sha256 ? hashDigest('sha256') : undefined;
  const checksums = new Map([...new Set(options.algorithms)].map((name) => [name, startChecksum(name)]));
  const digests = [md5, ...(sha256 === undefined ? [] : [sha256]), ...checksums.values()];
  let size = 0;
  const handle = await open(file, 'wx');
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > options.maxBytes) throw tooLarge();
      for (const digest of digests) digest.update(chunk);
      await writeWhole(handle, chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return {
    file,
    size,
    md5: md5.bytes(),
    checksums: new Map([...checksums].map(([name, digest]) => [name, digest.bytes().toString('base64')])),
    sha256: sha256?.bytes().toString('hex'),
  };
}

/** A write may take fewer bytes than it was given. */
async function writeWhole(handle: Awaited<ReturnType<typeof open>>, chunk: Buffer): Promise<void> {
  let written = 0;
  while (written < chunk.length) written += (await handle.write(chunk, written)).bytesWritten;
}

function tooLarge(): S3Error {
  return new S3Error(
    'EntityTooLarge',
    'Your proposed upload exceeds the maximum allowed size (5 GiB in one request).',
  );
}
