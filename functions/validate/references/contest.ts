import type { AreaTree } from '../../model/areas.ts';
import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import { tables } from '../../model/generated/tables.ts';
import type { DefinitionCheck } from './definition.ts';
import { checkParts } from './parts.ts';
import { checkPersons } from './persons.ts';
import { checkSystem } from './systems.ts';

/** Checks what the contest at `index` says of areas, systems, parties, options and sources. */
export function checkContest(
  definition: ElectionDefinition,
  index: number,
  tree: AreaTree,
  check: DefinitionCheck,
): void {
  const contest = definition.contests[index];
  if (contest === undefined) return;
  const at = `/contests/${index}`;
  const hasSystem = Object.hasOwn(definition.systems, contest.system);
  check.refers(tree.area(contest.area) !== undefined, 'area', contest.area, `${at}/area`);
  check.refers(hasSystem, 'system', contest.system, `${at}/system`);
  checkParts(contest.reportingAreas ?? [], contest, tree, (place) => `${at}/reportingAreas/${place}`, check);
  checkSystem(definition, index, tree, check);
  checkOptions(definition, contest, at, check);
  checkDeclared(definition, contest, at, check);
  checkLots(contest, at, check);
  checkPersons(contest, at, check);
}

function checkOptions(
  { parties }: ElectionDefinition,
  { options }: Contest,
  at: string,
  check: DefinitionCheck,
): void {
  const known = new Set<string>(parties.map(({ id }) => id));
  check.unique(
    'option',
    options.map(({ id }) => id),
    (place) => `${at}/options/${place}/id`,
  );
  for (const [place, { id }] of options.entries())
    if (columns.has(id.toLowerCase()))
      check.invalid(
        `${at}/options/${place}/id`,
        `"${id}" is the name of a column of results files, where its votes would be taken for something else; give the option another id`,
      );
  for (const [place, { party }] of options.entries())
    check.refers(party !== undefined && known.has(party), 'party', party, `${at}/options/${place}/party`);
}

const columns: ReadonlySet<string> = new Set(tables.in.results.fields.map(({ name }) => name));

function checkDeclared(
  { parties, sources }: ElectionDefinition,
  { declared, options }: Contest,
  at: string,
  check: DefinitionCheck,
): void {
  if (declared === undefined) return;
  const optionIds = new Set<string>(options.map(({ id }) => id));
  const partyIds = new Set<string>(parties.map(({ id }) => id));
  const sourceIds = new Set(sources.map(({ id }) => id));
  for (const option of Object.keys(declared.seats ?? {}))
    check.refers(optionIds.has(option), 'option', option, `${at}/declared/seats/${option}`);
  for (const [place, { option, party }] of (declared.elected ?? []).entries()) {
    const pointer = `${at}/declared/elected/${place}`;
    check.refers(option !== undefined && optionIds.has(option), 'option', option, `${pointer}/option`);
    check.refers(party !== undefined && partyIds.has(party), 'party', party, `${pointer}/party`);
  }
  for (const source of sourceList(declared.source))
    check.refers(sourceIds.has(source), 'source', source, `${at}/declared/source`);
}

function sourceList(text: string): string[] {
  return text
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** A lot falls on options that were tied, and those are options of the contest. */
function checkLots({ lots, options }: Contest, at: string, check: DefinitionCheck): void {
  const known = new Set<string>(options.map(({ id }) => id));
  for (const [place, { among, won }] of (lots ?? []).entries()) {
    for (const option of among)
      check.refers(known.has(option), 'option', option, `${at}/lots/${place}/among`);
    for (const option of won)
      check.refers(among.includes(option), 'tied option', option, `${at}/lots/${place}/won`);
  }
}
