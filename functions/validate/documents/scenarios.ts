import { areaTree } from '../../model/areas.ts';
import type { ElectionDefinition, Scenario } from '../../model/generated/election.ts';
import { mergePatch } from '../../model/json/merge-patch.ts';
import { scenarioContests } from '../../model/law/scenarios.ts';
import { checkContest } from '../references/contest.ts';
import type { DefinitionCheck } from '../references/definition.ts';
import { checkLaws } from '../references/laws.ts';
import type { SchemaChecker } from './schema.ts';

/**
 * Checks the scenarios of a definition that is itself in order: each changes systems that there are, for contests that use them, and
 * what comes out satisfies the schema and everything else that is asked of the systems in force.
 */
export function checkScenarios(
  definition: ElectionDefinition,
  checker: SchemaChecker<ElectionDefinition>,
  check: DefinitionCheck,
): void {
  const scenarios = definition.scenarios ?? [];
  const ids = scenarios.map(({ id }) => id);
  check.unique('scenario', ids, (index) => `/scenarios/${index}/id`);
  for (const [index, scenario] of scenarios.entries()) {
    const at = `/scenarios/${index}`;
    checkReferences(definition, scenario, at, check);
    if (isDeeperThan(deepest, scenario.systems))
      check.invalid(
        `${at}/systems`,
        `no system nests deeper than ${deepest} levels, so no change of one does`,
      );
    else checkSystems(definition, scenario, at, checker, check);
  }
}

// Deeper than any member of a system stands. A file can nest so deep that whoever walks through it runs out of stack.
const deepest = 16;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}

function checkReferences(
  definition: ElectionDefinition,
  scenario: Scenario,
  at: string,
  check: DefinitionCheck,
): void {
  const { contests, laws, systems } = definition;
  const byId = new Map<string, string>(contests.map(({ id, system }) => [id, system]));
  const knownLaw = laws.some(({ id }) => id === scenario.law);
  check.refers(knownLaw, 'law', scenario.law, `${at}/law`);
  for (const id of Object.keys(scenario.systems))
    check.refers(Object.hasOwn(systems, id), 'system', id, `${at}/systems/${id}`);
  for (const [place, id] of (scenario.contests ?? []).entries()) {
    const system = byId.get(id);
    check.refers(system !== undefined, 'contest', id, `${at}/contests/${place}`);
    if (system !== undefined && !Object.hasOwn(scenario.systems, system))
      check.invalid(
        `${at}/contests/${place}`,
        `contest "${id}" uses the system "${system}", which the scenario does not change: name that system under \`systems\`, or leave the contest out`,
      );
  }
}

function checkSystems(
  definition: ElectionDefinition,
  scenario: Scenario,
  at: string,
  checker: SchemaChecker<ElectionDefinition>,
  check: DefinitionCheck,
): void {
  const known = Object.keys(scenario.systems).every((id) => Object.hasOwn(definition.systems, id));
  const contests = scenarioContests(definition, scenario);
  if (!known) return;
  if (contests.length === 0)
    check.invalid(
      `${at}/systems`,
      'no contest uses a system that the scenario changes: it would show nothing',
    );
  const changed = { ...definition, systems: mergePatch(definition.systems, scenario.systems) };
  if (checker.fits(changed)) {
    const inside = within(check, at);
    const tree = areaTree(changed);
    checkLaws(changed, inside);
    for (const contest of contests) checkContest(changed, definition.contests.indexOf(contest), tree, inside);
  } else
    for (const { pointer, reason } of checker.problems(changed))
      check.invalid(`${at}${pointer}`, `with the changes of the scenario "${scenario.id}", ${reason}`);
}

/** What is wrong with the changed systems, told where the scenario changes them; all else has been checked already. */
function within(check: DefinitionCheck, at: string): DefinitionCheck {
  const isSystem = (pointer: string) => pointer.startsWith('/systems/');
  return {
    unique(kind, ids, pointer) {
      if (ids.length > 0 && isSystem(pointer(0))) check.unique(kind, ids, (index) => at + pointer(index));
    },
    refers(known, kind, id, pointer) {
      if (isSystem(pointer)) check.refers(known, kind, id, at + pointer);
    },
    invalid(pointer, reason) {
      if (isSystem(pointer)) check.invalid(at + pointer, reason);
    },
  };
}
