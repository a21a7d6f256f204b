import { undecodable } from '../decode/source.ts';

/** Counts the cells that rows leave out before their last one. */
export interface Gaps {
  /** A new piece of the file begins. */
  next(): void;
  /** So many cells are filled in. Throws `DecodeError` when they are out of proportion. */
  add(cells: number): void;
}

/**
 * Most cells that are filled in for a piece of some 64 KB, and for a whole file. Forty bytes can name the last column of a row: a file of such rows would
 * take thousands of times its size in memory. A table of fifty columns and a million rows that are all but empty stays below.
 */
const most = { piece: 2_000_000, file: 50_000_000 } as const;

/** An empty count. */
export function countGaps(): Gaps {
  let piece = 0;
  let file = 0;
  return {
    next() {
      piece = 0;
    },
    add(cells) {
      piece += cells;
      file += cells;
      if (piece > most.piece || file > most.file)
        throw undecodable('its rows are nearly all gaps between cells that stand far apart');
    },
  };
}
