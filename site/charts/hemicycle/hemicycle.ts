import { h, s } from '../../dom.ts';
import { outlinedOf } from '../colour/apart.ts';
import { painted } from '../colour/paint.ts';
import { emptyFigure, figureOf } from '../figure.ts';
import { type ChartOption, keyOf } from '../option.ts';
import { swatch } from '../swatch.ts';
import type { Voice } from '../voice.ts';
import { houseOf, mostDrawn, type SeatPlace } from './places.ts';
import { hemicycleSentence, hemicycleTable, majorityOf, type Seated, seatedOf, seatsIn } from './told.ts';

/** The seats of a house as dots in a half circle, those of one option beside one another, most seats at the left. */
export function hemicycle(options: readonly ChartOption[], voice: Voice): HTMLElement {
  const seated = seatedOf(options);
  const sentence = hemicycleSentence(seated, voice);
  if (seated.length === 0) return emptyFigure('hemicycle', sentence);
  const outlined = outlinedOf(seated.map(({ option }) => option));
  const wedges = seated.map((one, place) => ({ ...one, outlined: outlined[place] === true }));
  return figureOf(
    {
      name: 'hemicycle',
      sentence,
      drawing: [seatsIn(seated) > mostDrawn ? null : house(wedges, sentence, voice), legend(wedges, voice)],
      table: hemicycleTable(seated, voice),
    },
    voice,
  );
}

/** The seats of an option as they are drawn: filled, or as rings. */
interface Wedge extends Seated {
  readonly outlined: boolean;
}

// Units of the drawing: the house is 400 wide, with room for the keys around it.
const radius = 200;
const margin = 26;

function house(seated: readonly Wedge[], sentence: string, { texts, format }: Voice): SVGElement {
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

function wedge({ option, seats, outlined }: Wedge, places: readonly SeatPlace[], seat: number): SVGElement {
  // Half of a line lies outside its circle: so the ring is as large as a dot.
  const line = seat * radius * 0.4;
  const r = outlined ? seat * radius - line / 2 : seat * radius;
  const made = s(
    'g',
    { class: outlined ? 'wedge-outline' : null, 'stroke-width': outlined ? line.toFixed(1) : null },
    s('title', {}, `${option.name}: ${seats}`),
    places.map(({ x, y }) =>
      s('circle', {
        cx: (x * radius).toFixed(1),
        cy: (-y * radius).toFixed(1),
        r: r.toFixed(1),
      }),
    ),
    keyBeside(option, places),
  );
  return painted(made, option);
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

function legend(seated: readonly Wedge[], { format }: Voice): HTMLElement {
  return h(
    'ul',
    { class: 'legend' },
    seated.map(({ option, seats, outlined }) =>
      h(
        'li',
        {},
        swatch(option, outlined),
        h('span', { class: 'legend-name' }, option.name),
        ' ',
        h('b', {}, format.number(seats)),
      ),
    ),
  );
}
