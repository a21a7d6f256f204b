import type { Catalog } from '../../functions/model/generated/catalog.ts';
import type { Latest } from '../../functions/model/generated/latest.ts';
import type { Versions } from '../../functions/model/generated/versions.ts';
import type { ElectionId } from '../../functions/model/ids.ts';
import { DataError } from './errors.ts';
import { type Fetch, type Freshness, fetchBytes, parseAs } from './fetch.ts';
import { isCatalog, isLatest, isVersions } from './forms.ts';
import { openParts, type Parts } from './parts.ts';
import { openRelease, type ReleaseFiles } from './release.ts';

/** Everything that is published, as the browser reads it. Each file is fetched once a visit. */
export interface Published {
  /** Address of the root, with a slash at the end. */
  readonly root: URL;
  /** The bytes of any file of the site, by its path from the root, unchecked: for whoever checks them. */
  bytes(path: string, freshness?: Freshness): Promise<Uint8Array<ArrayBuffer>>;
  /** A file of this size, by its path from the root, of which only parts are read; unchecked like `bytes`. */
  parts(path: string, byteLength: number): Parts;
  catalog(): Promise<Catalog>;
  /** Throws DataError `no-release` before the first. */
  latest(election: ElectionId): Promise<Latest>;
  versions(election: ElectionId): Promise<Versions>;
  /** A release; of the newest, when `version` is null. Throws DataError `no-release` when there is none, or no such version. */
  release(election: ElectionId, version: string | null): Promise<ReleaseFiles>;
}

/** Reads what lies under a root. */
export function openPublished(fetch: Fetch, root: URL): Published {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const bytes: Published['bytes'] = (path, freshness = 'immutable') =>
    once(kept, path, () => fetchBytes(fetch, root, path, freshness));
  const releases = new Map<string, Promise<ReleaseFiles>>();
  const published: Published = {
    root,
    bytes,
    parts: (path, byteLength) => openParts(fetch, root, path, byteLength),
    catalog: async () => parseAs(await bytes('catalog.json', 'pointer'), 'catalog.json', isCatalog),
    async latest(election) {
      const path = `elections/${election}/latest.json`;
      return parseAs(await pointer(bytes, path), path, isLatest);
    },
    async versions(election) {
      const path = `elections/${election}/versions.json`;
      return parseAs(await pointer(bytes, path), path, isVersions);
    },
    release: (election, version) =>
      once(releases, `${election} ${version ?? ''}`, async () =>
        openRelease(bytes, root, await chosen(published, election, version)),
      ),
  };
  return published;
}

/** The release that is asked for, with the hash of its manifest from the pointer or the list. */
async function chosen(published: Published, election: ElectionId, version: string | null) {
  const latest = await published.latest(election);
  if (version === null || version === latest.version) {
    return { election, version: latest.version, manifest: latest.manifest, latest };
  }
  const { releases } = await published.versions(election);
  const found = releases.find((one) => one.version === version);
  if (!found) throw new DataError('no-release', `elections/${election}/${version}/`);
  return { election, version, manifest: found.manifest, latest };
}

async function pointer(bytes: Published['bytes'], path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await bytes(path, 'pointer');
  } catch (error) {
    if (error instanceof DataError && error.code === 'missing')
      throw new DataError('no-release', path, { cause: error });
    throw error;
  }
}

/** Keeps what has come; a failure is forgotten, so that trying again asks again. */
function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
