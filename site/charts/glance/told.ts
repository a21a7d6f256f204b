import { type Bins, cells, points } from '../../compute/stations/bins.ts';
import type { TextsOf } from '../../text/catalogue.ts';
import type { stations } from '../../text/en/stations.ts';
import { type ChartTable, numbers, words } from '../table.ts';
import type { Voice } from '../voice.ts';

/** What the charts of stations say, beside what all charts say. */
export interface GlanceVoice extends Voice {
  readonly words: TextsOf<typeof stations>;
}

/** Steps of the colour scale of the map. */
export const steps = 5;

/** How many are in bins. */
export function sumOf(bins: readonly number[]): number {
  return bins.reduce((sum, count) => sum + count, 0);
}

/** The fullest bin, the first of equals: its place, and how many are in it. */
export function fullest(bins: readonly number[]): { readonly place: number; readonly most: number } {
  const most = bins.reduce((greatest, count) => Math.max(greatest, count), 0);
  return { place: bins.indexOf(most), most };
}

/** The upper end, in per cent, of the first bin up to which at least half of all are. */
export function medianEnd(bins: readonly number[]): number {
  const half = sumOf(bins) / 2;
  let sum = 0;
  for (const [place, count] of bins.entries()) {
    sum += count;
    if (sum >= half) return place + 1;
  }
  return bins.length;
}

/**
 * The step of a count in a map whose fullest cell holds `most`, from 1: each step is as many times the one before, for a few cells hold a hundred times what
 * others do.
 */
export function stepOf(count: number, most: number): number {
  if (most <= 1) return steps;
  return Math.min(steps, 1 + Math.floor((Math.log(count) / Math.log(most)) * steps));
}

/** Of how many stations turnout is known, where the middle is, where most are, and how many are left out. */
export function turnoutSentence({ turnout, over }: Bins, { words: own, format }: GlanceVoice): string {
  const known = sumOf(turnout);
  const left = over === 0 ? '' : ` ${format.plural(over, own.over)}`;
  if (known === 0) return `${own.turnout.none}${left}`;
  const { place, most } = fullest(turnout);
  const told = format.fill(own.turnout.sentence, {
    stations: format.plural(known, own.based),
    median: format.percent(medianEnd(turnout), 0),
    from: format.percent(place, 0),
    to: format.percent(place + 1, 0),
    most: format.plural(most, own.based),
  });
  return `${told}${left}`;
}

/** A row a percentage point in which there are stations. */
export function turnoutTable({ turnout }: Bins, { words: own, format }: GlanceVoice): ChartTable {
  return {
    caption: own.turnout.caption,
    columns: [words(own.turnout.range), numbers(own.turnout.count)],
    rows: turnout.flatMap((count, place) =>
      count === 0 ? [] : [[rangeOf(place, 1, { format }), format.number(count)]],
    ),
  };
}

/** Of how many stations both are known, and which square is the fullest. */
export function mapSentence({ both }: Bins, { words: own, format }: GlanceVoice): string {
  const known = sumOf(both);
  if (known === 0) return own.map.none;
  const { place, most } = fullest(both);
  const [column, row] = [Math.floor(place / cells) * side, (place % cells) * side];
  return format.fill(own.map.sentence, {
    stations: format.plural(known, own.based),
    most: format.plural(most, own.based),
    from: format.percent(column, 0),
    to: format.percent(column + side, 0),
    low: format.percent(row, 0),
    high: format.percent(row + side, 0),
  });
}

// Percentage points of a cell.
const side = points / cells;
// Cells of the map that one of the table holds along each side: the map has more numbers than anybody reads.
const joined = 5;

/** Tens of per cent across and down; the sum of each five by five cells of the map. */
export function mapTable({ both }: Bins, leader: string, { words: own, format }: GlanceVoice): ChartTable {
  const parts = Array.from({ length: cells / joined }, (_, place) => place);
  const part = (cell: number): number => Math.floor(cell / joined);
  const count = (column: number, row: number): number =>
    both.reduce((sum, stations, place) => {
      const isIn = part(Math.floor(place / cells)) === column && part(place % cells) === row;
      return isIn ? sum + stations : sum;
    }, 0);
  return {
    caption: format.fill(own.map.caption, { leader }),
    columns: [
      words(own.map.axis),
      ...parts.map((column) => numbers(rangeOf(column * joined, side, { format }, joined))),
    ],
    rows: parts
      .toReversed()
      .map((row) => [
        rangeOf(row * joined, side, { format }, joined),
        ...parts.map((column) => format.number(count(column, row))),
      ]),
  };
}

/** `54–55%`: a bin, or so many of them. */
export function rangeOf(place: number, width: number, { format }: Pick<Voice, 'format'>, many = 1): string {
  return `${format.number(place * width)}–${format.percent((place + many) * width, 0)}`;
}
