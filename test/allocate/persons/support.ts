import { personsOf, type Won } from '../../../functions/allocate/persons/persons.ts';
import type { Persons } from '../../../functions/model/generated/certificate.ts';
import type {
  Contest,
  OneMandate,
  PartyList,
  Plurality,
} from '../../../functions/model/generated/election.ts';
import type { Candidate } from '../../../functions/model/records/roll.ts';
import { contestId, optionId } from '../../support/builders.ts';
import { inputOf, partyList, plurality } from '../support.ts';

/** A list contest in which every list has a hundred votes for each of its seats, unless `votes` say other. */
export function listOf(
  seats: Readonly<Record<string, number>>,
  system: Partial<PartyList>,
  changes: Partial<Contest> = {},
  votes: Readonly<Record<string, number>> = hundredfold(seats),
): Won {
  const house = Object.values(seats).reduce((sum, count) => sum + count, 0);
  return {
    input: inputOf(partyList(house, system), votes, changes),
    seats: Object.entries(seats).map(([option, count]) => ({ option: optionId(option), seats: count })),
  };
}

/** A contest of one seat, which the first of the candidates has won. */
export function districtOf(id: string, candidates: readonly string[], changes: Partial<Contest> = {}): Won {
  const votes = Object.fromEntries(candidates.map((name, place) => [name, candidates.length - place]));
  const system: Plurality = plurality;
  return {
    input: inputOf(system, votes, { id: contestId(id), system: 'district', ...changes }),
    seats: candidates.map((option, place) => ({ option: optionId(option), seats: place === 0 ? 1 : 0 })),
  };
}

/** Candidates of a list in the order given; what each is beside the name. */
export function list(
  option: string,
  people: readonly (string | Partial<Candidate>)[],
  contest = 'contest',
): Candidate[] {
  return people.map((person, place) => ({
    contest: contestId(contest),
    option: optionId(option),
    order: place + 1,
    name: { en: typeof person === 'string' ? person : `${option}${place + 1}` },
    woman: null,
    youth: null,
    disability: null,
    independent: null,
    source: '',
    ...(typeof person !== 'string' && person),
  }));
}

/** Who takes the seats of one contest. Throws when nothing is said of it. */
export function personsIn(won: Won, candidates: readonly Candidate[]): Persons {
  return personsOfAll([won], candidates)[0] ?? fail();
}

/** The same for several contests, in their order. */
export function personsOfAll(
  contests: readonly Won[],
  candidates: readonly Candidate[],
  oneMandate?: OneMandate,
): Persons[] {
  const persons = personsOf({ ...(oneMandate && { oneMandate }) }, contests, candidates);
  return contests.map(({ input }) => persons.get(input.contest.id) ?? fail());
}

/** Who holds the seats now, as `A1 Ann`: option and seat, then the name. */
export function holders({ elected }: Persons): string[] {
  return elected
    .filter(({ until }) => until === undefined)
    .map(({ option, seat, name }) => `${option}${seat} ${name.en}`);
}

/** Open seats, as `A 2 list-exhausted`. */
export function openSeats({ open }: Persons): string[] {
  return open.map(({ option, seats, reason }) => `${option} ${seats} ${reason}`);
}

function hundredfold(seats: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(seats).map(([option, count]) => [option, count * 100]));
}

function fail(): never {
  throw new Error('nothing is said of who takes the seats');
}
