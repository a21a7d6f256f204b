import { TextDecoder } from 'node:util';
import type { Encoding } from './encoding.ts';
import { type ByteSource, undecodable } from './source.ts';

/**
 * The text of a file, in pieces of at most 48 thousand characters and without the byte order mark; a character never breaks between
 * two pieces. `encoding` is what `inspect` has found, the bytes are those that it has unpacked. Throws `DecodeError`.
 */
export async function* decodedText(
  source: Pick<ByteSource, 'open'>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true });
  let mark = encoding.mark;
  for await (const piece of source.open()) {
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

/** The bytes of a file in UTF-8, as they are unpacked, without the byte order mark. */
export async function* unmarked(
  source: Pick<ByteSource, 'open'>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  let { mark } = encoding;
  for await (const piece of source.open()) {
    const skipped = Math.min(mark, piece.length);
    mark -= skipped;
    if (skipped < piece.length) yield skipped === 0 ? piece : piece.subarray(skipped);
  }
}

/** The whole text of a file, for JSON; `inspect` has made sure that it is not too large. */
export async function wholeText(source: Pick<ByteSource, 'open'>, encoding: Encoding): Promise<string> {
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
    throw notIn(encoding);
  }
}

/** The error of bytes that are not in the encoding that the file began in. */
export function notIn(encoding: Encoding): Error {
  const promised = encoding.mark > 0 ? 'it begins as' : 'it reads as';
  return undecodable(`${promised} ${encoding.name.toUpperCase()} but holds bytes that are not`);
}
