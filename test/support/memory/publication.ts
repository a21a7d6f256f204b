import { createHash } from 'node:crypto';
import type { Folder } from '../../../functions/model/generated/folder.ts';
import type { Latest } from '../../../functions/model/generated/latest.ts';
import type { Versions } from '../../../functions/model/generated/versions.ts';
import { prettyJson } from '../../../functions/model/json/json.ts';
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
  versionsKey,
} from '../../../functions/store/objects.ts';
import { extendsFolder, supersedes } from '../../../functions/store/order.ts';
import { type LogStore, type ReleaseStore, StoreError } from '../../../functions/store/store.ts';
import { collect } from './bytes.ts';
import type { points } from './points.ts';

type Run = ReturnType<typeof points>['run'];

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
