import { idSet } from './ids.ts';

/** The meanings of cells by their bytes: a file of a million rows has few different options and sources. */
export interface Spellings {
  /** The number of a spelling, −1 where the cell means nothing (or there are too many to keep). */
  find(bytes: Buffer, start: number, end: number): number;
  /** What the spelling of that number means. */
  meaning(spelling: number): number;
  /** Where that spelling ends if it stands at `at`, else −1. `view` is of the same bytes. */
  endOf(spelling: number, bytes: Buffer, view: DataView, at: number): number;
}

/** Spellings as they are met; `mean` gives the meaning of a cell's text, null where it has none without a finding. */
export function spellings(mean: (cell: string) => number | null): Spellings {
  const ids = idSet(64);
  const meanings: number[] = [];
  // Their first and their last four bytes.
  const heads: number[] = [];
  const ends: number[] = [];
  let last = -1;
  const look = (bytes: Buffer, start: number, end: number): number => {
    const known = ids.find(bytes, start, end);
    if (known >= 0 || ids.size >= mostSpellings) return known;
    const text = bytes.toString('utf8', start, end);
    const meaning = mean(text);
    if (meaning === null) return -1;
    meanings.push(meaning);
    heads.push(end - start >= 4 ? bytes.readInt32LE(start) : 0);
    ends.push(end - start >= 4 ? bytes.readInt32LE(end - 4) : 0);
    return ids.add(text);
  };
  return {
    find(bytes, start, end) {
      // The same source stands in one row after another.
      if (last < 0 || !ids.is(last, bytes, start, end)) last = look(bytes, start, end);
      return last;
    },
    meaning: (spelling) => meanings[spelling] ?? 0,
    endOf(spelling, bytes, view, at) {
      const length = ids.length(spelling);
      const end = at + length;
      if (end >= bytes.length) return -1;
      // Most are this long, and two comparisons tell.
      if (length >= 4 && length <= 8) {
        const fits =
          view.getInt32(at, true) === heads[spelling] && view.getInt32(end - 4, true) === ends[spelling];
        return fits ? end : -1;
      }
      return ids.is(spelling, bytes, at, end) ? end : -1;
    },
  };
}

// A hostile file may have a new spelling in every row.
const mostSpellings = 10_000;
