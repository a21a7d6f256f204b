import { type Finding, findingMessage, findingRemedy } from '../model/finding.ts';
import type { Report } from '../model/generated/report.ts';
import type { BatchId, Text } from '../model/ids.ts';
import { csvCell } from '../model/text.ts';
import type { Changes } from './changes/changes.ts';
import type { Findings } from './findings.ts';

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
    findings: errorsFirst(findings.kept).take(listedFindings).map(reportedFinding).toArray(),
  };
}

/** How many findings a report lists whole. */
const listedFindings = 1_000;

/** The columns of findings.csv. */
const findingColumns = [
  'level',
  'code',
  'row',
  'column',
  'contest',
  'area',
  'station',
  'option',
  'message',
  'remedy',
] as const;

/** findings.csv, in pieces: all findings that were kept, errors first, in English. */
export function* findingsCsv(findings: Findings): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${findingColumns.join(',')}\r\n`);
  let lines = '';
  for (const found of errorsFirst(findings.kept)) {
    lines += `${csvLine(found)}\r\n`;
    if (lines.length < 60_000) continue;
    yield encoder.encode(lines);
    lines = '';
  }
  if (lines !== '') yield encoder.encode(lines);
}

function csvLine(found: Finding): string {
  const { row, column, contest, area, station, option } = found.where;
  const message = findingMessage(found, 'en');
  const remedy = findingRemedy(found, 'en');
  return [found.level, found.code, row, column, contest, area, station, option, message, remedy]
    .map((value) => csvCell(value ?? null))
    .join(',');
}

function* errorsFirst(kept: readonly Finding[]): Generator<Finding> {
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
    message: inLanguages((language) => findingMessage(found, language)),
    remedy: inLanguages((language) => findingRemedy(found, language)),
  };
}

function inLanguages(text: (language: string) => string): Text {
  return { en: text('en'), kk: text('kk'), ru: text('ru') };
}
