import type { Contest, ElectionDefinition } from '../../functions/model/generated/election.ts';
import type {
  AreaId,
  ContestId,
  ElectionId,
  OptionId,
  PartyId,
  PersonId,
  StationId,
} from '../../functions/model/ids.ts';
import {
  isAreaId,
  isContestId,
  isElectionId,
  isOptionId,
  isPersonId,
  isStationId,
} from '../../functions/model/ids.ts';

/**
 * A small definition that passes every check: country XX with regions N (districts N1, N2) and S; contest `list`, a party list of ten
 * seats reported by station with options A, B, C and against-all; contest `council`, a seat reported by area N and S with X and Y.
 * Members of `changes` replace those of the same name.
 */
export function anElection(changes: Partial<ElectionDefinition> = {}): ElectionDefinition {
  return {
    id: electionId('xx-2024'),
    name: { en: 'Election of Xanadu 2024', kk: 'Ксанаду сайлауы 2024', ru: 'Выборы Ксанаду 2024' },
    date: '2024-03-10',
    country: 'XX',
    languages: ['en', 'kk', 'ru'],
    utcOffset: '+06:00',
    authority: { name: { en: 'Commission of Xanadu' } },
    licence: {
      id: 'CC-BY-4.0',
      title: 'Creative Commons Attribution 4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    },
    sources: [
      { id: 'S1', title: 'Protocols of the commission' },
      { id: 'S2', title: 'Gazette', url: 'https://example.org/gazette' },
    ],
    laws: [{ id: 'election-law-1', title: { en: 'Election Law Art. 1' } }],
    areas: [
      { id: areaId('XX'), type: 'country', name: { en: 'Xanadu' } },
      { id: areaId('N'), type: 'region', parent: areaId('XX'), name: { en: 'North' } },
      { id: areaId('N1'), type: 'district', parent: areaId('N'), name: { en: 'North One' } },
      { id: areaId('N2'), type: 'district', parent: areaId('N'), name: { en: 'North Two' } },
      { id: areaId('S'), type: 'region', parent: areaId('XX'), name: { en: 'South' } },
    ],
    parties: [{ id: partyId('PA'), name: { en: 'Party A' } }],
    systems: {
      list: {
        type: 'party-list',
        seats: 10,
        formula: { type: 'largest-remainder', quota: 'hare', law: 'election-law-1' },
        threshold: { percent: '5', base: 'valid-votes', inclusive: true },
        ties: ['earlier-registration'],
        groupQuota: { percent: '30', groups: ['woman', 'youth', 'disability'] },
      },
      plurality: { type: 'plurality', tie: 'repeat-voting' },
    },
    contests: [listContest(), councilContest()],
    ...changes,
  };
}

/** The contest of `anElection` that is reported by station. */
export function listContest(changes: Partial<Contest> = {}): Contest {
  return {
    id: contestId('list'),
    name: { en: 'Party lists' },
    area: areaId('XX'),
    reportedBy: 'station',
    system: 'list',
    options: [
      { id: optionId('A'), kind: 'list', name: { en: 'List A' }, party: partyId('PA'), registration: 1 },
      { id: optionId('B'), kind: 'list', name: { en: 'List B' }, registration: 2 },
      { id: optionId('C'), kind: 'list', name: { en: 'List C' }, registration: 3 },
      { id: optionId('against-all'), kind: 'against-all', name: { en: 'Against all' } },
    ],
    ...changes,
  };
}

/** The contest of `anElection` that is reported by area. */
export function councilContest(changes: Partial<Contest> = {}): Contest {
  return {
    id: contestId('council'),
    name: { en: 'Council seat' },
    area: areaId('XX'),
    reportedBy: 'area',
    reportingAreas: [areaId('N'), areaId('S')],
    system: 'plurality',
    options: [
      { id: optionId('X'), kind: 'candidate', name: { en: 'Candidate X' } },
      { id: optionId('Y'), kind: 'candidate', name: { en: 'Candidate Y' } },
    ],
    ...changes,
  };
}

/** Lines of a CSV file, as `csv('station,area', 'st1,N1')`, LF at the end of each. */
export function csv(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/** The bytes of a text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The register of four stations that fits `anElection`: st1 and st2 in N1, st3 in N2, st4 in S. */
export const registerCsv = csv(
  'station,area,name,registered,source',
  'st1,N1,School,1000,S1',
  'st2,N1,Library,800,S1',
  'st3,N2,Town hall,600,S1',
  'st4,S,Theatre,500,S1',
);

export function electionId(text: string): ElectionId {
  if (isElectionId(text)) return text;
  throw new RangeError(`${text} is not an election id`);
}

export function contestId(text: string): ContestId {
  if (isContestId(text)) return text;
  throw new RangeError(`${text} is not a contest id`);
}

export function areaId(text: string): AreaId {
  if (isAreaId(text)) return text;
  throw new RangeError(`${text} is not an area id`);
}

export function optionId(text: string): OptionId {
  if (isOptionId(text)) return text;
  throw new RangeError(`${text} is not an option id`);
}

export function stationId(text: string): StationId {
  if (isStationId(text)) return text;
  throw new RangeError(`${text} is not a station id`);
}

export function personId(text: string): PersonId {
  if (isPersonId(text)) return text;
  throw new RangeError(`${text} is not a person id`);
}

/** A party id; the model has no check of its own for these, their form is that of an option. */
export function partyId(text: string): PartyId {
  if (isPartyId(text)) return text;
  throw new RangeError(`${text} is not a party id`);
}

function isPartyId(text: string): text is PartyId & string {
  return isOptionId(text);
}
