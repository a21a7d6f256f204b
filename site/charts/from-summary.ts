import type { Summary } from '../../functions/model/generated/summary.ts';
import type { Format } from '../text/format.ts';
import type { ChartOption } from './option.ts';

/** A contest of summary.json. */
export type SummaryContest = Summary['contests'][number];

/** The options of a contest as charts take them, named in the language of the reader. */
export function chartOptions({ options }: SummaryContest, format: Format): ChartOption[] {
  return options.map(({ option, name, kind, colour, votes, percent, seats, declared }, place) => ({
    id: option,
    name: format.text(name) || option,
    kind,
    place,
    colour: colour ?? null,
    votes,
    percent,
    seats,
    declared,
  }));
}
