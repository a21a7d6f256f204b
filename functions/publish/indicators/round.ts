import { indicators } from '../../model/generated/indicators.ts';
import type { AreaId } from '../../model/ids.ts';
import { decimal, squareRoot } from './arithmetic.ts';
import { type Indication, plain } from './indication.ts';
import type { Pairs, Sample } from './sample.ts';

/**
 * The share of stations at multiples of 5 percent against chance, after Kobak, Shpilkin and Pshenichnikov (2016). Around each multiple the
 * possible counts of a station make a range of five points; if all of its counts are equally likely, the nearest one has the chance
 * 1 / their number. A slope within the range cancels, since the multiple is in its middle.
 */
export function* roundShares(
  of: 'turnout' | 'leader-share',
  sample: Sample,
  area: AreaId,
): Generator<Indication> {
  const indicator = `${of}-round` as const;
  const { minimumStations, minimumCount, limit: deviations } = indicators[indicator];
  const { used, round, expected, variance } = counted(
    of === 'turnout' ? sample.turnout : sample.leader,
    minimumCount,
  );
  if (used < minimumStations) return;
  const limit = expected + deviations * squareRoot(variance);
  const percent = (count: number) => decimal((100 * count) / used, 2);
  yield {
    ...plain,
    indicator,
    area,
    option: of === 'turnout' ? null : sample.option,
    value: percent(round),
    expected: percent(expected),
    limit: percent(limit),
    stations: used,
    flagged: round > limit,
  };
}

function counted({ part, whole }: Pairs, minimum: number) {
  let [used, round, expected, variance] = [0, 0, 0, 0];
  for (const [index, total] of whole.entries()) {
    if (total < minimum) continue;
    const range = rangeAt(part[index] ?? 0, total);
    if (range === null) continue;
    const chance = 1 / range.counts;
    used += 1;
    round += range.round ? 1 : 0;
    expected += chance;
    variance += chance * (1 - chance);
  }
  return { used, round, expected, variance };
}

/**
 * How many counts lie within two and a half points of the multiple of 5 percent that `part` is near, and whether it is the nearest.
 * Null around 0 and 100 percent, where there is no room on one side.
 */
export function rangeAt(part: number, whole: number): { counts: number; round: boolean } | null {
  const step = Math.floor((40 * part + whole) / (2 * whole));
  if (step < 1 || step > 19) return null;
  const from = (points: number) => Math.ceil((points * whole) / 40);
  const counts = from(2 * step + 1) - from(2 * step - 1);
  return { counts, round: part === Math.floor((step * whole + 10) / 20) };
}
