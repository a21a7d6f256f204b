import { createHash } from 'node:crypto';
import type { Folder } from '../../../functions/model/generated/folder.ts';
import type { Latest } from '../../../functions/model/generated/latest.ts';
import type { Report } from '../../../functions/model/generated/report.ts';
import type { Versions } from '../../../functions/model/generated/versions.ts';
import { type ElectionId, isElectionId } from '../../../functions/model/ids.ts';
import { prettyJson } from '../../../functions/model/json.ts';
import {
  electionIndexKey,
  electionsIndexKey,
  keptKeyKey,
  latestKey,
  logFolder,
  logKey,
  pageKey,
  publicKeyKey,
  releaseKey,
  reportCsvKey,
  reportKey,
  reportPageKey,
  uploadsPrefix,
  versionsKey,
} from '../../../functions/store/objects.ts';
import { extendsFolder, supersedes } from '../../../functions/store/order.ts';
import {
  type Bytes,
  type LogStore,
  type ReleaseStore,
  StoreError,
  type UploadedFile,
  type UploadStore,
} from '../../../functions/store/store.ts';
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

/** What a test reads from the publication bucket. */
export interface Publication {
  /** Every object by key, with its bytes. */
  files(): Map<string, Uint8Array>;
  /** The media type that an object was written with. */
  mediaType(key: string): string | undefined;
}

/** The publication bucket in memory. */
export function memoryReleases(
  run: Run,
): ReleaseStore & Publication & { latest(election: string): Latest | null; logs: LogStore } {
  const files = new Map<string, { bytes: Uint8Array; mediaType: string }>();
  const pointers = new Map<string, Latest>();
  const lists = new Map<string, Versions>();
  const indexes = new Map<string, Folder>();
  const write = (key: string, text: string, mediaType = 'application/json') => {
    files.set(key, { bytes: new TextEncoder().encode(text), mediaType });
  };
  const allLatest = () =>
    structuredClone([...pointers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, latest]) => latest));
  const putOnce = (key: string, mediaType: string, bytes: Uint8Array) => {
    const there = files.get(key);
    if (there && Buffer.compare(there.bytes, bytes) !== 0)
      throw new StoreError('release-differs', `${key} is already there with other bytes`);
    if (!there) files.set(key, { bytes, mediaType });
  };
  const logs: LogStore = {
    path: logFolder,
    open: (election) => ({
      read: (path) => run('logs.read', () => files.get(logKey(election, path))?.bytes.slice() ?? null),
      put: (path, bytes) =>
        run('logs.put', () => putOnce(logKey(election, path), 'application/octet-stream', bytes.slice())),
      moveCheckpoint: (note, keep) =>
        run('logs.moveCheckpoint', async () => {
          const current = files.get(logKey(election, 'checkpoint'));
          if (current && (await keep(new TextDecoder().decode(current.bytes)))) return;
          write(logKey(election, 'checkpoint'), note);
        }),
    }),
  };
  return {
    logs,
    files: () => new Map([...files].map(([key, { bytes }]) => [key, bytes.slice()])),
    mediaType: (key) => files.get(key)?.mediaType,
    latest: (election) => structuredClone(pointers.get(election) ?? null),
    put: (election, version, path, mediaType, body) =>
      run('releases.put', async () => {
        const key = releaseKey(election, version, path);
        const bytes = await collect(body);
        putOnce(key, mediaType, bytes);
        return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
      }),
    writeVersions: (versions) =>
      run('releases.writeVersions', () => {
        const current = lists.get(versions.election);
        if (current && !supersedes(versions, current)) return;
        lists.set(versions.election, structuredClone(versions));
        write(versionsKey(versions.election), prettyJson(versions));
      }),
    moveLatest: (latest) =>
      run('releases.moveLatest', () => {
        const current = pointers.get(latest.election);
        if (current && !supersedes(latest, current)) return;
        pointers.set(latest.election, structuredClone(latest));
        write(latestKey(latest.election), prettyJson(latest));
      }),
    moveIndex: (election, index) =>
      run('releases.moveIndex', () => {
        const current = indexes.get(election);
        if (current && !extendsFolder(index, current)) return;
        indexes.set(election, structuredClone(index));
        write(electionIndexKey(election), prettyJson(index));
      }),
    putKey: (id, text) =>
      run('releases.putKey', () => {
        write(keptKeyKey(id), text);
        write(publicKeyKey, text);
      }),
    rebuildRoot: (_names, describe) =>
      run('releases.rebuildRoot', async () => {
        // As the bucket does: what was described from pointers that have moved since is described again.
        for (;;) {
          const before = allLatest();
          const described = await describe(before);
          if (JSON.stringify(allLatest()) !== JSON.stringify(before)) continue;
          for (const [name, { text, mediaType }] of described) write(name, text, mediaType);
          return;
        }
      }),
    rebuildPages: (election, _names, describe) =>
      run('releases.rebuildPages', () => {
        const latest = pointers.get(election);
        if (!latest) return;
        const summary = files.get(releaseKey(election, latest.version, 'summary.json'));
        const pages = describe(structuredClone(latest), new TextDecoder().decode(summary?.bytes));
        for (const [name, { text, mediaType }] of pages) write(pageKey(election, name), text, mediaType);
      }),
    putAsset: (path, mediaType, bytes) =>
      run('releases.putAsset', () => putOnce(path, mediaType, bytes.slice())),
    rebuildIndex: (describe) =>
      run('releases.rebuildIndex', () => write(electionsIndexKey, describe(allLatest()))),
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

async function collect(body: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk.slice());
  return new Uint8Array(Buffer.concat(chunks));
}
