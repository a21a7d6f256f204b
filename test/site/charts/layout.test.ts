import { expect, test } from 'vitest';
import { layoutOf, type Tile } from '../../../site/charts/tiles/layout.ts';

const area = (id: string, column?: number, row?: number): { id: string; tile?: Tile } =>
  column === undefined || row === undefined ? { id } : { id, tile: { column, row } };

test('places of the definition are kept, moved to the corner; areas without one are not on the map', () => {
  const { columns, placed } = layoutOf([area('N', 3, 2), area('S', 4, 5), area('abroad')]);

  expect(columns).toBe(2);
  expect(placed.map(({ area: { id }, column, row }) => [id, column, row])).toEqual([
    ['N', 1, 1],
    ['S', 2, 4],
  ]);
});

test.each([
  ['no places', [area('A'), area('B'), area('C')]],
  ['two areas in one place', [area('A', 1, 1), area('B', 1, 1), area('C', 2, 1)]],
  ['places that no map has', [area('A', 1e9, 1), area('B', 0.5, 1), area('C', 2, 1)]],
])('%s: a grid in the order of the areas', (_name, areas) => {
  const { columns, placed } = layoutOf(areas);

  expect(columns).toBe(3);
  expect(placed.map(({ column, row }) => [column, row])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
});

test('a grid of many areas is no wider than a phone can show', () => {
  const { columns, placed } = layoutOf(Array.from({ length: 200 }, (_, place) => area(String(place))));

  expect(columns).toBe(8);
  expect(placed.at(-1)).toMatchObject({ column: 8, row: 25 });
});
