import { TextDecoder } from 'node:util';
import { letterSieve } from './letters.ts';
import { type DecodeProblem, undecodable } from './source.ts';
import { unmarkedUtf16 } from './utf16.ts';

/** The encodings that are read, by their names in the Encoding Standard. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'windows-1252',
  'windows-1257',
] as const;

/** Name of an encoding that is read. */
export type EncodingName = (typeof encodings)[number];

/** How the bytes of a text are to be read, and how many of them at the start are a byte order mark. */
export interface Encoding {
  readonly name: EncodingName;
  readonly mark: number;
}

/** What is known of a file's encoding before it is looked at. */
export interface EncodingHint {
  /** The encoding that the definition names for it. */
  readonly named?: EncodingName | undefined;
  /** The languages of the election: Windows-1252 and 1257 share most bytes. */
  readonly languages?: readonly string[];
}

/** Watches bytes go by, piece by piece, and says at the end in which encoding they are. */
export interface EncodingSieve {
  push(piece: Uint8Array): void;
  /** Whether nothing that follows can make a text of it. */
  readonly hopeless: boolean;
  verdict(): { readonly encoding: Encoding } | DecodeProblem;
}

/**
 * The encoding that the definition names, unless a byte order mark says another; else UTF-16 by its mark, or by the NUL bytes that its
 * digits and separators have; else UTF-8 when every byte fits it; else one of the Windows code pages, by how their letters stand together.
 */
export function encodingSieve({ named, languages = [] }: EncodingHint = {}): EncodingSieve {
  const head: number[] = [];
  const letters = letterSieve();
  let bytes = 0;
  let nul = false;
  let tail: number[] = [];
  let utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  const wide = () => (markOf(head) ?? unmarked(head, nul, named))?.name.startsWith('utf-16') === true;
  return {
    push(piece) {
      if (head.length < headSize)
        for (const byte of piece.subarray(0, headSize - head.length)) head.push(byte);
      bytes += piece.length;
      nul ||= piece.includes(0);
      if (nul) return;
      if (utf8 !== null && !fits(utf8, piece, true)) {
        utf8 = null;
        // The decoder may have held back the first bytes of what turned out to be no character.
        letters.push(Uint8Array.from(tail));
      }
      if (utf8 === null) letters.push(piece);
      else tail = [...tail, ...piece.subarray(-3)].slice(-3);
    },
    get hopeless() {
      return nul && head.length === headSize && !wide();
    },
    verdict() {
      const mark = markOf(head);
      if (bytes === 0 || bytes === mark?.mark) return { code: 'file-empty' };
      const told = mark ?? unmarked(head, nul, named);
      const wrong = binaryReason(head) ?? conflict(mark, named) ?? nulReason(nul, told);
      if (wrong !== null) return undecodable(wrong).problem;
      if (told !== null && told.name !== 'utf-8') return { encoding: told };
      if (fits(utf8, new Uint8Array(), false)) return { encoding: told ?? { name: 'utf-8', mark: 0 } };
      return told === null ? codePage(letters.verdict(languages)) : undecodable(notUtf8(mark)).problem;
    },
  };
}

// Enough to tell UTF-16 from a binary file.
const headSize = 4096;

const unclear =
  'it is not UTF-8, and its letters fit both Windows-1252 and Windows-1257; name its `encoding` in the `tables` of election.json';

function markOf(head: readonly number[]): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', mark: 2 };
  return null;
}

function unmarked(head: readonly number[], nul: boolean, named: EncodingName | undefined): Encoding | null {
  if (named !== undefined) return { name: named, mark: 0 };
  const name = nul ? unmarkedUtf16(Uint8Array.from(head)) : null;
  return name === null ? null : { name, mark: 0 };
}

function conflict(mark: Encoding | null, named: EncodingName | undefined): string | null {
  if (mark === null || named === undefined || mark.name === named) return null;
  return `it begins with the mark of ${mark.name.toUpperCase()}, where the definition says ${named}`;
}

function codePage(name: EncodingName | null): { readonly encoding: Encoding } | DecodeProblem {
  return name === null ? undecodable(unclear).problem : { encoding: { name, mark: 0 } };
}

function nulReason(nul: boolean, told: Encoding | null): string | null {
  if (!nul || told?.name.startsWith('utf-16')) return null;
  return 'it holds NUL bytes, as binary files do, and is no UTF-16';
}

function notUtf8(mark: Encoding | null): string {
  return mark === null
    ? 'the definition says that it is UTF-8, but it holds bytes that are not'
    : 'it begins as UTF-8 but holds bytes that are not';
}

function fits(decoder: TextDecoder | null, piece: Uint8Array, stream: boolean): boolean {
  try {
    return decoder?.decode(piece, { stream }) !== undefined;
  } catch {
    return false;
  }
}

function binaryReason(head: readonly number[]): string | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'it is compressed with gzip, so its name must end in .gz';
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03)
    return 'it is a ZIP archive: the name of a workbook must end in .xlsx, that of an archive in .zip';
  if (head[0] === 0xd0 && head[1] === 0xcf) return 'it is an old Excel or Word file';
  if (head[0] === 0x25 && head[1] === 0x50 && head[2] === 0x44) return 'it is a PDF';
  return null;
}
