import { type Finding, findingMessage, findingRemedy } from '../../model/finding.ts';
import type { Report } from '../../model/generated/report.ts';
import type { BatchId } from '../../model/ids.ts';
import { inEvery } from '../../model/text/languages.ts';
import type { Changes } from '../changes/changes.ts';
import type { Findings } from '../findings.ts';
import { groupsOf } from './groups.ts';
import { nextStep } from './next.ts';

/** What a report is about, and what became of it. */
export interface Reported {
  readonly election: string;
  /** The key after `uploads/<election>/`. */
  readonly file: string;
  readonly versionId: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When it was uploaded, ISO 8601: never the time of the check. */
  readonly at: string;
  readonly outcome: 'accepted' | 'rejected';
  readonly batch?: BatchId;
  readonly records: number;
  /** What an accepted file changes of its former version. */
  readonly changes?: Changes | null;
}

/** The report on an upload: errors first, at most 1,000 findings, in every language of the catalogue. */
export function reportOf(reported: Reported, findings: Findings): Report {
  const { election, file, versionId, sha256, bytes, at, outcome, batch, records, changes } = reported;
  return {
    election,
    file,
    versionId,
    sha256,
    bytes,
    at,
    outcome,
    ...(batch !== undefined && { batch }),
    records,
    errors: findings.errors,
    warnings: findings.warnings,
    counts: Object.fromEntries([...findings.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(changes != null && { changes: { ...changes, listed: [...changes.listed] } }),
    next: nextStep(outcome, findings),
    groups: groupsOf(findings),
    findings: errorsFirst(findings.kept).take(listedFindings).map(reportedFinding).toArray(),
  };
}

/** How many findings a report lists whole. */
const listedFindings = 1_000;

/** Errors, then warnings, each in the order in which they were found. */
export function* errorsFirst(kept: readonly Finding[]): Generator<Finding> {
  for (const found of kept) if (found.level === 'error') yield found;
  for (const found of kept) if (found.level === 'warning') yield found;
}

/** A finding as reports give it. */
export function reportedFinding(found: Finding): Report['findings'][number] {
  const { code, level, where } = found;
  return {
    code,
    level,
    where,
    message: inEvery((language) => findingMessage(found, language)),
    remedy: inEvery((language) => findingRemedy(found, language)),
  };
}
