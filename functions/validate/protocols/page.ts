/**
 * The values of the units of one page, in typed arrays that are as narrow as their contents allow: a million stations with sixteen values
 * each are 52 MB. A wider array takes the place of a narrow one when the first value comes that needs it.
 */
export interface Page {
  /** By unit and slot, each count plus one; 0 where none is stated. */
  counts: Uint16Array | Uint32Array | Float64Array;
  /** The greatest count that fits into `counts`. */
  most: number;
  /** By unit and slot, how many rows after the unit's first one the value stands. */
  rows: Uint8Array | Uint32Array;
  /** The greatest distance that fits into `rows`. */
  farthest: number;
  /** By unit, the row that first names it; 0 where none does. */
  readonly first: Uint32Array;
  /** The number of the source that all values share (−1: no value yet), or by unit and slot where they differ. */
  sources: number | Uint32Array;
}

/** Units of a page, as a power of two. */
export const pageBits = 10;
export const pageSize = 2 ** pageBits;
/** What is left of a unit's number within its page. */
export const pageMask = pageSize - 1;

/** An empty page for units of `slots` values each. */
export function emptyPage(slots: number): Page {
  return {
    counts: new Uint16Array(pageSize * slots),
    most: 2 ** 16 - 2,
    rows: new Uint8Array(pageSize * slots),
    farthest: 2 ** 8 - 1,
    first: new Uint32Array(pageSize),
    sources: -1,
  };
}

/** Makes room for a count, of any size: 2^53 is the last whole number of which none below is lost. */
export function widenCounts(page: Page, count: number): void {
  const most = 2 ** 32 - 2;
  page.counts = count <= most ? new Uint32Array(page.counts) : new Float64Array(page.counts);
  page.most = count <= most ? most : Number.MAX_SAFE_INTEGER;
}

/** Makes room for a row at any distance. */
export function widenRows(page: Page): void {
  page.rows = new Uint32Array(page.rows);
  page.farthest = 2 ** 32 - 1;
}

/** Notes the source of a value. */
export function putSource(page: Page, at: number, source: number): void {
  if (page.sources === source) return;
  if (page.sources === -1) {
    page.sources = source;
    return;
  }
  if (typeof page.sources === 'number') page.sources = new Uint32Array(page.counts.length).fill(page.sources);
  page.sources[at] = source;
}

/** The number of the source of the value at a place. */
export function sourceAt({ sources }: Page, at: number): number {
  return typeof sources === 'number' ? sources : (sources[at] ?? 0);
}
