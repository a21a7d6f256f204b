import type { ElectionDefinition } from '../../model/generated/election.ts';
import { isAreaId, isContestId, isElectionId, isOptionId, isPersonId, isStationId } from '../../model/ids.ts';
import {
  id,
  isBoolean,
  isCount,
  isString,
  isText,
  listOf,
  oneOf,
  optional,
  orNull,
  shape,
} from '../../model/json/shape.ts';
import type { Candidate, Station, Turnout } from '../../model/records/roll.ts';

/** Whether a stored value is a station of a register. */
export function isStation(value: unknown): value is Station {
  return stationShape(value);
}

/** Whether a stored value is a candidate. */
export function isCandidate(value: unknown): value is Candidate {
  return candidateShape(value);
}

/** Whether a stored value is a turnout snapshot. */
export function isTurnout(value: unknown): value is Turnout {
  return turnoutShape(value);
}

/** Whether a stored value is a definition: its outline alone, since the validator has checked it whole and gzip guards the bytes. */
export function isDefinition(value: unknown): value is ElectionDefinition {
  return definitionShape(value);
}

const stationShape = shape({
  station: id(isStationId),
  area: id(isAreaId),
  name: isString,
  registered: orNull(isCount),
  source: isString,
});

const candidateShape = shape({
  contest: id(isContestId),
  option: id(isOptionId),
  order: isCount,
  name: isText,
  woman: orNull(isBoolean),
  youth: orNull(isBoolean),
  disability: orNull(isBoolean),
  independent: orNull(isBoolean),
  person: optional(id(isPersonId)),
  status: optional(oneOf('withdrawn', 'deceased')),
  preferences: optional(isCount),
  sortName: optional(isString),
  source: isString,
});

const turnoutShape = shape({
  area: id(isAreaId),
  time: isString,
  registered: orNull(isCount),
  issued: orNull(isCount),
  percent: orNull(isString),
  source: isString,
});

const named = (isId: (text: string) => boolean) => listOf(shape({ id: id(isId) }));

const definitionShape = shape({
  id: id(isElectionId),
  name: isText,
  date: isString,
  languages: listOf(isString),
  areas: named(isAreaId),
  contests: named(isContestId),
});
