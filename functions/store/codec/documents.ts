import type { Certificate } from '../../model/generated/certificate.ts';
import type { Folder } from '../../model/generated/folder.ts';
import type { Latest } from '../../model/generated/latest.ts';
import type { Report } from '../../model/generated/report.ts';
import type { Versions } from '../../model/generated/versions.ts';
import { isContestId, isElectionId } from '../../model/ids.ts';
import { isObject } from '../../model/json/json.ts';
import { id, isCount, isHash, isString, isText, listOf, oneOf, shape } from '../../model/json/shape.ts';

/** A certificate, its place among those of its revision, and how many they are. */
export interface PlacedCertificate {
  readonly place: number;
  readonly of: number;
  readonly certificate: Certificate;
}

/** Whether a stored value is a certificate with its place. */
export function isPlacedCertificate(value: unknown): value is PlacedCertificate {
  return placedShape(value);
}

/** Whether a stored value is the pointer to the newest release. */
export function isLatest(value: unknown): value is Latest {
  return latestShape(value);
}

/** Whether a stored value is the list of the releases of an election. */
export function isVersions(value: unknown): value is Versions {
  return versionsShape(value);
}

/** Whether a stored value is the index of a folder. */
export function isFolder(value: unknown): value is Folder {
  return folderShape(value);
}

/** Whether a stored value is the report on an upload. */
export function isReport(value: unknown): value is Report {
  return reportShape(value);
}

const placedShape = shape({
  place: isCount,
  of: isCount,
  certificate: shape({
    election: id(isElectionId),
    contest: id(isContestId),
    revision: isCount,
    outcome: isObject,
  }),
});

const latestShape = shape({
  election: id(isElectionId),
  version: (value) => isString(value) && /^[0-9]+\.[0-9]+\.[0-9]+$/.test(value),
  revision: isCount,
  status: oneOf('partial', 'complete', 'certified', 'corrected', 'withdrawn'),
  manifest: isHash,
  path: isString,
  at: isString,
  entry: isCount,
  newest: shape({ version: isString, manifest: isHash }),
  withdrawn: listOf(shape({ version: isString, by: isString, at: isString, reason: isString })),
});

const versionsShape = shape({
  election: id(isElectionId),
  entry: isCount,
  latest: isString,
  releases: listOf(shape({ version: isString, revision: isCount, manifest: isHash })),
});

const folderShape = shape({
  path: isString,
  entries: listOf(shape({ name: isString, description: isString })),
});

const reportShape = shape({
  election: id(isElectionId),
  file: isString,
  versionId: isString,
  at: isString,
  outcome: oneOf('accepted', 'rejected'),
  records: isCount,
  errors: isCount,
  warnings: isCount,
  counts: isObject,
  findings: listOf(
    shape({
      code: isString,
      level: oneOf('error', 'warning'),
      where: isObject,
      message: isText,
      remedy: isText,
    }),
  ),
});
