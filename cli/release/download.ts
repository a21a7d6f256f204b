import { createWriteStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../command.ts';
import { ReleaseDefect, shown } from './defect.ts';
import { checkedDocument, documentLimit } from './documents.ts';
import { fetchBody, fetchText } from './fetch.ts';
import { openFolder, type ReleaseFolder } from './folder.ts';
import { isReleasePath } from './path.ts';

/** A release at an address, of which no more than the manifest has been downloaded. */
export interface ReleaseAddress {
  /** Its own address, ending in a slash. */
  readonly base: URL;
  /** Text of its manifest.json. */
  readonly manifest: string;
  /** Text of the latest.json that lies beside; null when there is none. */
  readonly pointer: string | null;
  /** Address of the folder of its election. */
  readonly election: URL;
  /** Whether the election was asked for, and its newest release taken. */
  readonly asked: boolean;
}

/**
 * The release at an address, or the newest of the election there. Throws UsageError when no release is there or the site does not answer,
 * ReleaseDefect when the site sends something else than a release.
 */
export async function releaseAt(address: string): Promise<ReleaseAddress> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const here = await fetchText(new URL('manifest.json', base));
  if (here !== null) {
    const election = new URL('../', base);
    const beside = await fetchText(new URL('latest.json', election));
    return { base, manifest: here, pointer: beside, election, asked: false };
  }
  const pointer = await fetchText(new URL('latest.json', base));
  if (pointer === null) throw new UsageError(`${base.href} is no release: it has no manifest.json.`);
  const { version } = checkedDocument(pointer, 'latest.json', 'latest');
  const newest = new URL(`${version}/`, base);
  const manifest = await fetchText(new URL('manifest.json', newest));
  if (manifest === null)
    throw new UsageError(
      `latest.json of ${base.href} names ${version}, and ${newest.href} has no manifest.json.`,
    );
  return { base: newest, manifest, pointer, election: base, asked: true };
}

/**
 * Downloads a release into an empty folder: manifest.json, SHA256SUMS, its signature and what the manifest names, each file no further than the
 * size it states. Throws as `releaseAt` does.
 */
export async function downloadRelease({ base, manifest }: ReleaseAddress, folder: string): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), manifest);
  for (const [path, limit] of limitsOf(manifest)) await fetchFile(base, folder, path, limit);
}

/** The same, file by file: each is downloaded when it is first read, so that whoever needs one does not wait for all. */
export async function folderAsRead(
  { base, manifest }: ReleaseAddress,
  folder: string,
): Promise<ReleaseFolder> {
  await writeFile(join(folder, 'manifest.json'), manifest);
  const [limits, disk] = [limitsOf(manifest), openFolder(folder)];
  const fetching = new Map<string, Promise<void>>();
  const fetched = async (path: string) => {
    const limit = limits.get(path);
    if (limit === undefined) return;
    const one = fetching.get(path) ?? fetchFile(base, folder, path, limit);
    fetching.set(path, one);
    await one;
  };
  return {
    ...disk,
    async size(path) {
      await fetched(path);
      return disk.size(path);
    },
    async *read(path) {
      await fetched(path);
      yield* disk.read(path);
    },
  };
}

/** What lies in a release and is not named in its manifest. */
const unnamed = ['SHA256SUMS', 'SHA256SUMS.minisig'];

/** The files of a release beside its manifest, and the most bytes to take of each. */
function limitsOf(manifest: string): Map<string, number> {
  const limits = new Map(unnamed.map((path) => [path, documentLimit]));
  const { files } = checkedDocument(manifest, 'manifest.json', 'manifest');
  for (const [index, { path, bytes }] of files.entries()) {
    if (!isReleasePath(path) || path === 'manifest.json' || limits.has(path))
      throw unfit(`/files/${index}/path`, path);
    limits.set(path, bytes);
  }
  return limits;
}

function unfit(at: string, path: string): ReleaseDefect {
  const expected = 'the path of another file within the release';
  return new ReleaseDefect({ file: 'manifest.json', at, expected, found: shown(path) });
}

/** A file that is not there is left out: the check of the files will name it. */
async function fetchFile(base: URL, folder: string, path: string, limit: number): Promise<void> {
  const body = await fetchBody(new URL(path, base), path, limit);
  if (body === null) return;
  const target = join(folder, path);
  // A manifest may name one path as a file and as a folder.
  await mkdir(dirname(target), { recursive: true }).catch(() => Promise.reject(unfit('/files', path)));
  if (await stat(target).catch(() => null)) throw unfit('/files', path);
  await pipeline(body, createWriteStream(target, { flags: 'wx' }));
}
