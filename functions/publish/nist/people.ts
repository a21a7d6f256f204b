import type { Contest, Option, Party } from '../../model/generated/election.ts';
import type { PersonId, Text } from '../../model/ids.ts';
import type { Candidate } from '../../model/records/roll.ts';
import { certificateOf } from '../figures/contest.ts';
import type { Release } from '../release.ts';
import { areaUnit, type Element, element, identifier, internationalized, optionElement } from './element.ts';

/** Who takes part. Lists are short where stations are many, so all of them are in memory. */
export interface People {
  readonly parties: readonly Element[];
  readonly offices: readonly Element[];
  readonly persons: readonly Element[];
  readonly candidates: readonly Element[];
}

/** Parties, offices, persons and candidates of a release. */
export async function peopleOf(release: Release): Promise<People> {
  const { contests, parties } = release.definition;
  const listed: Candidate[] = [];
  for await (const page of release.records.candidates()) listed.push(...page);
  const byContest = Map.groupBy(listed, ({ contest }) => contest);
  return {
    parties: [...parties.map(partyElement), ...contests.flatMap(listElements)],
    offices: contests.filter((contest) => isCandidateContest(release, contest)).map(officeElement),
    persons: personElements(listed),
    candidates: contests.flatMap((contest) =>
      candidateElements(release, contest, byContest.get(contest.id) ?? []),
    ),
  };
}

/** Whether people are voted for by name, each for one office. */
export function isCandidateContest(
  { definition }: Pick<Release, 'definition'>,
  { system }: Contest,
): boolean {
  const type = definition.systems[system]?.type;
  return type === 'plurality' || type === 'two-round';
}

/** The `@id` of the party of a list: one that has no party of its own, as a bloc of several, stands as a party by itself. */
export function partyOfList({ id }: Contest, option: Option): string {
  return option.party === undefined ? optionElement('list', id, option.id) : `party.${option.party}`;
}

/** The `@id` of the office that a contest fills. */
export function officeOf({ id }: Contest): string {
  return `office.${id}`;
}

function partyElement({ id, name, abbreviation, colour }: Party): Element {
  const color = /^#([0-9A-Fa-f]{6})$/.exec(colour ?? '')?.[1]?.toLowerCase();
  return element('Party', {
    '@id': `party.${id}`,
    Name: internationalized(name),
    Abbreviation: abbreviation === undefined ? undefined : internationalized({ und: abbreviation }),
    Color: color,
    ExternalIdentifier: [identifier('party', id)],
  });
}

function listElements(contest: Contest): Element[] {
  return contest.options
    .filter(({ kind, party }) => kind === 'list' && party === undefined)
    .map((option) =>
      element('Party', { '@id': partyOfList(contest, option), Name: internationalized(option.name) }),
    );
}

function officeElement(contest: Contest): Element {
  return element('Office', {
    '@id': officeOf(contest),
    Name: internationalized(contest.name),
    ElectionDistrictId: areaUnit(contest.area),
  });
}

/** The persons whom the lists name by an id, each once, under the name that stands first. */
function personElements(listed: readonly Candidate[]): Element[] {
  const names = new Map<PersonId, Text>();
  for (const { person, name } of listed)
    if (person !== undefined && !names.has(person)) names.set(person, name);
  return [...names].map(([person, name]) =>
    element('Person', {
      '@id': `person.${person}`,
      FullName: internationalized(name),
      ExternalIdentifier: [identifier('person', person)],
    }),
  );
}

/** Those who stand on the ballot by name, then those on the lists. */
function candidateElements(release: Release, contest: Contest, listed: readonly Candidate[]): Element[] {
  const outcome = postElection(release, contest);
  const options = new Map(contest.options.map((option) => [option.id, option]));
  const onBallot = contest.options.filter(({ kind }) => kind === 'candidate');
  const onLists = listed.filter(({ option }) => options.get(option)?.kind === 'list');
  return [
    ...onBallot.map((option) => {
      const record = listed.find((one) => one.option === option.id);
      return element('Candidate', {
        '@id': optionElement('candidate', contest.id, option.id),
        BallotName: internationalized(option.name),
        PartyId: option.party === undefined ? undefined : `party.${option.party}`,
        PersonId: record?.person === undefined ? undefined : `person.${record.person}`,
        PreElectionStatus: option.withdrawn || record?.status === 'withdrawn' ? 'withdrawn' : undefined,
        PostElectionStatus: outcome.get(`${option.id}#1`),
      });
    }),
    ...onLists.map(({ option, order, name, person, status }) => {
      const list = options.get(option);
      return element('Candidate', {
        '@id': `listed.${contest.id}.${option}.${order}`,
        BallotName: internationalized(name),
        PartyId: list && partyOfList(contest, list),
        PersonId: person === undefined ? undefined : `person.${person}`,
        PreElectionStatus: status === 'withdrawn' ? 'withdrawn' : undefined,
        PostElectionStatus: outcome.get(`${option}#${order}`),
        ExternalIdentifier: [identifier('list-place', `${contest.id}.${option}.${order}`)],
      });
    }),
  ];
}

/** What the certificate says of candidates, by option and place. Of all others it says nothing, and neither does the report. */
function postElection(release: Release, contest: Contest): Map<string, 'winner' | 'advanced-to-runoff'> {
  const { outcome, persons } = certificateOf(release, contest);
  const found = new Map<string, 'winner' | 'advanced-to-runoff'>();
  if (outcome.status === 'runoff')
    for (const option of outcome.options) found.set(`${option}#1`, 'advanced-to-runoff');
  if (outcome.status === 'elected') found.set(`${outcome.option}#1`, 'winner');
  for (const { option, order, until } of persons?.elected ?? [])
    if (until === undefined) found.set(`${option}#${order}`, 'winner');
  return found;
}
