import type { AreaTree } from '../../model/areas.ts';
import { indicators } from '../../model/generated/indicators.ts';
import type { AreaId } from '../../model/ids.ts';
import { decimal, median } from './arithmetic.ts';
import { type Indication, plain } from './indication.ts';
import type { Pairs, Sample } from './sample.ts';

/** Which share is looked at. */
type Of = 'turnout' | 'leader-share';

/**
 * Stations whose share is far from the median of their area, by the robust z of Iglewicz and Hoaglin (1993): for each area that was looked
 * at how many, then those stations. An area with too few stations is judged with those of the nearest area above that has enough.
 *
 * @param areas those of the contest, parents before children
 */
export function* outliers(
  of: Of,
  sample: Sample,
  tree: AreaTree,
  areas: readonly AreaId[],
): Generator<Indication> {
  const pairs = of === 'turnout' ? sample.turnout : sample.leader;
  const option = of === 'turnout' ? null : sample.option;
  const { minimumStations: minimum, limit } = indicators[`${of}-outlier`];
  for (const { area, own, stations } of groupsOf(pairs, sample, tree, areas, minimum)) {
    const score = scorer(shares(pairs, stations));
    const far = score === null ? [] : own.flatMap((part) => farIn(pairs, sample, part, score, limit));
    const value = score === null ? null : String(far.length);
    yield { ...plain, indicator: `${of}-outliers`, area, option, value, stations: stations.length };
    for (const { part, index, z } of far)
      yield {
        indicator: `${of}-outlier`,
        area: part,
        station: sample.station(index),
        option,
        value: decimal(z, 2),
        expected: null,
        limit: decimal(limit, 2),
        stations: stations.length,
        flagged: true,
      };
  }
}

interface Group {
  readonly area: AreaId;
  /** The areas whose stations are judged here. */
  readonly own: readonly AreaId[];
  /** The stations that they are judged against: all of the area and the areas in it. */
  readonly stations: readonly number[];
}

function farIn(
  pairs: Pairs,
  sample: Sample,
  part: AreaId,
  score: (share: number) => number,
  limit: number,
): { part: AreaId; index: number; z: number }[] {
  return indicesOf(pairs, sample, part)
    .map((index) => ({ part, index, z: score(shareAt(pairs, index)) }))
    .filter(({ z }) => z > limit || -z > limit);
}

/** Makes one group after the other, so that the stations of one are in memory. */
function* groupsOf(
  pairs: Pairs,
  sample: Sample,
  tree: AreaTree,
  areas: readonly AreaId[],
  minimum: number,
): Generator<Group> {
  const sizes = new Map<AreaId, number>();
  for (const area of areas.toReversed()) {
    const below = tree.children(area).reduce((sum, child) => sum + (sizes.get(child) ?? 0), 0);
    sizes.set(area, below + indicesOf(pairs, sample, area).length);
  }
  const enough = (area: AreaId) => (sizes.get(area) ?? 0) >= minimum;
  const judged = Map.groupBy(sample.ranges.keys(), (area) => tree.path(area).findLast(enough));
  for (const area of areas) {
    const own = judged.get(area) ?? [];
    if (own.length === 0) continue;
    const stations = tree.subtree(area).flatMap((part) => indicesOf(pairs, sample, part));
    yield { area, own, stations };
  }
}

function indicesOf({ whole }: Pairs, { ranges }: Sample, area: AreaId): number[] {
  const [first, end] = ranges.get(area) ?? [0, 0];
  const indices: number[] = [];
  for (let index = first; index < end; index += 1) if ((whole[index] ?? 0) > 0) indices.push(index);
  return indices;
}

function shares(pairs: Pairs, indices: readonly number[]): Float64Array {
  return Float64Array.from(indices, (index) => shareAt(pairs, index));
}

function shareAt({ part, whole }: Pairs, index: number): number {
  return (part[index] ?? 0) / (whole[index] ?? 1);
}

/** The robust z of a share; null where more than half of the shares are the same, since then there is no scale to measure with. */
function scorer(values: Float64Array): ((share: number) => number) | null {
  const middle = median(values.sort());
  const deviations = values.map((share) => (share < middle ? middle - share : share - middle));
  const spread = median(deviations.sort());
  return spread > 0 ? (share) => (0.6745 * (share - middle)) / spread : null;
}
