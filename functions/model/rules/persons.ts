import { type Finding, finding } from '../finding.ts';
import type { Candidate } from '../records/roll.ts';

/** A candidate who seems to stand twice, and what is to be said of it. */
export interface Repeated {
  readonly candidate: Candidate;
  readonly finding: Finding;
}

/**
 * The candidates of a contest who stand in it before: the same person id, or, where one of the two has none, the same name. A person may stand in several
 * contests.
 */
export function repeatedPersons(candidates: readonly Candidate[]): Repeated[] {
  const persons = new Map<string, Candidate>();
  const names = new Map<string, Candidate>();
  return candidates.flatMap((candidate) => {
    const person = personKey(candidate);
    const name = nameKey(candidate);
    const namesake = names.get(name);
    const first = persons.get(person) ?? (isOther(candidate, namesake) ? undefined : namesake);
    if (person !== '' && !persons.has(person)) persons.set(person, candidate);
    if (name !== '' && namesake === undefined) names.set(name, candidate);
    return first === undefined ? [] : [{ candidate, finding: repetition(candidate, first) }];
  });
}

function repetition(candidate: Candidate, first: Candidate): Finding {
  const { contest, option, order, person } = candidate;
  const name = nameOf(candidate) || String(person);
  const data = { name, order, option, place: first.order, other: first.option };
  return finding('person-repeated', { contest, option }, data);
}

/** Empty without an id, so that nobody has it. */
function personKey({ contest, person }: Candidate): string {
  return person === undefined ? '' : `${contest}#${person}`;
}

/** Empty without a name. */
function nameKey(candidate: Candidate): string {
  const name = nameOf(candidate).toLowerCase();
  return name === '' ? '' : `${candidate.contest}#${name}`;
}

/** Whether both have an id, and another one: then they are namesakes. */
function isOther({ person }: Candidate, other: Candidate | undefined): boolean {
  return person !== undefined && other?.person !== undefined && person !== other.person;
}

/** The name in the first language that the file gives, spaces evened out; shortened, for it comes from a file. */
function nameOf({ name }: Candidate): string {
  const [first = ''] = Object.values(name);
  return first.trim().replace(/\s+/g, ' ').slice(0, 100);
}
