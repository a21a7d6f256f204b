import type { Certificate } from '../../../functions/model/generated/certificate.ts';
import type { Latest } from '../../../functions/model/generated/latest.ts';
import type { Report } from '../../../functions/model/generated/report.ts';
import type { Versions } from '../../../functions/model/generated/versions.ts';
import { type BatchId, type ElectionId, isBatchId } from '../../../functions/model/ids.ts';
import { type Entry, nextEntry } from '../../../functions/model/ledger.ts';
import type { BatchHeader, BatchRecords } from '../../../functions/model/records/batch.ts';
import { type Protocol, votesField } from '../../../functions/model/records/protocol.ts';
import type { ReportFiles } from '../../../functions/store/store.ts';
import { areaId, bytesOf, contestId, electionId, optionId, stationId } from '../../support/builders.ts';

let elections = 0;

/** An election that no other test uses. */
export function newElection(): ElectionId {
  elections += 1;
  return electionId(`e-${String(elections).padStart(4, '0')}`);
}

export function batchId(digit: string): BatchId {
  const text = digit.repeat(32);
  if (isBatchId(text)) return text;
  throw new RangeError(`${text} is not a batch id`);
}

/** The entry after `ledger`: a release begun, whose version tells it from others. */
export function entryAfter(ledger: readonly Entry[], election: ElectionId, version = '1.0.0'): Entry {
  const body = { type: 'publishing', version, revision: 1, codeVersion: '0.1.0' } as const;
  return nextEntry(ledger, election, '2023-03-20T00:00:00Z', body);
}

export function aProtocol(area: string, station: string | null, votes: number, contest = 'list'): Protocol {
  return {
    contest: contestId(contest),
    area: areaId(area),
    station: station === null ? null : stationId(station),
    values: new Map([
      ['registered', { count: votes * 2, source: 's1' }],
      [votesField(optionId('constructor')), { count: votes, source: 's1;s2' }],
      [votesField(optionId('A')), { count: 0, source: '' }],
    ]),
  };
}

export function aHeader(election: ElectionId, kind: BatchRecords['kind'], batch = batchId('a')): BatchHeader {
  return {
    election,
    batch,
    kind,
    file: 'results/list/a.csv',
    records: 1,
    areas: [{ area: areaId('N1'), records: 1 }],
    references: [{ contest: contestId('list'), options: [optionId('constructor')] }],
    sources: ['S1'],
  };
}

export function aCertificate(election: ElectionId, contest: string): Certificate {
  return {
    election,
    contest: contestId(contest),
    revision: 3,
    scenario: null,
    system: { type: 'party-list', seats: 10 },
    laws: [],
    inputs: { options: [], counts: [], expected: null, reported: 0, lots: [] },
    steps: [],
    explanation: { en: '', kk: '', ru: '' },
    outcome: { status: 'no-results' },
    seats: [],
    margins: null,
    provisional: true,
    declared: null,
    differences: [],
  };
}

export function aLatest(election: ElectionId, version: string, revision: number, entry = revision): Latest {
  return {
    election,
    version,
    revision,
    status: 'partial',
    manifest: 'f'.repeat(64),
    path: `elections/${election}/${version}/`,
    at: '2023-03-20T00:00:00Z',
    entry,
    newest: { version, manifest: 'f'.repeat(64) },
    withdrawn: [],
  };
}

export function aWithdrawal(version: string): Latest['withdrawn'][number] {
  return { version, by: 'Commission', at: '2023-03-21', reason: 'a column was swapped' };
}

export function aListOfReleases(election: ElectionId, entry: number): Versions {
  const { version, revision, at, path, manifest } = aLatest(election, `1.0.${entry}`, entry);
  const status = { status: 'partial', by: null, at: null, reason: null } as const;
  const release = { version, revision, at, path, manifest, previous: null, status, withdrawn: false };
  return { election, entry, latest: version, releases: [release] };
}

export function aReport(election: ElectionId, file: string, versionId: string): Report {
  return {
    election,
    file,
    versionId,
    sha256: '0'.repeat(64),
    bytes: 3,
    at: '2023-03-20T00:00:00Z',
    outcome: 'accepted',
    records: 1,
    errors: 0,
    warnings: 0,
    counts: {},
    next: { en: 'Nothing.' },
    groups: [],
    findings: [],
  };
}

/** What stands beside a report: a table in pieces and a page. */
export function reportFiles(): ReportFiles {
  return { csv: inPieces('code\nname-missing\n'), pages: new Map([['kk', '# Қабылданды']]) };
}

/** The text in pieces of seven bytes. */
export async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = bytesOf(text);
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
}
