/** How many parts of the way from nothing to all: a percentage point each. */
export const points = 100;
/** Cells of the map along each side: two percentage points each. */
export const cells = 50;

/** Stations by turnout, and by turnout and share. All counts are exact. */
export interface Bins {
  /** By whole percentage points from 0; exactly 100 per cent is in the last. */
  readonly turnout: readonly number[];
  /** By turnout and share, `turnout * cells + share`; exactly 100 per cent is in the last of a side. */
  readonly both: readonly number[];
  /** Stations with more voters than are registered: no percentage of a whole, so in no bin. */
  readonly over: number;
}

/** A part of a whole; null where a station does not state both, or the whole is zero. */
export type Fraction = { readonly part: bigint; readonly whole: bigint } | null;

/** Bins that are being filled. */
export interface Filling {
  add(turnout: Fraction, share: Fraction): void;
  /** What is in them. */
  bins(): Bins;
}

/** Empty bins. */
export function emptyBins(): Filling {
  const turnout = new Array<number>(points).fill(0);
  const both = new Array<number>(cells * cells).fill(0);
  let over = 0;
  return {
    add(voted, share) {
      if (voted === null) return;
      const column = binOf(voted, points);
      if (column === null) {
        over += 1;
        return;
      }
      turnout[column] = (turnout[column] ?? 0) + 1;
      const [x, y] = [binOf(voted, cells), share === null ? null : binOf(share, cells)];
      if (x !== null && y !== null) both[x * cells + y] = (both[x * cells + y] ?? 0) + 1;
    },
    bins: () => ({ turnout, both, over }),
  };
}

/** The bin of a share among equal ones, by whole numbers alone: no rounding moves a station. Null above the whole. */
export function binOf({ part, whole }: NonNullable<Fraction>, bins: number): number | null {
  if (part > whole) return null;
  return Math.min(bins - 1, Number((part * BigInt(bins)) / whole));
}
