import { h, s } from '../../dom.ts';
import { emptyFigure, figureOf } from '../figure.ts';
import { type ChartOption, keyOf, seriesOf } from '../option.ts';
import { swatch } from '../swatch.ts';
import type { Voice } from '../voice.ts';
import { houseOf, mostDrawn, type SeatPlace } from './places.ts';
import { hemicycleSentence, hemicycleTable, majorityOf, type Seated, seatedOf, seatsIn } from './told.ts';

/** The seats of a house as dots in a half circle, those of one option beside one another, most seats at the left. */
export function hemicycle(options: readonly ChartOption[], voice: Voice): HTMLElement {
  const seated = seatedOf(options);
  const sentence = hemicycleSentence(seated, voice);
  if (seated.length === 0) return emptyFigure('hemicycle', sentence);
  return figureOf(
    {
      name: 'hemicycle',
      sentence,
      drawing: [seatsIn(seated) > mostDrawn ? null : house(seated, sentence, voice), legend(seated, voice)],
      table: hemicycleTable(seated, voice),
    },
    voice,
  );
}

// Units of the drawing: the house is 400 wide, with room for the keys around it.
const radius = 200;
const margin = 26;

function house(seated: readonly Seated[], sentence: string, { texts, format }: Voice): SVGElement {
  const seats = seatsIn(seated);
  const { places, seat } = houseOf(seats);
  let from = 0;
  const wedges = seated.map((one) => {
    const own = places.slice(from, from + one.seats);
    from += one.seats;
    return wedge(one, own, seat);
  });
  const label = format.fill(texts.hemicycle.needed, { seats: format.number(majorityOf(seated)) });
  return s(
    'svg',
    {
      viewBox: `${-radius - margin} ${-radius - margin} ${2 * (radius + margin)} ${radius + margin + 20}`,
      role: 'img',
      'aria-label': sentence,
    },
    s('line', { class: 'majority', x1: 0, x2: 0, y1: -radius - 4, y2: -radius * 0.36 }),
    s('text', { class: 'majority-label', x: 0, y: -radius - 12, 'text-anchor': 'middle' }, label),
    wedges,
    s('text', { class: 'house-seats', x: 0, y: -26, 'text-anchor': 'middle' }, format.number(seats)),
    s(
      'text',
      { class: 'house-word', x: 0, y: -4, 'text-anchor': 'middle' },
      format.plural(seats, { ...texts.hemicycle.seats }),
    ),
  );
}

function wedge({ option, seats }: Seated, places: readonly SeatPlace[], seat: number): SVGElement {
  return s(
    'g',
    { class: seriesOf(option) },
    s('title', {}, `${option.name}: ${seats}`),
    places.map(({ x, y }) =>
      s('circle', {
        cx: (x * radius).toFixed(1),
        cy: (-y * radius).toFixed(1),
        r: (seat * radius).toFixed(1),
      }),
    ),
    keyBeside(option, places),
  );
}

/** The key stands outside the rim, at the middle of the wedge, where that is wide enough for a letter. */
function keyBeside({ place }: ChartOption, places: readonly SeatPlace[]): SVGElement | null {
  const [first, last] = [places.at(0), places.at(-1)];
  if (!first || !last) return null;
  const [turn, width] = [(first.turn + last.turn) / 2, (last.turn - first.turn) * Math.PI * radius];
  const isAtTop = Math.abs(turn - 0.5) < 0.14;
  if ((width < 12 && places.length < 3) || isAtTop) return null;
  const angle = Math.PI * (1 - turn);
  const distance = radius + 13;
  const [x, y] = [distance * Math.cos(angle), -distance * Math.sin(angle) + 4];
  return s('text', { class: 'key', x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': 'middle' }, keyOf(place));
}

function legend(seated: readonly Seated[], { format }: Voice): HTMLElement {
  return h(
    'ul',
    { class: 'legend' },
    seated.map(({ option, seats }) =>
      h(
        'li',
        {},
        swatch(option),
        h('span', { class: 'legend-name' }, option.name),
        ' ',
        h('b', {}, format.number(seats)),
      ),
    ),
  );
}
