import { type ChartOption, canWin } from '../option.ts';
import { type ChartTable, numbers, words } from '../table.ts';
import type { Voice } from '../voice.ts';

/** Computed and declared seats of an option. */
export interface Pair {
  readonly option: ChartOption;
  readonly computed: number;
  readonly declared: number;
}

/** The options whose seats were both computed and declared, in the order of the ballot. */
export function pairsOf(options: readonly ChartOption[]): Pair[] {
  return options.flatMap((option) => {
    const { seats, declared, kind } = option;
    return canWin(kind) && seats !== null && declared !== null ? [{ option, computed: seats, declared }] : [];
  });
}

/** Whether there is more to compare than the one seat of an office, on which both agree. */
export function isWorthDrawing(pairs: readonly Pair[]): boolean {
  return pairs.some(({ computed, declared }) => computed !== declared || computed > 1);
}

/** Whether they agree; where they do not, of whom. */
export function besideSentence(pairs: readonly Pair[], { texts, format }: Voice): string {
  const differing = pairs.filter(({ computed, declared }) => computed !== declared);
  if (differing.length === 0) return texts.beside.agree;
  const each = differing.map(({ option, computed, declared }) =>
    format.fill(texts.beside.one, {
      name: option.name,
      computed: format.number(computed),
      declared: format.number(declared),
    }),
  );
  return format.fill(texts.beside.differ, { differences: each.join('; ') });
}

/** Seats computed, declared, and the difference. */
export function besideTable(pairs: readonly Pair[], { texts, format }: Voice): ChartTable {
  return {
    caption: texts.beside.caption,
    columns: [
      words(texts.option),
      numbers(texts.computed),
      numbers(texts.declared),
      numbers(texts.difference),
    ],
    rows: pairs.map(({ option, computed, declared }) => [
      option.name,
      format.number(computed),
      format.number(declared),
      signed(computed - declared, (value) => format.number(value)),
    ]),
  };
}

/** A difference with its sign: plus, minus, or 0 alone. */
export function signed(difference: number, write: (value: number) => string): string {
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '−'}${write(Math.abs(difference))}`;
}
