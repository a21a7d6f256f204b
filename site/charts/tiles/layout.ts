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

function isOnMap({ column, row }: Tile): boolean {
  return [column, row].every((place) => Number.isSafeInteger(place) && place >= 1 && place <= 40);
}
