import type { ChartOption } from '../option.ts';
import { type ChartTable, numbers, words } from '../table.ts';
import type { Voice } from '../voice.ts';

/** An option with the seats that it has. */
export interface Seated {
  readonly option: ChartOption;
  readonly seats: number;
}

/** Those with seats, most of them first; of equally many in the order of the ballot. */
export function seatedOf(options: readonly ChartOption[]): Seated[] {
  return options
    .flatMap((option) => (option.seats ? [{ option, seats: option.seats }] : []))
    .sort((a, b) => b.seats - a.seats || a.option.place - b.option.place);
}

/** Seats that are more than half of all. */
export function majorityOf(seated: readonly Seated[]): number {
  return Math.floor(seatsIn(seated) / 2) + 1;
}

/** All seats. */
export function seatsIn(seated: readonly Seated[]): number {
  return seated.reduce((sum, { seats }) => sum + seats, 0);
}

/** Who has a majority, or that nobody has one. */
export function hemicycleSentence(seated: readonly Seated[], { texts, format }: Voice): string {
  const [first] = seated;
  if (!first) return texts.hemicycle.none;
  const needed = majorityOf(seated);
  return format.fill(first.seats >= needed ? texts.hemicycle.majority : texts.hemicycle.noMajority, {
    name: first.option.name,
    seats: format.number(first.seats),
    all: format.number(seatsIn(seated)),
    needed: format.number(needed),
  });
}

/** Seats by option, in the same order as in the house. */
export function hemicycleTable(seated: readonly Seated[], { texts, format }: Voice): ChartTable {
  return {
    caption: texts.hemicycle.caption,
    columns: [words(texts.option), numbers(texts.seats)],
    rows: seated.map(({ option, seats }) => [option.name, format.number(seats)]),
  };
}
