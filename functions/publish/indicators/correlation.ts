import { indicators } from '../../model/generated/indicators.ts';
import type { AreaId } from '../../model/ids.ts';
import { decimal, squareRoot } from './arithmetic.ts';
import { type Indication, plain } from './indication.ts';
import type { Sample } from './sample.ts';

/** Correlation of turnout and the leader's share over the stations that state both, each counting once: of the values, then of their ranks. */
export function* correlations(sample: Sample, area: AreaId): Generator<Indication> {
  const [turnout, share] = bothOf(sample);
  const stations = turnout.length;
  const row = (
    indicator: 'turnout-leader-pearson' | 'turnout-leader-spearman',
    value: number | null,
  ): Indication => ({ ...plain, indicator, area, option: sample.option, value: decimal(value, 4), stations });
  if (stations < indicators['turnout-leader-pearson'].minimumStations) return;
  yield row('turnout-leader-pearson', pearson(turnout, share));
  yield row('turnout-leader-spearman', pearson(rank(turnout), rank(share)));
}

function bothOf({ turnout, leader }: Sample): [Float64Array, Float64Array] {
  let length = 0;
  const [x, y] = [new Float64Array(turnout.whole.length), new Float64Array(turnout.whole.length)];
  for (const [index, registered] of turnout.whole.entries()) {
    const votes = leader.whole[index] ?? 0;
    if (registered <= 0 || votes <= 0) continue;
    x[length] = (turnout.part[index] ?? 0) / registered;
    y[length] = (leader.part[index] ?? 0) / votes;
    length += 1;
  }
  return [x.subarray(0, length), y.subarray(0, length)];
}

/** Pearson's r, from deviations from the means so that nothing cancels; null where either is the same everywhere. */
export function pearson(x: Float64Array, y: Float64Array): number | null {
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, value] of x.entries()) {
    const [dx, dy] = [value - meanX, (y[index] ?? 0) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  const scale = squareRoot(xx) * squareRoot(yy);
  if (same(x) || same(y) || scale === 0) return null;
  const r = xy / scale;
  return r > 1 ? 1 : r < -1 ? -1 : r;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** A mean of equal values may differ from them in the last bit, and then their deviations are no longer zero. */
function same(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Puts ranks from 1 in the place of the values, which are many, and gives them; equal values share the mean of theirs. */
export function rank(values: Float64Array): Float64Array {
  const ordered = values.slice().sort();
  for (const [index, value] of values.entries())
    values[index] = (below(ordered, value, false) + below(ordered, value, true) + 1) / 2;
  return values;
}

/** How many of the ordered values are below `value`, or also equal to it. */
function below(ordered: Float64Array, value: number, equal: boolean): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const at = ordered[middle] ?? 0;
    if (at < value || (equal && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
