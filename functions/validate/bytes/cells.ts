/** The cells of one row by their places in a buffer; used again for each row. */
export interface CellPlaces {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Places for rows of so many cells. */
export function cellPlaces(width: number): CellPlaces {
  return { starts: new Int32Array(width), ends: new Int32Array(width) };
}

const newline = 10;
const carriageReturn = 13;

/**
 * Finds the cells of the row that begins at `start`; gives where the next row begins, or −1 when the row has not as many cells as there are
 * places. The row ends with a line end; a CR before it is no part of the last cell.
 */
export function findCells(bytes: Buffer, start: number, delimiter: number, places: CellPlaces): number {
  const { starts, ends } = places;
  const width = starts.length;
  let cell = 0;
  let at = start;
  starts[0] = start;
  for (;;) {
    const byte = bytes[at];
    at += 1;
    if (byte === delimiter) {
      ends[cell] = at - 1;
      cell += 1;
      if (cell === width) return -1;
      starts[cell] = at;
    } else if (byte === newline || byte === undefined) break;
  }
  if (cell !== width - 1) return -1;
  const end = at - 1;
  ends[cell] = end > (starts[cell] ?? 0) && bytes[end - 1] === carriageReturn ? end - 1 : end;
  return at;
}

/** What `countIn` gives for an empty cell. */
export const missing = -1;
/** What it gives for a cell that is neither empty nor at most nine digits. */
export const notPlain = -2;

/** The count in a cell, or `missing`, or `notPlain`. */
export function countIn(bytes: Buffer, start: number, end: number): number {
  if (end - start > 9) return notPlain;
  if (start === end) return missing;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return notPlain;
    count = count * 10 + digit;
  }
  return count;
}

/**
 * Whether the `length` bytes at two places are the same, eight at a time. The bytes are UTF-8: no eight of them are a number that equals another
 * (a negative zero has a byte 0x80 after zeros), and one that equals nothing, not even itself, only makes the answer false.
 */
export function sameSpan(view: DataView, a: number, b: number, length: number): boolean {
  let at = 0;
  for (; at + 8 <= length; at += 8)
    if (view.getFloat64(a + at, true) !== view.getFloat64(b + at, true)) return false;
  if (at + 4 <= length) {
    if (view.getInt32(a + at, true) !== view.getInt32(b + at, true)) return false;
    at += 4;
  }
  for (; at < length; at += 1) if (view.getUint8(a + at) !== view.getUint8(b + at)) return false;
  return true;
}
