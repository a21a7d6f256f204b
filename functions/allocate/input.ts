import { type AreaTree, areaTree } from '../model/areas.ts';
import type { Contest, ElectionDefinition, System } from '../model/generated/election.ts';
import type { AreaId } from '../model/ids.ts';
import type { AllocationInput } from '../model/law/allocation.ts';
import { areasOf, countedIn, systemNamed } from '../model/law/systems.ts';
import type { AreaTotals } from '../model/records/batch.ts';
import { expectedUnits } from '../model/records/expected.ts';
import { withHeldSeats } from './linked.ts';

/**
 * What the allocation of each contest depends on, in the order of the definition; seats of linked contests are allocated first. `totals` may hold several entries for an area;
 * `stations` is how many stations the registers name in each area. Throws RangeError when a contest names a system that the
 * definition has not: the validator lets no such definition in.
 */
export function allocationInputs(
  definition: ElectionDefinition,
  totals: readonly AreaTotals[],
  stations: ReadonlyMap<AreaId, number>,
): AllocationInput[] {
  const tree = areaTree(definition);
  const areaNames = new Map(definition.areas.map(({ id, name }) => [id, name]));
  const byContest = Map.groupBy(totals, ({ contest }) => contest);
  const inputs = definition.contests.map((contest) => {
    const system = systemOf(definition, contest);
    return {
      contest,
      system,
      laws: definition.laws,
      totals: byRegion(byContest.get(contest.id) ?? [], system, tree),
      expected: expectedUnits(contest, tree, stations),
      areaNames,
    };
  });
  return withHeldSeats(inputs);
}

function systemOf(definition: ElectionDefinition, { id, system }: Contest): System {
  const found = systemNamed(definition, system);
  if (found) return found;
  throw new RangeError(
    `contest ${id} names the system "${system}", which \`systems\` of election.json has not`,
  );
}

/** Where a system asks for areas, totals of the areas within one are those of it: stations report in smaller ones. */
function byRegion(totals: readonly AreaTotals[], system: System, tree: AreaTree): readonly AreaTotals[] {
  if (areasOf(system).length === 0) return totals;
  const areaOf = countedIn(system, tree);
  return totals.map((total) => ({ ...total, area: areaOf(total.area) }));
}
