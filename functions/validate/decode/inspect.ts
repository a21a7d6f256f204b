import { createHash } from 'node:crypto';
import { shownList } from '../findings.ts';
import { type Archive, openArchive } from './archive.ts';
import { type Encoding, type EncodingHint, encodingSieve } from './encoding.ts';
import { type FileFormat, formatOf } from './format.ts';
import { gunzip } from './gunzip.ts';
import { archiveLimit, type ByteSource, DecodeError, type DecodeProblem } from './source.ts';

/** What a file is once it is unpacked; `open` gives its bytes from the start each time. */
export type Unpacked =
  | {
      readonly form: 'text' | 'json';
      readonly encoding: Encoding;
      readonly open: () => AsyncIterable<Uint8Array>;
    }
  | { readonly form: 'workbook'; readonly archive: Archive };

/** What a first pass over the bytes tells. */
export interface Inspection {
  /** SHA-256 of the bytes as uploaded, hexadecimal. */
  readonly sha256: string;
  /** As uploaded. */
  readonly bytes: number;
  readonly content: Unpacked | DecodeProblem;
}

/**
 * Reads a file once: hash and size as uploaded, and what it is, of at most `limit` bytes after decompression. Of text it keeps nothing, and
 * decoding takes a second pass: a file whose last line alone is not UTF-8 cannot be told by its first. Archives and workbooks are kept as they
 * were uploaded, for their directory stands at the end. Throws what the storage throws.
 */
export async function inspect(source: ByteSource, limit: number, hint?: EncodingHint): Promise<Inspection> {
  const hash = createHash('sha256');
  let bytes = 0;
  const raw = source.open()[Symbol.asyncIterator]();
  const counted = {
    // No `return`: when the content has been seen through, the rest is still to be hashed.
    [Symbol.asyncIterator]: () => ({
      async next() {
        const step = await raw.next();
        if (step.done !== true) {
          hash.update(step.value);
          bytes += step.value.length;
        }
        return step;
      },
    }),
  };
  const content = await unpack(source, counted, limit, hint).catch((error: unknown) => {
    if (error instanceof DecodeError) return error.problem;
    throw error;
  });
  for await (const _rest of counted);
  return { sha256: hash.digest('hex'), bytes, content };
}

/** A file that can be opened once more, with its first pass begun. */
interface Body {
  readonly first: AsyncIterable<Uint8Array>;
  readonly open: () => AsyncIterable<Uint8Array>;
}

async function unpack(
  source: ByteSource,
  counted: AsyncIterable<Uint8Array>,
  limit: number,
  hint: EncodingHint | undefined,
): Promise<Unpacked | DecodeProblem> {
  const { wrapping, form } = formatOf(source.name) ?? { wrapping: 'none', form: 'text' };
  if (wrapping === 'zip') return fromArchive(await openArchive(await collect(counted)), limit, hint);
  const body: Body =
    wrapping === 'gzip'
      ? { first: gunzip(counted), open: () => gunzip(source.open()) }
      : { first: counted, open: () => source.open() };
  return fromBody(form, body, limit, hint);
}

/** The one table in an archive; what systems add beside it (hidden files, resource forks) is passed over. */
async function fromArchive(
  archive: Archive,
  limit: number,
  hint: EncodingHint | undefined,
): Promise<Unpacked | DecodeProblem> {
  const files = archive.names.filter((name) => !/(^|\/)(\.|__MACOSX\/)/.test(name));
  const [name, ...others] = files;
  const format = name === undefined ? null : formatOf(name);
  if (name === undefined || others.length > 0 || format === null || format.wrapping !== 'none')
    return { code: 'archive-not-one-table', count: files.length, names: shownList(files) };
  const open = () => archive.read(name, limit);
  return fromBody(format.form, { first: open(), open }, limit, hint);
}

async function fromBody(
  form: FileFormat['form'],
  { first, open }: Body,
  limit: number,
  hint: EncodingHint | undefined,
): Promise<Unpacked | DecodeProblem> {
  if (form === 'workbook') return { form, archive: await openArchive(await collect(first)) };
  const sieve = encodingSieve(hint);
  let bytes = 0;
  for await (const piece of first) {
    bytes += piece.length;
    if (bytes > limit) return { code: 'file-too-large', limit };
    sieve.push(piece);
    if (sieve.hopeless) break;
  }
  const found = sieve.verdict();
  return 'code' in found ? found : { form, encoding: found.encoding, open };
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > archiveLimit) throw new DecodeError({ code: 'file-too-large', limit: archiveLimit });
    pieces.push(piece);
  }
  if (bytes === 0) throw new DecodeError({ code: 'file-empty' });
  return Buffer.concat(pieces);
}
