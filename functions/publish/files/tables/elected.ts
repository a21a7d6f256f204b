import type { Persons } from '../../../model/generated/certificate.ts';
import type { Contest } from '../../../model/generated/election.ts';
import { inLanguage } from '../../../model/text/text.ts';
import { certificateOf } from '../../figures/contest.ts';
import type { Release } from '../../release.ts';
import { onePage } from '../../write/blocks.ts';
import type { Row } from '../../write/csv.ts';
import { tableFile } from '../file.ts';

/**
 * elected.csv: who holds each seat by the certificate, and the seats that nobody holds, with the reason. Declared persons stand beside them;
 * whoever is both is one row, and who is only declared takes one of the open seats of the option.
 */
export const electedCsv = tableFile('elected', ({ release }) =>
  onePage(release.definition.contests.values().flatMap((contest) => rowsOf(release, contest))),
);

type ElectedRow = Row<'elected'>;
type Person = Persons['elected'][number];
type Declared = NonNullable<NonNullable<Contest['declared']>['elected']>[number];

function rowsOf(release: Release, contest: Contest): ElectedRow[] {
  const { elected = [], open = [] } = certificateOf(release, contest).persons ?? {};
  const language = release.definition.languages[0] ?? 'en';
  const declared = contest.declared?.elected ?? [];
  const source = contest.declared?.source ?? null;
  const onlyDeclared = declared.filter(
    (person) => !elected.some((other) => isSamePerson(contest, other, person)),
  );
  return [
    ...elected.map((person) => {
      const both = declared.some((other) => isSamePerson(contest, person, other));
      return personRow(contest, person, language, both ? source : null);
    }),
    ...onlyDeclared.map((person) => declaredRow(contest, person, language, source)),
    ...openRows(contest, open, onlyDeclared),
  ];
}

/** `source` is that of the declaration, null where the person is not declared. */
function personRow(contest: Contest, person: Person, language: string, source: string | null): ElectedRow {
  return {
    contest: contest.id,
    option: person.option,
    name: inLanguage(person.name, language),
    party: person.party ?? null,
    independent: person.independent ?? null,
    basis: source === null ? 'computed' : 'both',
    source,
    seat: person.seat,
    seats: person.until === undefined ? 1 : 0,
    by: person.basis,
    person: person.person ?? null,
    since: person.since ?? null,
    until: person.until ?? null,
    reason: person.ended ?? null,
  };
}

function declaredRow(
  contest: Contest,
  { option, name, party, independent }: Declared,
  language: string,
  source: string | null,
): ElectedRow {
  return {
    ...nobody,
    contest: contest.id,
    option: option ?? null,
    name: inLanguage(name, language),
    party: party ?? null,
    independent: independent ?? null,
    basis: 'declared',
    source,
    seats: 1,
  };
}

/** A row for the seats of an option that are open for one reason; those of them that declared persons take are not open. */
function openRows(contest: Contest, open: Persons['open'], declared: readonly Declared[]): ElectedRow[] {
  const named = new Map(
    [...Map.groupBy(declared, ({ option }) => option)].map(([option, persons]) => [option, persons.length]),
  );
  return open.flatMap(({ option, seats, reason }) => {
    const taken = Math.min(seats, named.get(option) ?? 0);
    named.set(option, (named.get(option) ?? 0) - taken);
    if (taken === seats) return [];
    const party = contest.options.find(({ id }) => id === option)?.party ?? null;
    return [{ ...nobody, contest: contest.id, option, party, seats: seats - taken, reason }];
  });
}

const nobody = {
  name: null,
  independent: null,
  basis: 'computed',
  source: null,
  seat: null,
  by: null,
  person: null,
  since: null,
  until: null,
  reason: null,
} as const;

/** On the ballot alone, the option tells; on a list, one name in common. */
function isSamePerson(contest: Contest, person: Person, declared: Declared): boolean {
  if (declared.option !== undefined) {
    if (person.option !== declared.option) return false;
    if (contest.options.some(({ id, kind }) => id === declared.option && kind === 'candidate')) return true;
  }
  return Object.entries(person.name).some(([language, name]) => declared.name[language] === name);
}
