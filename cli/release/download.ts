import { createWriteStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../command.ts';
import { ReleaseDefect, shown } from './defect.ts';
import { checkedDocument, decoded, documentLimit } from './documents.ts';
import { isReleasePath } from './path.ts';

/** Where a download came from, and the latest.json that lies beside; null when there is none. */
export interface Download {
  readonly from: string;
  readonly pointer: string | null;
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
    return { from: base.href, pointer: await fetchText(new URL('../latest.json', base)) };
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
  return { from: newest.href, pointer };
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

async function fetchText(url: URL): Promise<string | null> {
  const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const body = await fetchBody(url, file, documentLimit);
  if (body === null) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return decoded(Buffer.concat(chunks), file);
}

/** How long a site may be silent, in milliseconds. */
const patience = 60_000;

/** The bytes at an address, at most `limit`; null where there is nothing (a bucket that may not be listed says 403). */
async function fetchBody(url: URL, file: string, limit: number): Promise<AsyncIterable<Uint8Array> | null> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), patience);
  // Otherwise the client unpacks what comes compressed, and few bytes become many.
  const headers = { 'accept-encoding': 'identity' };
  const response = await fetch(url, { headers, signal: control.signal }).catch((error: unknown) => {
    clearTimeout(timer);
    throw silent(url, error);
  });
  if (response.ok && response.body) return limited(url, response.body, { file, limit, timer });
  clearTimeout(timer);
  await response.body?.cancel();
  if (response.status === 404 || response.status === 403) return null;
  throw new UsageError(`${url.href} answers ${response.status} ${response.statusText}.`);
}

async function* limited(
  url: URL,
  body: AsyncIterable<Uint8Array>,
  { file, limit, timer }: { file: string; limit: number; timer: NodeJS.Timeout },
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      timer.refresh();
      bytes += chunk.length;
      if (bytes > limit)
        throw new ReleaseDefect({ file, at: '', expected: `at most ${limit} bytes`, found: 'more' });
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ReleaseDefect ? error : silent(url, error);
  } finally {
    clearTimeout(timer);
  }
}

function silent(url: URL, error: unknown): UsageError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UsageError(`${url.href} cannot be read: ${reason}.`);
}
