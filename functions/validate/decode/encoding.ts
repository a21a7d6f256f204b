import { TextDecoder } from 'node:util';
import type { DecodeProblem } from './source.ts';

/** How the bytes of a text are to be read, and how many of them at the start are a byte order mark. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';
  readonly mark: number;
}

/** Watches bytes go by, piece by piece, and says at the end in which encoding they are. */
export interface EncodingSieve {
  push(piece: Uint8Array): void;
  /** Whether nothing that follows can make a text of it. */
  readonly hopeless: boolean;
  verdict(): { readonly encoding: Encoding } | DecodeProblem;
}

/**
 * UTF-16 by its byte order mark; else UTF-8 when every byte fits it; else Windows-1251, in which nearly every byte is a letter, so it can
 * only be the last to be tried. A NUL byte is never part of a text outside UTF-16.
 */
export function encodingSieve(): EncodingSieve {
  let head: number[] = [];
  let bytes = 0;
  let nul = false;
  let marked: Encoding | null = null;
  let utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  return {
    push(piece) {
      if (head.length < 4) {
        head = [...head, ...piece.subarray(0, 4 - head.length)];
        marked = head.length >= 2 ? markOf(head) : null;
      }
      bytes += piece.length;
      if (marked?.name.startsWith('utf-16')) return;
      nul ||= piece.includes(0);
      if (utf8 !== null && !fits(utf8, piece, true)) utf8 = null;
    },
    get hopeless() {
      return nul;
    },
    verdict() {
      if (bytes === 0 || (marked !== null && bytes === marked.mark)) return { code: 'file-empty' };
      const reason = binaryReason(head, nul, marked);
      if (reason !== null) return { code: 'file-undecodable', reason };
      if (marked !== null && marked.name !== 'utf-8') return { encoding: marked };
      if (utf8 !== null && fits(utf8, new Uint8Array(), false))
        return { encoding: marked ?? { name: 'utf-8', mark: 0 } };
      if (marked !== null)
        return { code: 'file-undecodable', reason: 'it begins as UTF-8 but holds bytes that are not' };
      return { encoding: { name: 'windows-1251', mark: 0 } };
    },
  };
}

function markOf(head: readonly number[]): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', mark: 2 };
  return null;
}

function fits(decoder: TextDecoder, piece: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(piece, { stream });
    return true;
  } catch {
    return false;
  }
}

function binaryReason(head: readonly number[], nul: boolean, marked: Encoding | null): string | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'it is compressed with gzip, so its name must end in .gz';
  if (head[0] === 0x50 && head[1] === 0x4b) return 'it is a ZIP archive, as .xlsx and .ods files are';
  if (head[0] === 0xd0 && head[1] === 0xcf) return 'it is an old Excel or Word file';
  if (head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44) return 'it is a PDF';
  if (nul && !marked?.name.startsWith('utf-16'))
    return 'it holds NUL bytes, as binary files do, and UTF-16 without a byte order mark';
  return null;
}
