import { isAreaId, isBatchId, isContestId, isElectionId } from '../../model/ids.ts';
import { isObject } from '../../model/json/json.ts';
import {
  type Check,
  id,
  isCount,
  isHash,
  isString,
  listOf,
  oneOf,
  optional,
  orNull,
  shape,
} from '../../model/json/shape.ts';
import type { Entry } from '../../model/ledger.ts';

/**
 * Whether a stored value is an entry of a ledger. Its members are left as they are, those that this version does not know too:
 * the hash of the entry is over all of them.
 */
export function isEntry(value: unknown): value is Entry {
  if (!isObject(value) || !isLink(value) || !isString(value.type)) return false;
  return bodies.get(value.type)?.(value) ?? false;
}

const isLink = shape({ election: id(isElectionId), number: isCount, previous: isHash, at: isString });

const upload = {
  file: isString,
  versionId: isString,
  sha256: isHash,
  bytes: isCount,
  sequencer: isString,
};

const release = { version: isString, revision: isCount };

const bodies: ReadonlyMap<string, Check> = new Map([
  [
    'accepted',
    shape({
      ...upload,
      kind: oneOf('definition', 'stations', 'candidates', 'results', 'turnout'),
      contest: orNull(id(isContestId)),
      batch: id(isBatchId),
      records: isCount,
      warnings: isCount,
      reason: optional(isString),
    }),
  ],
  [
    'status',
    shape({
      ...upload,
      status: shape({
        status: oneOf('partial', 'complete', 'certified', 'corrected', 'withdrawn'),
        by: isString,
        at: isString,
        reason: isString,
        withdrawn: optional(
          listOf(shape({ version: isString, by: isString, at: isString, reason: isString })),
        ),
      }),
    }),
  ],
  [
    'rejected',
    shape({
      ...upload,
      kind: oneOf('definition', 'stations', 'candidates', 'results', 'turnout', 'status'),
      contest: orNull(id(isContestId)),
      codes: listOf(isString),
      errors: isCount,
      areas: listOf(shape({ area: id(isAreaId), protocols: isCount })),
    }),
  ],
  ['publishing', shape({ ...release, codeVersion: isString })],
  [
    'published',
    shape({
      ...release,
      manifest: isHash,
      columns: isString,
      changes: optional(shape({ added: isCount, corrected: isCount, removed: isCount })),
    }),
  ],
]);
