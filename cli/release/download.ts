import { createWriteStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../command.ts';
import { ReleaseDefect, shown } from './defect.ts';
import { checkedDocument, documentLimit } from './documents.ts';
import { fetchBody, fetchText } from './fetch.ts';
import { isReleasePath } from './path.ts';

/** Where a download came from, and the latest.json that lies beside; null when there is none. */
export interface Download {
  readonly from: string;
  readonly pointer: string | null;
  /** Address of the folder of its election. */
  readonly election: URL;
  /** Whether the election was asked for, and its newest release taken. */
  readonly asked: boolean;
}

/**
 * Downloads the release at an address, or the newest of the election there, into an empty folder: manifest.json, SHA256SUMS and what the
 * manifest names, each file no further than the size it states. Throws UsageError when no release is there or the site does not
 * answer, ReleaseDefect when the site sends something else than a release.
 */
export async function downloadRelease(address: string, folder: string): Promise<Download> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const here = await fetchText(new URL('manifest.json', base));
  if (here !== null) {
    await fetchFiles(base, here, folder);
    const election = new URL('../', base);
    const beside = await fetchText(new URL('latest.json', election));
    return { from: base.href, pointer: beside, election, asked: false };
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
  await fetchFiles(newest, manifest, folder);
  return { from: newest.href, pointer, election: base, asked: true };
}

async function fetchFiles(base: URL, manifestText: string, folder: string): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), manifestText);
  const { files } = checkedDocument(manifestText, 'manifest.json', 'manifest');
  const taken = new Set(['manifest.json', 'SHA256SUMS']);
  for (const [index, { path }] of files.entries()) {
    if (!isReleasePath(path) || taken.has(path)) throw unfit(`/files/${index}/path`, path);
    taken.add(path);
  }
  await fetchFile(base, folder, 'SHA256SUMS', documentLimit);
  for (const { path, bytes } of files) await fetchFile(base, folder, path, bytes);
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
