import type { Contest, ElectionDefinition } from '../../model/generated/election.ts';
import type { DefinitionCheck } from './definition.ts';

/**
 * Decisions, vacancies and lots between candidates name options of the contest. Places on the list are left to the allocation: the list may come after the
 * definition.
 */
export function checkPersons(contest: Contest, at: string, check: DefinitionCheck): void {
  const kinds = new Map<string, string>(contest.options.map(({ id, kind }) => [id, kind]));
  for (const member of ['decisions', 'vacancies', 'personLots'] as const)
    for (const [place, { option }] of (contest[member] ?? []).entries())
      check.refers(kinds.has(option), 'option', option, `${at}/${member}/${place}/option`);
  for (const [place, { option, person }] of (contest.vacancies ?? []).entries())
    if (kinds.get(option) === 'list' && person === undefined)
      check.invalid(
        `${at}/vacancies/${place}`,
        'the place on the list of the one who leaves is missing; give it as "person"',
      );
  for (const [place, { among, seats, won }] of (contest.personLots ?? []).entries()) {
    const pointer = `${at}/personLots/${place}/won`;
    for (const person of won)
      check.refers(among.includes(person), 'tied place on the list', String(person), pointer);
    if (won.length !== seats) check.invalid(pointer, 'as many win as there are seats');
  }
}

/** The mandates to be kept are won under systems of the election. */
export function checkOneMandate({ oneMandate, systems }: ElectionDefinition, check: DefinitionCheck): void {
  for (const [place, system] of (oneMandate?.keeps ?? []).entries())
    check.refers(Object.hasOwn(systems, system), 'system', system, `/oneMandate/keeps/${place}`);
}
