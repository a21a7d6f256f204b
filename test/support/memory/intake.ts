import type { Report } from '../../../functions/model/generated/report.ts';
import { type ElectionId, isElectionId } from '../../../functions/model/ids.ts';
import { reportCsvKey, reportKey, reportPageKey, uploadsPrefix } from '../../../functions/store/objects.ts';
import { StoreError, type UploadedFile, type UploadStore } from '../../../functions/store/store.ts';
import { collect } from './bytes.ts';
import type { points } from './points.ts';

type Run = ReturnType<typeof points>['run'];

interface Version {
  readonly versionId: string;
  readonly bytes: Uint8Array;
  readonly at: string;
  readonly reason: string | null;
}

/** What a test puts into and reads from the intake bucket. */
export interface Intake {
  /** Puts a version of an object, the newest of its key from now on. `at` is ISO 8601. */
  seedUpload(key: string, versionId: string, bytes: Uint8Array | string, at?: string, reason?: string): void;
  /** Puts what a malware scan has found on every version of an object that is there. */
  seedScan(key: string, result: string): void;
  /** Removes an object with all its versions. */
  removeUpload(key: string): void;
  /** Reports by key. */
  reports(): Map<string, Report>;
  /** The report.csv files by key. */
  findings(): Map<string, string>;
  /** The reports as pages, by key. */
  pages(): Map<string, string>;
  /** Those that anything was uploaded for. */
  elections(): ElectionId[];
  /** Of an election, as `StatusStore.uploads` gives them. */
  uploaded(election: string): UploadedFile[];
}

/** The intake bucket in memory. */
export function memoryIntake(run: Run): UploadStore & Intake {
  const objects = new Map<string, Version[]>();
  const scans = new Map<Version, string>();
  const reports = new Map<string, Report>();
  const findings = new Map<string, string>();
  const reportPages = new Map<string, string>();
  return {
    seedUpload(key, versionId, bytes, at = '2023-03-20T00:00:00.000Z', reason) {
      const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes.slice();
      objects.set(key, [
        ...(objects.get(key) ?? []),
        { versionId, bytes: content, at, reason: reason ?? null },
      ]);
    },
    seedScan(key, result) {
      for (const version of objects.get(key) ?? []) scans.set(version, result);
    },
    removeUpload: (key) => void objects.delete(key),
    reports: () => structuredClone(reports),
    findings: () => new Map(findings),
    pages: () => new Map(reportPages),
    elections: () => [...objects.keys()].map((key) => key.split('/')[1] ?? '').filter(isElectionId),
    uploaded: (election) =>
      [...objects].flatMap(([key, versions]) => uploadedFile(election, key, versions, reports)),
    open: (key, versionId) =>
      run('uploads.open', () => {
        const versions = objects.get(key) ?? [];
        const found = versionId === null ? versions.at(-1) : versions.find((v) => v.versionId === versionId);
        if (!found) throw new StoreError('object-missing', `${key}, version ${versionId}`);
        return { bytes: found.bytes.length, body: pieces(found.bytes) };
      }),
    reason: (key, versionId) =>
      run('uploads.reason', () => {
        const versions = objects.get(key) ?? [];
        const found = versionId === null ? versions.at(-1) : versions.find((v) => v.versionId === versionId);
        return found?.reason ?? null;
      }),
    scanResult: (key, versionId) =>
      run('uploads.scanResult', () => {
        const versions = objects.get(key) ?? [];
        const found = versionId === null ? versions.at(-1) : versions.find((v) => v.versionId === versionId);
        if (!found) throw new StoreError('object-missing', `${key}, version ${versionId}`);
        return scans.get(found) ?? null;
      }),
    writeReport: (report, { csv, pages }) =>
      run('uploads.writeReport', async () => {
        const { election, file, versionId } = report;
        findings.set(reportCsvKey(election, file, versionId), new TextDecoder().decode(await collect(csv)));
        for (const [language, text] of pages)
          reportPages.set(reportPageKey(election, file, versionId, language), text);
        reports.set(reportKey(election, file, versionId), structuredClone(report));
      }),
  };
}

function uploadedFile(
  election: string,
  key: string,
  versions: readonly Version[],
  reports: ReadonlyMap<string, Report>,
): UploadedFile[] {
  const newest = versions.at(-1);
  const folder = `${uploadsPrefix}${election}/`;
  if (!newest || !key.startsWith(folder) || key.endsWith('/')) return [];
  const file = key.slice(folder.length);
  const { versionId, at } = newest;
  const report = reports.get(reportKey(election, file, versionId)) ?? null;
  return [{ file, versionId, bytes: newest.bytes.length, at, report: structuredClone(report) }];
}

// Small and uneven, so that a reader that takes a piece for a line or a character is found out.
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const end = start + (bytes.length > 65_536 ? 65_521 : 61);
    yield bytes.slice(start, end);
    start = end;
  }
}
