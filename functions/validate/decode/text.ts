import { TextDecoder } from 'node:util';
import type { Encoding } from './encoding.ts';
import { gunzip } from './gunzip.ts';
import type { ByteSource } from './source.ts';

/** Thrown where bytes are not of the encoding that the mark at the start of the file promises. */
export class NotInEncoding extends Error {
  constructor(encoding: Encoding) {
    super(`it begins as ${encoding.name.toUpperCase()} but holds bytes that are not`);
    this.name = 'NotInEncoding';
  }
}

/**
 * The text of a file, in pieces of at most 48 thousand characters and without the byte order mark; a character never breaks between
 * two pieces. `encoding` is what `inspect` has found. Throws `NotInEncoding`.
 */
export async function* decodedText(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true });
  const body = source.name.toLowerCase().endsWith('.gz') ? gunzip(source.open()) : source.open();
  let mark = encoding.mark;
  for await (const piece of body) {
    const skipped = Math.min(mark, piece.length);
    mark -= skipped;
    for (let start = skipped; start < piece.length; start += pieceSize) {
      const text = decode(decoder, encoding, piece.subarray(start, start + pieceSize));
      if (text !== '') yield text;
    }
  }
  const rest = decode(decoder, encoding, null);
  if (rest !== '') yield rest;
}

/** The bytes of a file, unpacked and without the byte order mark, where they are UTF-8; null where they are not. */
export function utf8Bytes(source: ByteSource, encoding: Encoding): AsyncIterable<Uint8Array> | null {
  return encoding.name === 'utf-8' ? unmarked(source, encoding) : null;
}

async function* unmarked(source: ByteSource, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const body = source.name.toLowerCase().endsWith('.gz') ? gunzip(source.open()) : source.open();
  let { mark } = encoding;
  for await (const piece of body) {
    const skipped = Math.min(mark, piece.length);
    mark -= skipped;
    if (skipped < piece.length) yield skipped === 0 ? piece : piece.subarray(skipped);
  }
}

/** The whole text of a file, for JSON; `inspect` has made sure that it is not too large. */
export async function wholeText(source: ByteSource, encoding: Encoding): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of decodedText(source, encoding)) pieces.push(piece);
  return pieces.join('');
}

// The parser slows down by half an order of magnitude where a block passes some 96 KB: a piece and what is left of the one
// before stay below.
const pieceSize = 48_000;

function decode(decoder: TextDecoder, encoding: Encoding, piece: Uint8Array | null): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new NotInEncoding(encoding);
  }
}
