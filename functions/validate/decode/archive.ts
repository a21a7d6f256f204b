import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DecodeError, undecodable } from './source.ts';

/** A ZIP archive in memory: its files by name, in the order of its directory. */
export interface Archive {
  readonly names: readonly string[];
  /** The bytes of a file, inflated as they are read, at most `limit`. Throws `DecodeError`, also when there is none of that name. */
  read(name: string, limit: number): AsyncIterable<Uint8Array>;
}

/** A directory of millions of names is an attack on memory; a workbook has some twenty. */
const mostEntries = 1_000;

/** Opens an archive. Throws `DecodeError` when it is none, damaged, or holds too many files. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const { zip, entries } = await directory(bytes);
  return {
    names: [...entries.keys()],
    async *read(name, limit) {
      const entry = entries.get(name);
      if (entry === undefined) throw undecodable(`${name.slice(0, 100)} is not in it`);
      yield* inflate(zip, entry, limit);
    },
  };
}

async function directory(bytes: Uint8Array): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>();
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    if (zip.entryCount > mostEntries)
      throw new RangeError(`it holds ${zip.entryCount} files, more than ${mostEntries}`);
    for await (const entry of zip.eachEntry()) {
      // Of two files of one name, readers disagree on which is meant.
      if (entries.has(entry.fileName)) throw new RangeError(`it holds ${entry.fileName} twice`);
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
    }
    return { zip, entries };
  } catch (error) {
    throw undecodable(`it is no sound ZIP archive (${messageOf(error)})`);
  }
}

/** The declared size refuses a bomb before a byte of it is inflated; the library sees to it that the data keep to what is declared. */
async function* inflate(zip: ZipFile, entry: Entry, limit: number): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw undecodable('the ZIP archive is encrypted');
  if (entry.uncompressedSize > limit) throw new DecodeError({ code: 'file-too-large', limit });
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const piece of stream) yield piece;
  } catch (error) {
    throw undecodable(`${entry.fileName.slice(0, 100)} in it is damaged (${messageOf(error)})`);
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
