import { S3Error } from '../protocol/errors.ts';

const MAX_LINE = 4096;
const MAX_TRAILERS = 16;

/**
 * Takes the framing of `aws-chunked` off a body: `<hex size>[;chunk-signature=…]`, the bytes, and so on to a chunk of
 * size 0, then trailers, which land in `trailers` (names in lower case). Signatures are skipped, not verified.
 * Source: Amazon S3 API Reference, "Signature calculations: transferring payload in multiple chunks".
 * Throws `IncompleteBody` for framing that is broken or cut off.
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const frame = new FrameReader();
  for await (const piece of source) {
    frame.append(piece);
    yield* frame.drain(trailers);
  }
  frame.finish();
}

type State =
  | { at: 'size' }
  | { at: 'bytes'; left: number }
  | { at: 'gap' }
  | { at: 'trailer' }
  | { at: 'end' };

class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  #state: State = { at: 'size' };

  append(piece: Buffer): void {
    this.#rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
  }

  /** Gives all bytes of content that are complete so far. */
  *drain(trailers: Map<string, string>): Generator<Buffer> {
    while (this.#rest.length > 0 && this.#state.at !== 'end') {
      if (this.#state.at === 'bytes') {
        yield this.#takeBytes(this.#state.left);
        continue;
      }
      const line = this.#takeLine();
      if (line === undefined) return;
      this.#state = afterLine(this.#state, line, trailers);
    }
  }

  /** Throws unless the last chunk was seen. A body may end right behind it: the empty line after trailers is optional. */
  finish(): void {
    if (this.#state.at === 'end') return;
    if (this.#state.at === 'trailer' && this.#rest.length === 0) return;
    throw incomplete('it ends in the middle of a chunk');
  }

  #takeBytes(left: number): Buffer {
    const taken = this.#rest.subarray(0, left);
    this.#rest = this.#rest.subarray(taken.length);
    this.#state = taken.length === left ? { at: 'gap' } : { at: 'bytes', left: left - taken.length };
    return taken;
  }

  #takeLine(): string | undefined {
    const end = this.#rest.indexOf('\n');
    if (end > MAX_LINE || (end < 0 && this.#rest.length > MAX_LINE))
      throw incomplete('a line of its framing is too long');
    if (end < 0) return undefined;
    const line = this.#rest.toString('latin1', 0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }
}

function afterLine(state: State, line: string, trailers: Map<string, string>): State {
  if (state.at === 'gap') {
    if (line !== '') throw incomplete('a chunk is longer than its size says');
    return { at: 'size' };
  }
  if (state.at === 'size') {
    const size = /^([0-9a-fA-F]{1,10})(?:;.*)?$/.exec(line)?.[1];
    if (size === undefined) throw incomplete('a chunk has no size');
    const left = Number.parseInt(size, 16);
    return left === 0 ? { at: 'trailer' } : { at: 'bytes', left };
  }
  if (line === '') return { at: 'end' };
  const colon = line.indexOf(':');
  if (colon < 1 || trailers.size >= MAX_TRAILERS)
    throw new S3Error('MalformedTrailerError', 'A trailer is not `name:value`.');
  trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  return { at: 'trailer' };
}

function incomplete(why: string): S3Error {
  return new S3Error('IncompleteBody', `The aws-chunked body cannot be read: ${why}.`);
}
