import { axisY, gridY, plot, rectY } from '@observablehq/plot';
import { type Bins, points } from '../../compute/stations/bins.ts';
import { drawn } from '../drawing.ts';
import { emptyFigure, figureOf } from '../figure.ts';
import { turnoutAxis } from './axis.ts';
import { type GlanceVoice, rangeOf, sumOf, turnoutSentence, turnoutTable } from './told.ts';

/** How many stations have which turnout, a bar a percentage point. */
export function histogram(bins: Bins, voice: GlanceVoice): HTMLElement {
  const sentence = turnoutSentence(bins, voice);
  if (sumOf(bins.turnout) === 0) return emptyFigure('glance', sentence);
  const draw = (width: number) => barsOf(bins, width, voice);
  const drawing = drawn({ sentence, frame: 'glance-plot', width: 640, draw });
  return figureOf({ name: 'glance', sentence, drawing, table: turnoutTable(bins, voice) }, voice);
}

function barsOf({ turnout }: Bins, width: number, { words, format }: GlanceVoice): Element {
  const bars = turnout.flatMap((count, place) => (count === 0 ? [] : [{ place, count }]));
  return plot({
    width,
    height: Math.round(Math.min(320, Math.max(200, width * 0.45))),
    marginLeft: 56,
    marginTop: 28,
    marginBottom: 46,
    x: { domain: [0, points] },
    y: { domain: [0, Math.max(...turnout)], nice: true },
    marks: [
      gridY({ className: 'glance-grid', ticks: 4 }),
      axisY({
        label: words.turnout.count,
        labelArrow: 'none',
        labelAnchor: 'top',
        tickSize: 0,
        ticks: 4,
        tickFormat: (count: number) => format.number(count),
      }),
      turnoutAxis(words),
      rectY(bars, {
        x1: 'place',
        x2: (bar: { readonly place: number }) => bar.place + 1,
        y: 'count',
        className: 'glance-bar',
        title: (bar: { readonly place: number; readonly count: number }) =>
          `${rangeOf(bar.place, 1, { format })}: ${format.number(bar.count)}`,
      }),
    ],
  });
}
