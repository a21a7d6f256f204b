import type { ElectionDefinition } from '../model/generated/election.ts';
import type { AreaId } from '../model/ids.ts';
import type { AllocationInput } from '../model/law/allocation.ts';
import { scenarioContests, underScenario } from '../model/law/scenarios.ts';
import type { AreaTotals } from '../model/records/batch.ts';
import { allocationInputs } from './input.ts';

/**
 * What the allocation of each scenario depends on: the same votes, under the systems that the scenario changes. In the order of the
 * scenarios, then of the contests; contests whose system a scenario leaves alone come out as under the law in force and are left out.
 */
export function scenarioInputs(
  definition: ElectionDefinition,
  totals: readonly AreaTotals[],
  stations: ReadonlyMap<AreaId, number>,
): AllocationInput[] {
  return (definition.scenarios ?? []).flatMap((scenario) => {
    const changed = new Set(scenarioContests(definition, scenario).map(({ id }) => id));
    return allocationInputs(underScenario(definition, scenario), totals, stations)
      .filter(({ contest }) => changed.has(contest.id))
      .map((input) => ({ ...input, scenario }));
  });
}
