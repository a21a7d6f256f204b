import { axisY, plot, rect } from '@observablehq/plot';
import { type Bins, cells, points } from '../../compute/stations/bins.ts';
import { h } from '../../dom.ts';
import { drawn } from '../drawing.ts';
import { emptyFigure, figureOf } from '../figure.ts';
import { turnoutAxis } from './axis.ts';
import { fullest, type GlanceVoice, mapSentence, mapTable, rangeOf, stepOf, steps, sumOf } from './told.ts';

/**
 * Stations by turnout (across) and share of the leader (up) as a map of squares, the darker the more: the picture of Klimek, Yegorov, Hanel and
 * Thurner (2012), https://doi.org/10.1073/pnas.1210722109.
 */
export function glanceMap(bins: Bins, leader: string, voice: GlanceVoice): HTMLElement {
  const sentence = mapSentence(bins, voice);
  if (sumOf(bins.both) === 0) return emptyFigure('glance', sentence);
  const draw = (width: number) => squaresOf(bins, width, voice);
  const frame = 'glance-plot glance-square';
  const drawing = [drawn({ sentence, frame, width: 640, draw }), scale(bins, voice)];
  return figureOf({ name: 'glance', sentence, drawing, table: mapTable(bins, leader, voice) }, voice);
}

interface Square {
  readonly column: number;
  readonly row: number;
  readonly count: number;
}

function squaresOf({ both }: Bins, width: number, { words, format }: GlanceVoice): Element {
  const { most } = fullest(both);
  const squares = both.flatMap((count, place): Square[] =>
    count === 0 ? [] : [{ column: Math.floor(place / cells), row: place % cells, count }],
  );
  const side = points / cells;
  const size = Math.min(width, 520);
  // A mark a step: the colours are those of the style sheet, for light and for dark.
  const marks = Array.from({ length: steps }, (_, step) =>
    rect(
      squares.filter(({ count }) => stepOf(count, most) === step + 1),
      {
        x1: ({ column }: Square) => column * side,
        x2: ({ column }: Square) => (column + 1) * side,
        y1: ({ row }: Square) => row * side,
        y2: ({ row }: Square) => (row + 1) * side,
        className: `glance-step-${step + 1}`,
        title: ({ column, row, count }: Square) =>
          `${rangeOf(column, side, { format })} / ${rangeOf(row, side, { format })}: ${format.number(count)}`,
      },
    ),
  );
  return plot({
    width: size,
    height: size,
    marginLeft: 44,
    marginTop: 28,
    marginBottom: 46,
    x: { domain: [0, points] },
    y: { domain: [0, points] },
    marks: [
      axisY({ label: words.map.axis, labelArrow: 'none', labelAnchor: 'top', ticks: 6 }),
      turnoutAxis(words),
      ...marks,
    ],
  });
}

function scale({ both }: Bins, { words, format }: GlanceVoice): HTMLElement {
  const [low, high] = [format.number(1), format.number(fullest(both).most)];
  return h(
    'p',
    { class: 'glance-scale' },
    h('span', { class: 'unseen' }, format.fill(words.map.scale, { low, high })),
    h('span', { 'aria-hidden': 'true' }, low),
    Array.from({ length: steps }, (_, step) =>
      h('span', { class: `glance-swatch glance-swatch-${step + 1}`, 'aria-hidden': 'true' }),
    ),
    h('span', { 'aria-hidden': 'true' }, high),
  );
}
