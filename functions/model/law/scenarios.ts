import type { Contest, ElectionDefinition, Scenario, System } from '../generated/election.ts';
import { mergePatch } from '../json/merge-patch.ts';
import { systemNamed } from './systems.ts';

/**
 * The definition as a scenario changes it: the systems that the scenario names with its changes, all else as it is. Throws RangeError
 * when what comes out is no system: the validator lets no such scenario in.
 */
export function underScenario(definition: ElectionDefinition, scenario: Scenario): ElectionDefinition {
  const changed = Object.entries(scenario.systems).map(([id, patch]) => {
    const system = mergePatch(systemNamed(definition, id), patch);
    if (isSystem(system)) return [id, system] as const;
    throw new RangeError(`scenario ${scenario.id} leaves the system "${id}" without a type`);
  });
  return { ...definition, systems: { ...definition.systems, ...Object.fromEntries(changed) } };
}

/** The contests that a scenario allocates anew, in the order of the definition. */
export function scenarioContests({ contests }: ElectionDefinition, scenario: Scenario): Contest[] {
  const chosen = scenario.contests && new Set(scenario.contests);
  return contests.filter(
    ({ id, system }) => Object.hasOwn(scenario.systems, system) && (chosen?.has(id) ?? true),
  );
}

function isSystem(value: unknown): value is System {
  return value !== null && typeof value === 'object' && 'type' in value && typeof value.type === 'string';
}
