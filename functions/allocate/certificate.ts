import type { Certificate, Inputs, Persons } from '../model/generated/certificate.ts';
import type { Contest, Law, Scenario, System } from '../model/generated/election.ts';
import type { AreaId, ElectionId, OptionId } from '../model/ids.ts';
import { jsonCount } from '../model/json/json.ts';
import type { Allocation, AllocationInput } from '../model/law/allocation.ts';
import { areasOf } from '../model/law/systems.ts';
import { countFields, votesField } from '../model/records/protocol.ts';
import { inEvery } from '../model/text/languages.ts';
import { type Tally, tallyIn, tallyOf } from './count/tally.ts';
import { differencesOf } from './differences.ts';
import { explain } from './explain/explain.ts';
import type { InEvery } from './explain/language.ts';
import { marginsOf } from './margins/margins.ts';
import { seatsOf } from './seats.ts';

/**
 * The document that lets anybody check an allocation: what went in, the law with its parameters, every step, what came out, and the
 * result that the authority has declared beside it. The same input gives the same document. `persons`: who takes the seats, where that is known.
 */
export function certificateOf(
  election: ElectionId,
  revision: number,
  input: AllocationInput,
  allocation: Allocation,
  persons?: Persons,
): Certificate {
  const { contest, system, scenario } = input;
  // Nobody has declared what follows from a law that is not in force.
  const declared = scenario ? undefined : contest.declared;
  const seats = seatsOf(contest, allocation.outcome);
  return {
    election,
    contest: contest.id,
    revision,
    scenario: scenario ? scenarioOf(scenario) : null,
    system: { ...system },
    laws: citedLaws(input.laws, scenario?.law, system, persons?.steps ?? []),
    inputs: inputsOf(input, allocation.reported),
    steps: [...allocation.steps],
    explanation: explanationOf(input, allocation),
    outcome: allocation.outcome,
    seats,
    ...(persons && { persons }),
    provisional: allocation.provisional,
    margins: marginsOf(input, allocation),
    declared: declared ?? null,
    differences: differencesOf(declared, allocation.outcome, seats),
  };
}

function explanationOf(input: AllocationInput, allocation: Allocation): InEvery<string> {
  return inEvery((language) => `${[...explain(input, allocation, language)].join('\n')}\n`);
}

function scenarioOf({ id, name, note }: Scenario): Certificate['scenario'] {
  return { id, name, ...(note && { note }) };
}

/** The articles that the scenario, the system or a step names, wherever among its members, in the order of the definition. */
function citedLaws(
  laws: readonly Law[],
  scenario: string | undefined,
  system: System,
  steps: readonly object[],
): Law[] {
  const cited = new Set<unknown>([scenario]);
  for (const part of [system, ...steps]) collectLaws(part, cited);
  return laws.filter(({ id }) => cited.has(id));
}

function collectLaws(parameters: object, cited: Set<unknown>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (name === 'law' || name.endsWith('Law')) cited.add(value);
    else if (typeof value === 'object' && value !== null) collectLaws(value, cited);
  }
}

function inputsOf(input: AllocationInput, reported: number): Inputs {
  const { contest, system, totals, expected, held, linked } = input;
  const tally = tallyOf(contest, totals);
  const areas = areasOf(system);
  return {
    options: contest.options.map((option) => ({
      option: option.id,
      kind: option.kind,
      withdrawn: option.withdrawn,
      registration: option.registration,
      listKind: option.listKind,
      listLength: option.listLength,
      held: held?.get(option.id),
      ...(votesIn(tally, option.id) ?? { votes: null, protocols: 0 }),
    })),
    counts: countsOf(tally),
    expected,
    reported,
    ...(areas.length > 0 ? { areas: areas.flatMap((area) => areaInputs(area, tallyIn(tally, area))) } : {}),
    ...(held ? { heldOutside: heldOutside(contest, held) } : {}),
    ...(linked ? { linked: linked.map((one) => ({ ...one })) } : {}),
    lots: (contest.lots ?? []).map((lot) => ({ ...lot })),
  };
}

function heldOutside({ options }: Contest, held: NonNullable<AllocationInput['held']>): number {
  const own = new Set(options.map(({ id }) => id));
  return [...held].reduce((sum, [option, seats]) => sum + (own.has(option) ? 0 : seats), 0);
}

function votesIn(tally: Tally, option: OptionId) {
  const total = tally.values.get(votesField(option));
  return total && { votes: jsonCount(total.sum), protocols: total.units };
}

function countsOf(tally: Tally): Inputs['counts'] {
  return countFields.flatMap((count) => {
    const total = tally.values.get(count);
    return total ? [{ count, sum: jsonCount(total.sum), protocols: total.units }] : [];
  });
}

function areaInputs(area: AreaId, tally: Tally | null): NonNullable<Inputs['areas']> {
  if (!tally) return [];
  const votes = tally.contest.options.flatMap(({ id }) => {
    const total = votesIn(tally, id);
    return total ? [{ option: id, ...total }] : [];
  });
  return [{ area, reported: tally.reported, votes, counts: countsOf(tally) }];
}
