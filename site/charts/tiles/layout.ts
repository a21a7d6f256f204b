/** A place on a grid, from 1. */
export interface Tile {
  readonly column: number;
  readonly row: number;
}

/** Areas with their places, and how large the grid is. */
export interface Layout<Area> {
  readonly columns: number;
  readonly placed: readonly (Tile & { readonly area: Area })[];
}

// What a phone of 320 px still shows with a name in each tile.
const mostColumns = 8;

/**
 * The places of areas on a map of tiles: those that the definition gives, where it gives some and no two the same; then areas without one are left to
 * the list. Else a grid that is wider than high, in the order of the areas.
 */
export function layoutOf<Area extends { readonly tile?: Tile }>(areas: readonly Area[]): Layout<Area> {
  const given = areas.flatMap((area) => (area.tile ? [{ area, ...area.tile }] : []));
  const taken = new Set(given.map(({ column, row }) => `${column}/${row}`));
  if (given.length > 0 && taken.size === given.length && given.every(isOnMap)) {
    const [left, top] = [
      Math.min(...given.map(({ column }) => column)),
      Math.min(...given.map(({ row }) => row)),
    ];
    const placed = given.map((one) => ({ ...one, column: one.column - left + 1, row: one.row - top + 1 }));
    return { columns: Math.max(...placed.map(({ column }) => column)), placed };
  }
  const columns = Math.min(mostColumns, Math.max(1, Math.ceil(Math.sqrt(areas.length * 1.4))));
  return {
    columns,
    placed: areas.map((area, place) => ({
      area,
      column: (place % columns) + 1,
      row: Math.floor(place / columns) + 1,
    })),
  };
}

/**
 * Names short enough for a tile: without the words that most of them share (`Region`) and, beside a proper name, those that are written small (`город`, `облысы`).
 * Names that would become the same stay whole, as does one that would be left empty.
 */
export function shortNames(names: readonly string[]): string[] {
  const uses = Map.groupBy(
    names.flatMap((name) => [...new Set(name.split(' '))]),
    (word) => word,
  );
  const isCommon = (word: string) => names.length > 3 && (uses.get(word)?.length ?? 0) * 3 > names.length;
  const short = names.map((name) => {
    const own = name.split(' ').filter((word) => !isCommon(word));
    const proper = own.filter((word) => word[0] !== word[0]?.toLowerCase());
    return (proper.length > 0 ? proper : own).join(' ') || name;
  });
  const taken = Map.groupBy(short, (name) => name);
  return short.map((name, place) => ((taken.get(name)?.length ?? 0) > 1 ? (names[place] ?? name) : name));
}

function isOnMap({ column, row }: Tile): boolean {
  return [column, row].every((place) => Number.isSafeInteger(place) && place >= 1 && place <= 40);
}
