import { expect, test } from 'vitest';
import { areaTree } from '../../functions/model/areas.ts';
import type { Area } from '../../functions/model/generated/election.ts';
import { anElection, areaId } from '../support/builders.ts';

const tree = areaTree(anElection());

function area(id: string, parent?: string): Area {
  return {
    id: areaId(id),
    type: 'region',
    name: { en: id },
    ...(parent !== undefined && { parent: areaId(parent) }),
  };
}

test('leads from the root to an area, and from an area to all in it', () => {
  expect(tree.path(areaId('N1'))).toEqual(['XX', 'N', 'N1']);
  expect(tree.subtree(areaId('XX'))).toEqual(['XX', 'N', 'S', 'N1', 'N2']);
  expect(tree.subtree(areaId('N2'))).toEqual(['N2']);
  expect(tree.children(areaId('N'))).toEqual(['N1', 'N2']);
  expect(tree.area(areaId('S'))?.name).toEqual({ en: 'South' });
});

test('an area lies in itself and in those above it, and in no other', () => {
  expect(['N1', 'N', 'XX', 'S', 'N2'].map((above) => tree.within(areaId('N1'), areaId(above)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('knows nothing of an area that is not defined', () => {
  const unknown = areaId('constructor');

  expect([
    tree.area(unknown),
    tree.path(unknown),
    tree.subtree(unknown),
    tree.within(unknown, unknown),
  ]).toEqual([undefined, [], [], false]);
});

test('areas that name each other or themselves as parent make no circle', () => {
  const circle = areaTree({ areas: [area('A', 'B'), area('B', 'A'), area('C', 'C'), area('A', 'B')] });

  expect(circle.subtree(areaId('A'))).toEqual(['A', 'B']);
  expect(circle.path(areaId('B'))).toEqual(['A', 'B']);
  expect(circle.subtree(areaId('C'))).toEqual(['C']);
});
