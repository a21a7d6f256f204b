import type { Districts } from '../../model/generated/election.ts';
import type { AreaId } from '../../model/ids.ts';
import { type Tally, tallyIn, votesOf } from '../count/tally.ts';

/** A district with its votes. */
export interface District {
  readonly area: AreaId;
  readonly seats: number;
  /** Of the lists that stand in it, and with the lots that were drawn in it. */
  readonly tally: Tally;
}

/** The count by district, as far as it is there. */
export interface DistrictCount {
  readonly districts: readonly District[];
  /** Districts without any votes yet. */
  readonly unreported: readonly AreaId[];
  /** Areas with votes that lie in no district. */
  readonly outside: readonly AreaId[];
}

/** The count of each district. */
export function districtCount({ areas }: Districts, tally: Tally): DistrictCount {
  const districts: District[] = [];
  const unreported: AreaId[] = [];
  for (const { area, seats } of areas) {
    const inside = tallyIn(tally, area);
    if (inside) districts.push({ area, seats, tally: districtTally(inside, area) });
    else unreported.push(area);
  }
  const known = new Set(areas.map(({ area }) => area));
  return { districts, unreported, outside: [...tally.areas.keys()].filter((area) => !known.has(area)) };
}

/**
 * A list stands in the districts that the definition names for it or, where it names none, in those where votes for it are reported: not
 * every list is on every ballot, and an absent column must not leave a district open.
 */
function districtTally(tally: Tally, area: AreaId): Tally {
  const { contest } = tally;
  // Inside the district nothing lies outside it, so lists and lots no longer say where they belong.
  const options = contest.options
    .filter(({ id, districts }) => districts?.includes(area) ?? votesOf(tally, id) !== null)
    .map(({ districts: _, ...option }) => option);
  const lots = contest.lots?.filter((lot) => lot.area === area).map(({ area: _, ...lot }) => lot);
  return { ...tally, contest: { ...contest, options, lots } };
}
