import { axisX, axisY, dot, gridY, line, plot, text } from '@observablehq/plot';
import { drawn } from '../drawing.ts';
import { emptyFigure, figureOf } from '../figure.ts';
import type { Voice } from '../voice.ts';
import { type Course, clockOf, type Day, turnoutSentence, turnoutTable, wallClock } from './told.ts';

/** Turnout through the day as lines: the area that is looked at in front, the others pale behind it. Drawn anew when its width changes. */
export function turnout(day: Day, voice: Voice): HTMLElement {
  const sentence = turnoutSentence(day, voice);
  if (day.focus.snapshots.length === 0) return emptyFigure('turnout', sentence);
  const draw = (width: number) => lines(day, width, voice);
  const drawing = drawn({ sentence, frame: 'turnout-plot', width: 720, draw });
  return figureOf({ name: 'turnout', sentence, drawing, table: turnoutTable(day, voice) }, voice);
}

interface Point {
  readonly area: string;
  readonly name: string;
  readonly time: Date;
  readonly clock: string;
  readonly percent: number;
}

function lines({ focus, others }: Day, width: number, { texts, format }: Voice): Element {
  const [front, back] = [pointsOf(focus), others.flatMap(pointsOf)];
  const isWide = width >= widest;
  const most = Math.max(10, ...[...front, ...back].map(({ percent }) => percent));
  return plot({
    width,
    height: Math.round(Math.min(380, Math.max(230, width * 0.5))),
    marginLeft: 40,
    marginRight: isWide ? 150 : 60,
    marginTop: 28,
    x: { type: 'utc' },
    y: { domain: [0, Math.ceil(most / 10) * 10] },
    marks: [
      gridY({ className: 'turnout-grid' }),
      axisY({ label: texts.turnout.axis, labelArrow: 'none', labelAnchor: 'top', tickSize: 0, ticks: 5 }),
      axisX(timesOf([...front, ...back], width), {
        x: 'time',
        text: (point: Point) => point.clock,
        tickSize: 4,
        label: null,
      }),
      line(back, { x: 'time', y: 'percent', z: 'area', className: 'turnout-other' }),
      line(front, { x: 'time', y: 'percent', className: 'turnout-focus' }),
      dot(front, {
        x: 'time',
        y: 'percent',
        r: 4,
        className: 'turnout-dot',
        title: (point: Point) => `${point.name}, ${point.clock}: ${format.percent(point.percent)}`,
      }),
      dot(back, {
        x: 'time',
        y: 'percent',
        r: 2.5,
        className: 'turnout-other-dot',
        title: (point: Point) => `${point.name}, ${point.clock}: ${format.percent(point.percent)}`,
      }),
      text(isWide ? extremesOf(others) : [], {
        x: 'time',
        y: 'percent',
        text: 'name',
        dx: 8,
        textAnchor: 'start',
        className: 'turnout-extreme',
      }),
      text(front.slice(-1), {
        x: 'time',
        y: 'percent',
        text: (point: Point) =>
          isWide ? `${point.name} ${format.percent(point.percent)}` : format.percent(point.percent),
        dx: 8,
        textAnchor: 'start',
        className: 'turnout-label',
      }),
    ],
  });
}

function pointsOf({ area, name, snapshots }: Course): Point[] {
  return snapshots.map(({ at, percent }) => ({
    area,
    name,
    time: wallClock(at),
    clock: clockOf(at),
    percent: Number(percent),
  }));
}

// From this width on there is room for names beside the lines.
const widest = 560;

/** The last points of the areas with the least and the greatest turnout at the end of the day: between them lie all others. */
function extremesOf(others: readonly Course[]): Point[] {
  const last = others.flatMap((course) => pointsOf(course).slice(-1)).sort((a, b) => a.percent - b.percent);
  const latest = Math.max(...last.map(({ time }) => time.getTime()));
  const ended = last.filter(({ time }) => time.getTime() === latest);
  return ended.length < 3 ? ended : [...ended.slice(0, 1), ...ended.slice(-1)];
}

/** Each time at which something was published, once; where labels would touch, the later one alone. */
function timesOf(points: readonly Point[], width: number): Point[] {
  const times = [...new Map(points.map((point) => [point.time.getTime(), point])).values()].sort(
    (a, b) => b.time.getTime() - a.time.getTime(),
  );
  const [last, first] = [times.at(0)?.time.getTime() ?? 0, times.at(-1)?.time.getTime() ?? 0];
  const apart = ((last - first) * label) / Math.max(1, width - 100);
  const shown: Point[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const point of times) {
    if (next - point.time.getTime() < apart) continue;
    shown.push(point);
    next = point.time.getTime();
  }
  return shown;
}

// Width of a time with some space beside it.
const label = 48;
