import type { Contest } from '../../../model/generated/election.ts';
import type { ContestId, Text } from '../../../model/ids.ts';
import type { Candidate } from '../../../model/roll.ts';
import { inLanguage } from '../../../model/text.ts';
import { certificateOf } from '../../figures/contest.ts';
import type { Release } from '../../release.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';

/**
 * elected.csv: who won a seat, as far as published. Computed are the winner of a single seat and, where the law gives the seats
 * of a list in its order, the first of each list. Declared persons stand beside them; whoever is both is one row.
 */
export const electedCsv = tableFile('elected', ({ release }) => pages(release));

async function* pages(release: Release): AsyncGenerator<Row<'elected'>[]> {
  const lists = await listsInOrder(release);
  for (const contest of release.definition.contests) {
    const computed = computedPersons(release, contest, lists.get(contest.id) ?? []);
    yield matched(release, contest, computed);
  }
}

interface Person {
  readonly option: string | null;
  readonly name: Text;
  readonly party: string | null;
  readonly independent: boolean | null;
}

/** The candidates of the contests whose seats go by the order of the list. */
async function listsInOrder({ definition, records }: Release): Promise<Map<ContestId, readonly Candidate[]>> {
  const byOrder = new Set(
    definition.contests
      .filter(({ system }) => {
        const rules = definition.systems[system];
        return rules?.type === 'party-list' && rules.persons === 'list-order';
      })
      .map(({ id }) => id),
  );
  const lists = new Map<ContestId, readonly Candidate[]>();
  if (byOrder.size === 0) return lists;
  for await (const candidates of records.candidates()) {
    const contest = candidates[0]?.contest;
    if (contest !== undefined && byOrder.has(contest)) lists.set(contest, candidates);
  }
  return lists;
}

function computedPersons(release: Release, contest: Contest, list: readonly Candidate[]): Person[] {
  const { outcome } = certificateOf(release, contest);
  if (outcome.status === 'elected')
    return contest.options
      .filter(({ id }) => id === outcome.option)
      .map(({ id, name, party, independent }) => ({
        option: id,
        name,
        party: party ?? null,
        independent: independent ?? null,
      }));
  if (outcome.status !== 'allocated') return [];
  return outcome.seats.flatMap(({ option, seats }) => {
    const party = contest.options.find(({ id }) => id === option)?.party ?? null;
    return list
      .filter((candidate) => candidate.option === option)
      .slice(0, seats)
      .map(({ name, independent }) => ({ option, name, party, independent }));
  });
}

function matched(release: Release, contest: Contest, computed: readonly Person[]): Row<'elected'>[] {
  const language = release.definition.languages[0] ?? 'en';
  const source = contest.declared?.source ?? null;
  const declared: Person[] = (contest.declared?.elected ?? []).map((person) => ({
    option: person.option ?? null,
    name: person.name,
    party: person.party ?? null,
    independent: person.independent ?? null,
  }));
  const row = ({ name, ...person }: Person, basis: 'computed' | 'declared' | 'both') => ({
    contest: contest.id,
    ...person,
    name: inLanguage(name, language),
    basis,
    source: basis === 'computed' ? null : source,
  });
  return [
    ...computed.map((person) =>
      row(person, declared.some((other) => samePerson(contest, person, other)) ? 'both' : 'computed'),
    ),
    ...declared
      .filter((person) => !computed.some((other) => samePerson(contest, person, other)))
      .map((person) => row(person, 'declared')),
  ];
}

/** On the ballot alone, the option tells; on a list, one name in common. */
function samePerson(contest: Contest, a: Person, b: Person): boolean {
  if (a.option !== null && b.option !== null) {
    if (a.option !== b.option) return false;
    if (contest.options.some(({ id, kind }) => id === a.option && kind === 'candidate')) return true;
  }
  return Object.entries(a.name).some(([language, name]) => b.name[language] === name);
}
