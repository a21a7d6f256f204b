import { type Child, h, styled } from '../../dom.ts';
import { painted } from '../colour/paint.ts';
import { emptyFigure, figureOf } from '../figure.ts';
import { keyOf } from '../option.ts';
import type { Voice } from '../voice.ts';
import { labelsOf } from './labels.ts';
import { layoutOf } from './layout.ts';
import {
  rangeOf,
  shownValue,
  stepOf,
  steps,
  type TileArea,
  type TileMap,
  tilesSentence,
  tilesTable,
} from './told.ts';

/**
 * A map of tiles of one size: a large empty region says no more than a small full one. Each is a link that leads into the area. Colour repeats what the
 * tile says in digits or by its key.
 */
export function tiles(map: TileMap, voice: Voice): HTMLElement {
  const sentence = tilesSentence(map, voice);
  const { columns, placed } = layoutOf(map.areas);
  if (placed.length === 0) return emptyFigure('tiles', sentence);
  const range = rangeOf(map);
  const { names, codes, longest, longestCode } = labelsOf(placed.map(({ area }) => area.name));
  const grid = h(
    'ul',
    { class: 'tiles' },
    placed.map(({ area, column, row }, place) =>
      styled(h('li', {}, tile(area, names[place] ?? area.name, codes[place] ?? area.name, range, voice)), {
        'grid-column': String(column),
        'grid-row': String(row),
      }),
    ),
  );
  return figureOf(
    {
      name: 'tiles',
      sentence,
      drawing: [
        styled(grid, {
          '--columns': String(columns),
          '--longest': String(longest),
          '--longest-code': String(longestCode),
        }),
        range ? scale(range, voice) : null,
      ],
      table: tilesTable(map, voice),
    },
    voice,
  );
}

function tile(
  area: TileArea,
  name: string,
  code: string,
  range: readonly [number, number] | null,
  voice: Voice,
): HTMLElement {
  const value = shownValue(area, voice);
  const look = { class: ['tile', ...lookOf(area, range)].join(' '), title: `${area.name}: ${value}` };
  const content: Child[] = [
    h('span', { class: 'tile-name', 'aria-hidden': 'true' }, name),
    h('span', { class: 'tile-code', 'aria-hidden': 'true' }, code),
    h('span', { class: 'tile-value', 'aria-hidden': 'true' }, digits(area, voice)),
    h('span', { class: 'unseen' }, `${area.name}: ${value}`),
  ];
  const made = area.href === null ? h('span', look, content) : h('a', { ...look, href: area.href }, content);
  return area.leader ? painted(made, area.leader) : made;
}

function lookOf({ percent, leader }: TileArea, range: readonly [number, number] | null): readonly string[] {
  if (leader) return [];
  return [percent === null || !range ? 'tile-unknown' : `tile-step-${stepOf(Number(percent), range)}`];
}

function digits({ percent, leader }: TileArea, { format }: Voice): string {
  if (leader) return keyOf(leader.place);
  return percent === null ? '–' : format.number(Math.round(Number(percent)));
}

function scale([least, greatest]: readonly [number, number], { texts, format }: Voice): HTMLElement {
  const [low, high] = [format.percent(least), format.percent(greatest)];
  return h(
    'p',
    { class: 'tiles-scale' },
    h('span', { class: 'unseen' }, format.fill(texts.tiles.scale, { low, high })),
    h('span', { 'aria-hidden': 'true' }, low),
    Array.from({ length: steps }, (_, step) =>
      h('span', { class: `tiles-step tile-step-${step + 1}`, 'aria-hidden': 'true' }),
    ),
    h('span', { 'aria-hidden': 'true' }, high),
  );
}
