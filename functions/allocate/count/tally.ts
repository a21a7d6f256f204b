import type { Contest, Option } from '../../model/generated/election.ts';
import type { AreaId, OptionId } from '../../model/ids.ts';
import type { AllocationInput, LinkedContest } from '../../model/law/allocation.ts';
import { type AreaTotals, type FieldTotal, sumTotals } from '../../model/records/batch.ts';
import { type CountField, type Field, votesField } from '../../model/records/protocol.ts';

/** The votes of a contest put together, and what can be asked of them. */
export interface Tally {
  readonly contest: Contest;
  /** Protocols with votes. */
  readonly reported: number;
  readonly values: ReadonlyMap<Field, FieldTotal>;
  /** The totals that it is made of, by area. */
  readonly areas: ReadonlyMap<AreaId, readonly AreaTotals[]>;
  /** Seats that options hold from other contests. */
  readonly held: ReadonlyMap<OptionId, number>;
  /** How those contests came out. */
  readonly linked: readonly LinkedContest[];
  /** Whether every protocol with votes states the count. */
  states(count: CountField): boolean;
}

/** Puts the totals of a contest together; those of other contests are passed over. */
export function tallyOf(
  contest: Contest,
  totals: readonly AreaTotals[],
  { held = new Map(), linked = [] }: Pick<AllocationInput, 'held' | 'linked'> = {},
): Tally {
  const own = totals.filter((total) => total.contest === contest.id);
  const areas = Map.groupBy(own, ({ area }) => area);
  const whole = sumTotals(own);
  let sums: readonly ReturnType<typeof sumTotals>[] | undefined;
  return {
    contest,
    ...whole,
    areas,
    held,
    linked,
    states(count) {
      // Area by area, so that a count stated twice in one area cannot stand for one that another area has not stated.
      sums ??= areas.size === 1 ? [whole] : [...areas.values()].map(sumTotals);
      return sums.every(({ reported, values }) => (values.get(count)?.units ?? 0) === reported);
    },
  };
}

/** The contest in one area alone; null when nothing was reported for exactly that area. */
export function tallyIn(tally: Tally, area: AreaId): Tally | null {
  const totals = tally.areas.get(area);
  return totals?.some(({ reported }) => reported > 0) ? tallyOf(tally.contest, totals, tally) : null;
}

/** Votes of an option; null when no protocol states them. */
export function votesOf(tally: Tally, option: OptionId): bigint | null {
  return tally.values.get(votesField(option))?.sum ?? null;
}

/** A count, summed; null unless every protocol with votes states it. */
export function countOf(tally: Tally, count: CountField): bigint | null {
  return tally.states(count) ? (tally.values.get(count)?.sum ?? null) : null;
}

/** The kinds of option that can win. Against all and ballots that are not counted never do. */
export function isWinnable({ kind }: Option): boolean {
  return kind === 'list' || kind === 'candidate' || kind === 'yes' || kind === 'no';
}
