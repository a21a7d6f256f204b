import type { AreaIndex } from '../../functions/model/generated/area-index.ts';
import type { AreaResults } from '../../functions/model/generated/area-results.ts';
import type { Catalog } from '../../functions/model/generated/catalog.ts';
import type { Certificate } from '../../functions/model/generated/certificate.ts';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { Latest } from '../../functions/model/generated/latest.ts';
import type { Manifest } from '../../functions/model/generated/manifest.ts';
import type { ResultsParts } from '../../functions/model/generated/results-parts.ts';
import type { Versions } from '../../functions/model/generated/versions.ts';
import { isAreaId, isContestId, isElectionId } from '../../functions/model/ids.ts';
import { isObject } from '../../functions/model/json/json.ts';
import {
  id,
  isBoolean,
  isCount,
  isHash,
  isString,
  isText,
  listOf,
  oneOf,
  orNull,
  shape,
} from '../../functions/model/json/shape.ts';

const isStatus = oneOf('partial', 'complete', 'certified', 'corrected', 'withdrawn');

/** A path within a release: no step up, no other site, whatever a manifest says. */
export function isPath(value: unknown): boolean {
  return (
    isString(value) &&
    value.length <= 300 &&
    /^[\w.-]+(\/[\w.-]+)*$/.test(value) &&
    !/(^|\/)\.\.?(\/|$)/.test(value)
  );
}

const isVersion = (value: unknown): boolean => isString(value) && /^[0-9]+\.[0-9]+\.[0-9]+$/.test(value);
const isAmount = (value: unknown): boolean => isCount(value) || (isString(value) && /^[0-9]+$/.test(value));
const isAmounts = (value: unknown): boolean => isObject(value) && Object.values(value).every(isAmount);

const catalogShape = shape({
  elections: listOf(
    shape({
      election: id(isElectionId),
      name: isText,
      date: isString,
      synthetic: orNull(shape({ of: isString })),
      version: isVersion,
      status: isStatus,
      at: isString,
      manifest: isHash,
    }),
  ),
});

const latestShape = shape({
  election: id(isElectionId),
  version: isVersion,
  status: isStatus,
  manifest: isHash,
  at: isString,
  withdrawn: listOf(shape({ version: isVersion })),
});

const versionsShape = shape({
  election: id(isElectionId),
  latest: isVersion,
  releases: listOf(
    shape({
      version: isVersion,
      at: isString,
      manifest: isHash,
      previous: orNull(isVersion),
      status: shape({
        status: isStatus,
        by: orNull(isString),
        at: orNull(isString),
        reason: orNull(isString),
      }),
      withdrawn: isBoolean,
    }),
  ),
});

const manifestShape = shape({
  election: id(isElectionId),
  version: isVersion,
  codeVersion: isString,
  files: listOf(shape({ path: isPath, bytes: isCount, sha256: isHash, mediaType: isString })),
  uploads: listOf(shape({ file: isString, sha256: isHash, bytes: isCount })),
});

const definitionShape = shape({
  id: id(isElectionId),
  name: isText,
  areas: listOf(shape({ id: id(isAreaId), type: isString, name: isText })),
  parties: listOf(shape({ id: isString, name: isText })),
  systems: (value) => isObject(value) && Object.values(value).every(shape({ type: isString })),
  contests: listOf(
    shape({
      id: id(isContestId),
      name: isText,
      system: isString,
      options: listOf(shape({ id: isString, kind: isString, name: isText })),
    }),
  ),
  laws: listOf(shape({ id: isString, title: isText })),
});

const certificateShape = shape({
  election: id(isElectionId),
  contest: id(isContestId),
  steps: listOf(shape({ rule: isString })),
  outcome: shape({ status: isString }),
});

const totalsShape = listOf(
  shape({ contest: id(isContestId), reported: isCount, counts: isAmounts, votes: isAmounts }),
);

const areaShape = shape({
  election: id(isElectionId),
  version: isVersion,
  area: shape({ id: id(isAreaId), type: isString, parent: orNull(id(isAreaId)), name: isText }),
  path: listOf(id(isAreaId)),
  totals: totalsShape,
  children: listOf(shape({ area: id(isAreaId), name: isText, totals: totalsShape })),
  protocols: listOf(
    shape({
      contest: id(isContestId),
      area: id(isAreaId),
      station: orNull(isString),
      counts: isAmounts,
      votes: isAmounts,
    }),
  ),
});

const areaIndexShape = shape({
  election: id(isElectionId),
  areas: listOf(shape({ area: id(isAreaId), parent: orNull(id(isAreaId)), path: isPath, sha256: isHash })),
});

const part = { offset: isCount, bytes: isCount, sha256: isHash };

const resultsPartsShape = shape({
  election: id(isElectionId),
  version: isVersion,
  file: oneOf('results.parquet'),
  bytes: isCount,
  sha256: isHash,
  groups: listOf(shape({ ...part, rows: isCount })),
  footer: shape(part),
});

/** catalog.json of the root. */
export const isCatalog = (value: unknown): value is Catalog => catalogShape(value);
/** latest.json of an election. */
export const isLatest = (value: unknown): value is Latest => latestShape(value);
/** versions.json of an election. */
export const isVersions = (value: unknown): value is Versions => versionsShape(value);
/** manifest.json of a release. */
export const isManifest = (value: unknown): value is Manifest => manifestShape(value);
/** election.json of a release. */
export const isDefinition = (value: unknown): value is ElectionDefinition => definitionShape(value);
/** allocation/<contest>.json of a release. */
export const isCertificate = (value: unknown): value is Certificate => certificateShape(value);
/** areas/<area>.json of a release. */
export const isAreaResults = (value: unknown): value is AreaResults => areaShape(value);
/** areas.json of a release. */
export const isAreaIndex = (value: unknown): value is AreaIndex => areaIndexShape(value);
/** results.parts.json of a release. */
export const isResultsParts = (value: unknown): value is ResultsParts => resultsPartsShape(value);
