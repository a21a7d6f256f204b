import { formatDecimal, fraction } from '../../../functions/model/fraction.ts';
import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import type { SummaryContest } from '../../charts/from-summary.ts';
import { type ChartOption, canWin } from '../../charts/option.ts';
import type { TileMap } from '../../charts/tiles/told.ts';
import type { Context } from '../../view.ts';

/** What the map of an area can be coloured by. */
export const measures = ['turnout', 'leader', 'completeness'] as const;

/** One of them. */
export type Measure = (typeof measures)[number];

/** The sums of one contest in an area. */
export type AreaTotal = AreaResults['totals'][number];

/** The measure that an address names, turnout where it names none. */
export function measureOf(show: string | undefined): Measure {
  return measures.find((one) => one === show) ?? 'turnout';
}

/** The sums of a contest among those of an area. */
export function totalOf(totals: readonly AreaTotal[], contest: string): AreaTotal | null {
  return totals.find((one) => one.contest === contest) ?? null;
}

/** Voters who took part, else ballots issued, of the registered, in percent; exact. Null where they are not published. */
export function turnoutOf(total: AreaTotal | null): string | null {
  const counts = total?.counts ?? {};
  return percentOf(counts.cast ?? counts.issued, counts.registered);
}

/** Protocols reported of those expected, in percent. */
export function completenessOf(total: AreaTotal | null, expected: number | null): string | null {
  return total === null || expected === null ? null : percentOf(total.reported, expected);
}

/** The option with most votes that can win; null where none are published, or two have as many. */
export function leaderOf(total: AreaTotal | null, options: readonly ChartOption[]): ChartOption | null {
  const votes = total?.votes ?? {};
  const ranked = options
    .filter(({ id, kind }) => canWin(kind) && votes[id] !== undefined)
    .toSorted((a, b) => (BigInt(votes[a.id] ?? 0) < BigInt(votes[b.id] ?? 0) ? 1 : -1));
  const [first, second] = ranked;
  if (!first || BigInt(votes[first.id] ?? 0) === 0n) return null;
  return second && BigInt(votes[second.id] ?? 0) === BigInt(votes[first.id] ?? 0) ? null : first;
}

/** The areas within an area as a map of one measure. */
export function mapOf(
  { children }: AreaResults,
  { contest }: SummaryContest,
  options: readonly ChartOption[],
  measure: Measure,
  expected: ReadonlyMap<string, number | null>,
  { texts, format, link }: Context,
): TileMap {
  return {
    measure: texts.pages.areas[measure],
    shows: measure === 'leader' ? 'leader' : 'percent',
    areas: children.map(({ area, name, totals, tile }) => {
      const total = totalOf(totals, contest);
      const percent =
        measure === 'turnout' ? turnoutOf(total) : completenessOf(total, expected.get(area) ?? null);
      return {
        area,
        name: format.text(name) || area,
        href: link({ area, station: null }),
        ...(tile && { tile }),
        percent: measure === 'leader' ? null : percent,
        leader: measure === 'leader' ? leaderOf(total, options) : null,
      };
    }),
  };
}

function percentOf(part: number | string | undefined, whole: number | string | undefined): string | null {
  if (part === undefined || whole === undefined || BigInt(whole) === 0n) return null;
  return formatDecimal(fraction(BigInt(part) * 100n, BigInt(whole)), 2);
}
