import { areaTree } from '../../functions/model/areas.ts';
import type { Area, Contest, ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { AreaId } from '../../functions/model/ids.ts';
import { apportion } from './apportion.ts';

/** An area that gets a file of its own, and its weight in sharing out the stations. */
export interface RegionWeight {
  readonly area: AreaId;
  readonly weight: number;
}

/** An area and how many stations it gets. */
export interface Region {
  readonly area: AreaId;
  readonly stations: number;
}

/**
 * The areas directly in the contest's area, or that area itself where none lies in it. They weigh as many stations as the definition says that they
 * have (`stations`); those of which it says nothing share equally what the area above has beyond them, or weigh the mean.
 */
export function regionWeights(
  definition: Pick<ElectionDefinition, 'areas'>,
  contest: Pick<Contest, 'area'>,
): RegionWeight[] {
  const tree = areaTree(definition);
  const children = tree.children(contest.area);
  if (children.length === 0) return [{ area: contest.area, weight: 1 }];
  const areas = children.map((id) => ({ id, stations: tree.area(id)?.stations }));
  const unknown = weightOfUnknown(tree.area(contest.area), areas);
  return areas.map(({ id, stations }) => ({ area: id, weight: stations ?? unknown }));
}

/** Shares the stations out by weight, exactly. Areas that get none are left out. */
export function shareStations(stations: number, weights: readonly RegionWeight[]): Region[] {
  const shares = apportion(
    BigInt(stations),
    weights.map(({ weight }) => BigInt(weight)),
  );
  return weights
    .map(({ area }, index) => ({ area, stations: Number(shares[index] ?? 0n) }))
    .filter((region) => region.stations > 0);
}

function weightOfUnknown(
  above: Area | undefined,
  areas: readonly { stations?: number | undefined }[],
): number {
  const known = areas.flatMap(({ stations }) => (stations === undefined ? [] : [stations]));
  const unknown = areas.length - known.length;
  if (known.length === 0 || unknown === 0) return 1;
  const sum = known.reduce((total, stations) => total + stations, 0);
  const rest = (above?.stations ?? 0) - sum;
  return Math.max(1, Math.round(rest > 0 ? rest / unknown : sum / known.length));
}
