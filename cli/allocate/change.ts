import { allocationInputs } from '../../functions/allocate/input.ts';
import type { ElectionDefinition, PartyList, Scenario } from '../../functions/model/generated/election.ts';
import type { ContestId } from '../../functions/model/ids.ts';
import type { AllocationInput } from '../../functions/model/law/allocation.ts';
import { scenarioContests, underScenario } from '../../functions/model/law/scenarios.ts';
import { UsageError, wholeNumber } from '../command.ts';
import { ReleaseDefect } from '../release/defect.ts';
import { checkedValue } from '../release/documents.ts';
import { type FormulaMembers, formulaNamed } from './formulas.ts';
import type { Grounds } from './grounds.ts';

/** What a user wants to be otherwise than under the law in force. */
export interface Change {
  readonly threshold?: string;
  readonly formula?: FormulaMembers;
  readonly seats?: number;
  readonly scenario?: string;
}

/** The change that the options ask for; null when they ask for none. Throws UsageError for values that nothing can have. */
export function changeIn(value: (name: string) => string | undefined): Change | null {
  const [threshold, formula, seats, scenario] = ['threshold', 'formula', 'seats', 'scenario'].map(value);
  if (threshold !== undefined && !/^(100|[0-9]{1,2})(\.[0-9]{1,12})?$/.test(threshold))
    throw new UsageError(`--threshold takes a percentage, as 7 or 2.5, not "${threshold}".`);
  const change = {
    ...(threshold !== undefined && { threshold }),
    ...(formula !== undefined && { formula: formulaNamed(formula) }),
    ...(seats !== undefined && { seats: wholeNumber('seats', seats, 1, 1, 1_000_000) }),
    ...(scenario !== undefined && { scenario }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

type Pair = readonly [inForce: AllocationInput, changed: AllocationInput];

/**
 * The contests that a change concerns, as they are and as they would be. Of options, all list contests; of a scenario, those that it changes.
 * Throws UsageError when it concerns none, or not the one that was asked for.
 */
export function underChange(
  { definition, totals, stations }: Grounds,
  change: Change,
  inForce: readonly AllocationInput[],
  asked: ContestId | null,
): Pair[] {
  const scenario = scenarioOf(definition, change);
  const under = scenario ? valid(() => underScenario(definition, scenario)) : definition;
  const concerned = new Set((scenario ? scenarioContests(definition, scenario) : []).map(({ id }) => id));
  const inputs = new Map(allocationInputs(under, totals, stations).map((input) => [input.contest.id, input]));
  const pairs = inForce.flatMap((before): Pair[] => {
    const input = inputs.get(before.contest.id);
    if (!input || (scenario && !concerned.has(input.contest.id))) return [];
    if (!changesLists(change)) return [[before, input]];
    return input.system.type === 'party-list'
      ? [[before, { ...input, system: changedSystem(under, input.system, change) }]]
      : [];
  });
  if (pairs.length > 0) return pairs;
  throw new UsageError(
    `${asked === null ? `No contest of ${definition.id}` : `Contest ${asked}`} is changed by that: ${
      scenario ? `the scenario ${scenario.id} leaves it as it is` : 'it has no lists that share seats'
    }.`,
  );
}

function changesLists({ threshold, formula, seats }: Change): boolean {
  return threshold !== undefined || formula !== undefined || seats !== undefined;
}

function scenarioOf({ id, scenarios = [] }: ElectionDefinition, change: Change): Scenario | null {
  if (change.scenario === undefined) return null;
  const scenario = scenarios.find((one) => one.id === change.scenario);
  if (scenario) return scenario;
  const ids = scenarios.map((one) => one.id).join(', ');
  const known = ids === '' ? 'It has none' : `It has ${ids}`;
  throw new UsageError(`${id} has no scenario "${change.scenario}". ${known}.`);
}

/** The system of a contest with the changes, checked as one in election.json is. The articles of what is changed no longer stand behind it. */
function changedSystem(definition: ElectionDefinition, system: PartyList, change: Change): PartyList {
  const { threshold, formula, seats } = change;
  const { seatsLaw: _seats, ...others } = system;
  const changed = {
    ...(seats === undefined ? system : { ...others, seats }),
    ...(formula && { formula }),
    ...(threshold !== undefined && { threshold: { ...shareOf(system), percent: threshold } }),
  };
  const { systems } = valid(() =>
    checkedValue({ ...definition, systems: { changed } }, 'the changed rule', 'election'),
  );
  const { changed: result } = systems;
  if (result?.type === 'party-list') return result;
  throw new RangeError('a party list has become something else');
}

/** Of what a share is taken: as the law in force has it; of the valid votes where it has no such threshold. */
function shareOf({ threshold }: PartyList) {
  if (!threshold || !('percent' in threshold)) return { base: 'valid-votes', inclusive: true };
  const { law: _law, ...share } = threshold;
  return share;
}

function valid<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ReleaseDefect) && !(error instanceof RangeError)) throw error;
    throw new UsageError(`That is no rule by which seats can be allocated: ${error.message}.`);
  }
}
