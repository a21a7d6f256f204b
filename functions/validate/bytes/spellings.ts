import { idSet } from './ids.ts';

/** The meanings of cells by their bytes: a file of a million rows has few different options and sources. */
export interface Spellings {
  /** Whether `endOf` knows the spelling of that number. */
  quick(spelling: number): boolean;
  /** The number of a spelling, −1 where the cell means nothing (or there are too many to keep). */
  find(bytes: Buffer, start: number, end: number): number;
  /** What the spelling of that number means. */
  meaning(spelling: number): number;
  /** Where that spelling ends if it stands at `at`, else −1; its bytes and three more must be in the view, which is of the same bytes. */
  endOf(spelling: number, view: DataView, at: number): number;
}

/** Spellings as they are met; `mean` gives the meaning of a cell's text, null where it has none without a finding. */
export function spellings(mean: (cell: string) => number | null): Spellings {
  const ids = idSet(64);
  const meanings: number[] = [];
  // Of those of four to eight bytes, as most are: their first and their last four, so that two comparisons tell.
  const lengths = new Int32Array(quickSpellings);
  const heads = new Int32Array(quickSpellings);
  const tails = new Int32Array(quickSpellings);
  let last = -1;
  const look = (bytes: Buffer, start: number, end: number): number => {
    const known = ids.find(bytes, start, end);
    if (known >= 0 || ids.size >= mostSpellings) return known;
    const text = bytes.toString('utf8', start, end);
    const meaning = mean(text);
    if (meaning === null) return -1;
    meanings.push(meaning);
    const spelling = ids.add(text);
    if (spelling < quickSpellings && end - start >= 4 && end - start <= 8) {
      lengths[spelling] = end - start;
      heads[spelling] = bytes.readInt32LE(start);
      tails[spelling] = bytes.readInt32LE(end - 4);
    }
    return spelling;
  };
  return {
    find(bytes, start, end) {
      // The same source stands in one row after another.
      if (last < 0 || !ids.is(last, bytes, start, end)) last = look(bytes, start, end);
      return last;
    },
    quick: (spelling) => (lengths[spelling] ?? 0) > 0,
    meaning: (spelling) => meanings[spelling] ?? 0,
    endOf(spelling, view, at) {
      const length = lengths[spelling] ?? 0;
      const end = at + length;
      const fits =
        view.getInt32(at, true) === heads[spelling] && view.getInt32(end - 4, true) === tails[spelling];
      return fits ? end : -1;
    },
  };
}

// A hostile file may have a new spelling in every row.
const mostSpellings = 10_000;

/** So many are told by two comparisons. */
export const quickSpellings = 1024;
