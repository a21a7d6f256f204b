import { type ChartOption, canWin } from '../option.ts';
import { type ChartTable, numbers, words } from '../table.ts';
import type { Voice } from '../voice.ts';

/** What a chart of votes shows. */
export interface Votes {
  /** In the order of the ballot. */
  readonly options: readonly ChartOption[];
  /** The share that a list needs, in percent; null where the law has none, or another than one share. */
  readonly threshold: string | null;
}

/** Most votes first; those that can win nothing, as against all, at the end. */
export function rankedOf({ options }: Votes): ChartOption[] {
  return [...options].sort(
    (a, b) => Number(canWin(b.kind)) - Number(canWin(a.kind)) || shareOf(b) - shareOf(a) || a.place - b.place,
  );
}

/** Percent of the votes, as a length; 0 where it is not known. */
export function shareOf({ percent }: Pick<ChartOption, 'percent'>): number {
  return percent === null ? 0 : Number(percent);
}

/** Whether a list has gone without a seat for want of votes. Seats decide it, not the drawing: the law may exempt a list. */
export function isBelow({ kind, seats, percent }: ChartOption, threshold: string | null): boolean {
  return (
    kind === 'list' &&
    threshold !== null &&
    percent !== null &&
    seats === 0 &&
    Number(percent) < Number(threshold)
  );
}

/**
 * Whether a list has the share. One below it may have seats all the same, as where the law admits the next list when only one passes; a share that is
 * rounded up to the threshold gives none.
 */
function reaches({ seats, percent }: ChartOption, threshold: string): boolean {
  if (percent === null) return false;
  return Number(percent) > Number(threshold) || (Number(percent) === Number(threshold) && seats !== 0);
}

/** Who leads, and how many lists pass the threshold. */
export function barsSentence(votes: Votes, { texts, format }: Voice): string {
  const [first] = rankedOf(votes).filter(({ percent }) => percent !== null);
  if (!first) return texts.bars.none;
  const { threshold, options } = votes;
  const leads = format.fill(texts.bars.leads, { name: first.name, percent: format.percent(first.percent) });
  const lists = options.filter(({ kind }) => kind === 'list');
  if (threshold === null || Number(threshold) === 0 || lists.some(({ seats }) => seats === null))
    return leads;
  const passing = lists.filter((list) => reaches(list, threshold)).length;
  const pass = format.plural(
    lists.length,
    { ...texts.bars.pass },
    { passing: format.number(passing), threshold: format.percent(threshold, 0) },
  );
  return `${leads} ${pass}`;
}

/** Votes, share and seats by option, in the order of the drawing. */
export function barsTable(votes: Votes, { texts, format }: Voice): ChartTable {
  const withSeats = votes.options.some(({ seats }) => seats !== null);
  return {
    caption: texts.bars.caption,
    columns: [
      words(texts.option),
      numbers(texts.votes),
      numbers(texts.share),
      ...(withSeats ? [numbers(texts.seats)] : []),
    ],
    rows: rankedOf(votes).map((option) => [
      option.name,
      format.number(option.votes),
      format.percent(option.percent),
      ...(withSeats ? [canWin(option.kind) ? format.number(option.seats) : '–'] : []),
    ]),
  };
}
