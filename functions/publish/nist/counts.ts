import type { Contest } from '../../model/generated/election.ts';
import type { Field } from '../../model/records/protocol.ts';
import { sumsByArea } from '../figures/contest.ts';
import type { Release } from '../release.ts';
import { areaUnit, stationUnit } from './element.ts';
import type { DetailLevel } from './level.ts';

type Count = bigint | number | undefined;

/** What the units of a contest count, field by field: a column for each, with a place for every unit. */
export interface UnitCounts {
  /** `@id` of the units that have reported, areas before stations. */
  readonly units: readonly string[];
  /** Undefined where the unit does not state it: missing is never zero. */
  readonly columns: ReadonlyMap<Field, readonly Count[]>;
}

/** The counts of `fields` by unit: sums of the areas, and the stations where the level has them. */
export async function unitCounts(
  release: Release,
  contest: Contest,
  fields: readonly Field[],
  level: DetailLevel,
): Promise<UnitCounts> {
  const units: string[] = [];
  const columns = new Map<Field, Count[]>(fields.map((field) => [field, []]));
  const add = (unit: string, countOf: (field: Field) => Count) => {
    units.push(unit);
    for (const [field, column] of columns) column.push(countOf(field));
  };
  for (const { area, values } of sumsByArea(release, contest).values())
    if (values.size > 0) add(areaUnit(area), (field) => values.get(field)?.sum);
  if (level === 'precinct-level')
    for await (const protocols of release.records.protocols(contest.id))
      for (const { station, values } of protocols)
        if (station !== null) add(stationUnit(station), (field) => values.get(field)?.count);
  return { units, columns };
}

/** The units that state at least one of `fields`, and what they state, in their order. */
export function* statedCounts<Name extends Field>(
  { units, columns }: UnitCounts,
  fields: readonly Name[],
): Generator<{ readonly unit: string; readonly counts: ReadonlyMap<Name, bigint | number> }> {
  for (const [place, unit] of units.entries()) {
    const counts = new Map<Name, bigint | number>();
    for (const field of fields) {
      const count = columns.get(field)?.[place];
      if (count !== undefined) counts.set(field, count);
    }
    if (counts.size > 0) yield { unit, counts };
  }
}
