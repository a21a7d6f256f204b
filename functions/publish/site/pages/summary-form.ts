import type { Summary } from '../../../model/generated/summary.ts';
import { isContestId, isElectionId } from '../../../model/ids.ts';
import { isObject } from '../../../model/json/json.ts';
import {
  type Check,
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
} from '../../../model/json/shape.ts';
import { PublishError } from '../../errors.ts';

/** Whether a value is summary.json of a release, as far as a page reads it. */
export function isSummary(value: unknown): value is Summary {
  return summaryShape(value);
}

/** summary.json of a release as it was published. Throws PublishError `summary-broken` when it is not of that form. */
export function readSummary(text: string, path: string): Summary {
  const value = parsed(text);
  if (isSummary(value)) return value;
  throw new PublishError(
    'summary-broken',
    `${path}summary.json has not the form that Sailau writes: it was changed by other hands, or written by a newer version`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isAmount: Check = (value) => isCount(value) || (isString(value) && /^[0-9]+$/.test(value));
const isPercent: Check = (value) => isString(value) && /^-?[0-9]+(\.[0-9]+)?$/.test(value);

const isColour: Check = (value) => isString(value) && /^#[0-9a-f]{6}$/.test(value);

const contest = shape({
  contest: id(isContestId),
  name: isText,
  area: isString,
  system: isString,
  expected: orNull(isCount),
  reported: isCount,
  provisional: isBoolean,
  completeness: isObject,
  published: isBoolean,
  counts: shape({
    registered: orNull(isAmount),
    issued: orNull(isAmount),
    cast: orNull(isAmount),
    invalid: orNull(isAmount),
    valid: orNull(isAmount),
  }),
  turnout: shape({ castPercent: orNull(isPercent), issuedPercent: orNull(isPercent) }),
  options: listOf(
    shape({
      option: isString,
      name: isText,
      kind: isString,
      party: orNull(isString),
      colour: optional(isColour),
      votes: orNull(isAmount),
      percent: orNull(isPercent),
      seats: orNull(isCount),
      declared: orNull(isCount),
    }),
  ),
  outcome: shape({ status: isString }),
  margins: orNull(isObject),
  note: orNull(isText),
});

const summaryShape = shape({
  election: id(isElectionId),
  name: isText,
  date: isString,
  country: isString,
  authority: shape({ name: isText }),
  version: isString,
  at: isString,
  status: shape({
    status: oneOf('partial', 'complete', 'certified', 'corrected', 'withdrawn'),
    by: orNull(isString),
    at: orNull(isString),
    reason: orNull(isString),
  }),
  synthetic: orNull(shape({ of: isString, seed: (value) => typeof value === 'number' })),
  contests: listOf(contest),
  notPublished: listOf(isString),
  snapshots: listOf(shape({ area: isString, time: isString, percent: orNull(isString) })),
  rejected: listOf(shape({ file: isString, kind: isString, at: isString, errors: isCount })),
  findings: listOf(shape({ code: isString, title: isText, count: isCount })),
  indicators: listOf(
    shape({ indicator: isString, title: isText, caveat: isText, rows: isCount, flagged: isCount }),
  ),
  notes: listOf(isText),
  licence: shape({ id: isString, title: isString, url: isString }),
  sources: listOf(shape({ id: isString, title: isString })),
});
