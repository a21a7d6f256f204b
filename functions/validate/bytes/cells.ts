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
  if (length >= 8) return sameEights(view, a, b, length - 8);
  // The last bytes are looked at with those before them, so that no odd ones are left.
  if (length >= 4) return same4(view, a, b) && same4(view, a + length - 4, b + length - 4);
  for (let at = 0; at < length; at += 1) if (view.getUint8(a + at) !== view.getUint8(b + at)) return false;
  return true;
}

/** The same for `last` bytes and eight more. */
function sameEights(view: DataView, a: number, b: number, last: number): boolean {
  for (let at = 0; at < last; at += 8) if (!same8(view, a + at, b + at)) return false;
  return same8(view, a + last, b + last);
}

function same8(view: DataView, a: number, b: number): boolean {
  return view.getFloat64(a, true) === view.getFloat64(b, true);
}

function same4(view: DataView, a: number, b: number): boolean {
  return view.getInt32(a, true) === view.getInt32(b, true);
}
