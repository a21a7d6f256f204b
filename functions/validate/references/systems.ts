import type { AreaTree } from '../../model/areas.ts';
import type { Contest, ElectionDefinition, PartyList, System } from '../../model/generated/election.ts';
import { areasOf, districtsOf, systemNamed } from '../../model/law/systems.ts';
import type { DefinitionCheck } from './definition.ts';
import { checkParts } from './parts.ts';

/** Checks what the system of the contest at `index` says of areas and of other contests, and what the contest says of its districts. */
export function checkSystem(
  definition: ElectionDefinition,
  index: number,
  tree: AreaTree,
  check: DefinitionCheck,
): void {
  const contest = definition.contests[index];
  const system = contest && systemNamed(definition, contest.system);
  if (!system) return;
  const at = `/systems/${contest.system}`;
  const pointer = (place: number) =>
    system.type === 'referendum' ? `${at}/regions/areas/${place}` : `${at}/districts/areas/${place}/area`;
  checkParts(areasOf(system), contest, tree, pointer, check);
  checkWeights(system, at, check);
  checkDistricts(system, at, check);
  checkPlaces(contest, system, `/contests/${index}`, check);
  if (system.type !== 'party-list') return;
  checkOneList(system, at, check);
  checkCompensation(definition, contest, system, at, check);
}

/** An area that is weighed is one of the regions. */
function checkWeights(system: System, at: string, check: DefinitionCheck): void {
  if (system.type !== 'referendum') return;
  const regions = new Set<string>(areasOf(system));
  for (const area of Object.keys(system.regions?.weights ?? {}))
    check.refers(regions.has(area), 'region', area, `${at}/regions/weights/${area}`);
}

/** Every district once, with the seats of the house between them. */
function checkDistricts(system: System, at: string, check: DefinitionCheck): void {
  const districts = districtsOf(system);
  if (!districts || (system.type !== 'party-list' && system.type !== 'biproportional')) return;
  check.unique('district', areasOf(system), (place) => `${at}/districts/areas/${place}/area`);
  const sum = districts.areas.reduce((total, { seats }) => total + seats, 0);
  if (sum !== system.seats)
    check.invalid(`${at}/seats`, `it is ${system.seats}, but the districts have ${sum} seats together`);
}

/** Where lists stand and lots are drawn are districts of the system. */
function checkPlaces(contest: Contest, system: System, at: string, check: DefinitionCheck): void {
  const districts = new Set<string>(districtsOf(system)?.areas.map(({ area }) => area));
  for (const [place, option] of contest.options.entries())
    for (const [number, area] of (option.districts ?? []).entries())
      check.refers(districts.has(area), 'district', area, `${at}/options/${place}/districts/${number}`);
  for (const [place, { area }] of (contest.lots ?? []).entries())
    check.refers(area !== undefined && districts.has(area), 'district', area, `${at}/lots/${place}/area`);
}

/** The list that is admitted beside the only one that passes shares the seats of one house, not those of districts. */
function checkOneList(
  { oneListPasses, districts, compensation }: PartyList,
  at: string,
  check: DefinitionCheck,
): void {
  if (oneListPasses?.rule === 'admit-next' && (districts || compensation))
    check.invalid(
      `${at}/oneListPasses`,
      'admit-next shares the seats of the whole contest between two lists, so it does not go with districts or compensation; use takes-all, or leave it out',
    );
}

/** Seats of other contests can count in this one when they do not depend on it themselves. */
function checkCompensation(
  definition: ElectionDefinition,
  contest: Contest,
  { compensation, districts, formula }: PartyList,
  at: string,
  check: DefinitionCheck,
): void {
  if (!compensation) return;
  if (districts)
    check.invalid(
      `${at}/compensation`,
      'seats of other contests count in the share of the whole country, which cannot be filled by districts too; leave out one of the two',
    );
  if (formula.type === 'highest-averages' && formula.heldSeats === 'counted')
    check.invalid(
      `${at}/formula/heldSeats`,
      'the compensation counts the seats held already, against the share of each list; leave out heldSeats (with overhang absorbed the result is the same)',
    );
  const byId = new Map(definition.contests.map((other) => [other.id, other]));
  for (const [place, id] of compensation.contests.entries()) {
    const other = byId.get(id);
    const system = other && systemNamed(definition, other.system);
    const linked = system?.type === 'party-list' && system.compensation !== undefined;
    const pointer = `${at}/compensation/contests/${place}`;
    check.refers(other !== undefined, 'contest', id, pointer);
    check.refers(
      other === undefined || (!linked && id !== contest.id),
      'contest without compensation',
      id,
      pointer,
    );
  }
}
