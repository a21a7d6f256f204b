import { basename, dirname, join } from 'node:path';
import { ReleaseDefect } from './defect.ts';
import { decoded, documentLimit } from './documents.ts';
import { fetchBody } from './fetch.ts';
import { openFolder, type ReleaseFolder } from './folder.ts';
import { isReleasePath } from './path.ts';

/** The folder of an election, where its releases lie side by side; files as `latest.json` and `1.0.0/manifest.json`. */
export interface ElectionFolder {
  /** Whether all of it is to be verified: then nothing of it may be missing. Else a release was named, and this is what lies around it. */
  readonly asked: boolean;
  /** A file that is read whole; null when it is not there. Throws ReleaseDefect when it is too large for a document. */
  document(file: string): Promise<Uint8Array | null>;
  /** The site that the election is part of; absent when none is known. */
  readonly site?: SiteFolder;
  /** All files, where they lie on this machine. Null at an address: nobody can list that, and other releases are not downloaded. */
  readonly disk: ReleaseFolder | null;
}

/** A published site, from its root; files as `catalog.json` and `elections/index.json`. */
export interface SiteFolder {
  /** The path or the address of the root, for people. */
  readonly path: string;
  /** A file that is read whole; null when it is not there. Throws ReleaseDefect when it is too large for a document. */
  document(file: string): Promise<Uint8Array | null>;
  /** All files, where they lie on this machine. Null at an address, which nobody can list. */
  readonly disk: ReleaseFolder | null;
}

/** A site on this machine. */
export function siteOnDisk(path: string): SiteFolder {
  return siteIn(openFolder(path));
}

/** The same, in whatever can be read like a folder. */
export function siteIn(disk: ReleaseFolder): SiteFolder {
  return { path: disk.path, disk, document: (file) => documentIn(disk, file) };
}

/** A site at an address, which ends in a slash. */
export function siteAtAddress(base: URL): SiteFolder {
  return { path: base.href, disk: null, document: (file) => documentAt(base, file) };
}

/** The folder of an election of a site. */
export function electionOfSite(site: SiteFolder, election: string): ElectionFolder {
  const prefix = `elections/${election}/`;
  return { asked: true, site, disk: null, document: (file) => site.document(prefix + file) };
}

/** The folder of an election on this machine. */
export function electionOnDisk(path: string, asked: boolean): ElectionFolder {
  const election = electionIn(openFolder(path), asked);
  if (basename(dirname(path)) !== 'elections') return election;
  return { ...election, site: siteOnDisk(join(path, '..', '..')) };
}

/** The same, in whatever can be read like a folder. */
export function electionIn(disk: ReleaseFolder, asked: boolean): ElectionFolder {
  return {
    asked,
    disk,
    document: (file) => documentIn(disk, file),
  };
}

/** The folder of an election at an address, which ends in a slash. */
export function electionAtAddress(base: URL, asked: boolean): ElectionFolder {
  return {
    asked,
    disk: null,
    document: (file) => documentAt(base, file),
    site: siteAtAddress(new URL('../../', base)),
  };
}

/** A document of an election as text; null when it is not there. Throws ReleaseDefect when it is too large, or not UTF-8. */
export async function electionText(election: ElectionFolder, file: string): Promise<string | null> {
  const bytes = await election.document(file);
  return bytes && decoded(bytes, file);
}

/** The release of a version within the folder of its election. */
export function releaseWithin(disk: ReleaseFolder, version: string): ReleaseFolder {
  const prefix = `${version}/`;
  return {
    path: `${disk.path}/${version}`,
    size: (file) => disk.size(prefix + file),
    async *read(file) {
      try {
        yield* disk.read(prefix + file);
      } catch (error) {
        throw error instanceof ReleaseDefect ? new ReleaseDefect({ ...error.difference, file }) : error;
      }
    },
    list: async () =>
      (await disk.list()).flatMap((file) => (file.startsWith(prefix) ? file.slice(prefix.length) : [])),
  };
}

async function documentIn(disk: ReleaseFolder, file: string): Promise<Uint8Array | null> {
  const bytes = await disk.size(file);
  if (bytes === null) return null;
  if (bytes > documentLimit) throw tooLarge(file, bytes);
  return collected(disk.read(file));
}

async function documentAt(base: URL, file: string): Promise<Uint8Array | null> {
  if (!isReleasePath(file)) return null;
  const body = await fetchBody(new URL(file, base), file, documentLimit);
  return body && collected(body);
}

async function collected(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function tooLarge(file: string, bytes: number): ReleaseDefect {
  return new ReleaseDefect({
    file,
    at: '',
    expected: `at most ${documentLimit} bytes`,
    found: String(bytes),
  });
}
