/** Keys of the rows of a table: cells of some columns, taken together. */
export interface KeySet {
  has(cells: readonly string[]): boolean;
  /** False when the key is there already. */
  add(cells: readonly string[]): boolean;
}

/** An empty set of keys. It has room for more than the 2^24 entries of a Set. */
export function keySet(limit = 8_000_000): KeySet {
  const sets: Set<string>[] = [];
  const has = (key: string) => sets.some((set) => set.has(key));
  return {
    has: (cells) => has(keyOf(cells)),
    add(cells) {
      const key = keyOf(cells);
      if (has(key)) return false;
      let last = sets.at(-1);
      if (!last || last.size >= limit) {
        last = new Set();
        sets.push(last);
      }
      last.add(key);
      return true;
    },
  };
}

function keyOf(cells: readonly string[]): string {
  return cells.length === 1 ? (cells[0] ?? '') : JSON.stringify(cells);
}
