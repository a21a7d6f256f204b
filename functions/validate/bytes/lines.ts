/** Takes bytes as they come; gives false when nothing more is wanted. */
export interface LineCutter {
  push(piece: Uint8Array): boolean;
  /** Hands on the last line, which no line end follows. */
  end(): boolean;
}

/**
 * Cuts bytes into blocks of whole lines, of some 64 KB: papaparse slows down above 96 KB of text. A line that is longer is handed on in parts
 * (`whole` is false), which never break a UTF-8 character. A block is a view of the piece: it holds until the next piece is pushed.
 */
export function lineCutter(take: (block: Buffer, whole: boolean) => boolean): LineCutter {
  // Of the line that the last piece broke off. Copied: whoever reads the file may use its buffer again.
  let carried: Buffer[] = [];
  let carriedBytes = 0;
  const carry = (bytes: Buffer): boolean => {
    if (bytes.length > 0) carried.push(Buffer.from(bytes));
    carriedBytes += bytes.length;
    return carriedBytes < blockSize || release(true);
  };
  /** Hands on what is carried, but for a character that is not there whole while more may come. */
  const release = (more: boolean): boolean => {
    const bytes = carried.length === 1 ? (carried[0] ?? none) : Buffer.concat(carried);
    const end = more ? wholeCharacters(bytes) : bytes.length;
    carried = end < bytes.length ? [bytes.subarray(end)] : [];
    carriedBytes = bytes.length - end;
    return end === 0 || take(bytes.subarray(0, end), false);
  };
  const cut = (bytes: Buffer): boolean => {
    let start = 0;
    const last = bytes.lastIndexOf(newline) + 1;
    while (start < last) {
      const end = blockEnd(bytes, start, last);
      const block = bytes.subarray(start, end);
      if (!(block.length > 2 * blockSize ? inParts(block, take) : take(block, true))) return false;
      start = end;
    }
    return carry(bytes.subarray(last));
  };
  return {
    push(piece) {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      if (carriedBytes === 0) return cut(bytes);
      const end = bytes.indexOf(newline) + 1;
      if (end === 0) return carry(bytes);
      const line = Buffer.concat([...carried, bytes.subarray(0, end)]);
      [carried, carriedBytes] = [[], 0];
      return take(line, true) && cut(bytes.subarray(end));
    },
    end: () => release(false),
  };
}

const blockSize = 65_536;
const newline = 10;
const none = Buffer.alloc(0);

/** The end of the last line that fits into a block, or else of the first, however long. */
function blockEnd(bytes: Buffer, start: number, last: number): number {
  if (last - start <= blockSize) return last;
  const end = bytes.lastIndexOf(newline, start + blockSize - 1) + 1;
  return end > start ? end : bytes.indexOf(newline, start) + 1;
}

function inParts(line: Buffer, take: (block: Buffer, whole: boolean) => boolean): boolean {
  let start = 0;
  while (start < line.length) {
    const part = line.subarray(start, start + blockSize);
    const end = start + part.length === line.length ? part.length : wholeCharacters(part) || part.length;
    if (!take(part.subarray(0, end), false)) return false;
    start += end;
  }
  return true;
}

/** How many of the bytes are whole characters: at most three at the end are not. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back >= characterLength(byte) ? bytes.length : bytes.length - back;
  }
  return bytes.length;
}

/** How many bytes a character has, by its first one. */
function characterLength(first: number): number {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}
