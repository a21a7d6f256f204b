import { mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../command.ts';
import { ReleaseDefect } from './defect.ts';
import { checkedDocument, readText } from './documents.ts';
import { downloadRelease, folderAsRead, releaseAt } from './download.ts';
import { type ElectionFolder, electionAtAddress, electionOnDisk } from './election.ts';
import { openFolder, type ReleaseFolder } from './folder.ts';

/** A release on this machine, ready to be read. */
export interface OpenRelease {
  /** Where it came from, for people. */
  readonly from: string;
  readonly folder: ReleaseFolder;
  /** Text of the latest.json beside it; null when there is none. */
  readonly pointer: string | null;
  /** The folder of its election; null when it lies alone, without latest.json. */
  readonly election: ElectionFolder | null;
  /** Deletes what was downloaded. */
  close(): Promise<void>;
}

/**
 * Opens a release by its folder or address, or by those of its election, where latest.json tells the newest. A release at an address is
 * downloaded first, so that what was checked is what is read after; or, for whoever needs little of it, file by file `as read`, each once. Throws
 * UsageError when there is none.
 */
export async function openRelease(
  target: string,
  download: 'first' | 'as read' = 'first',
): Promise<OpenRelease> {
  return isAddress(target) ? openAddress(target, download) : openPath(target);
}

/** Whether a target is a web address. */
export function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}

/** Whether a folder is a release, or that of an election with one. */
export async function isReleaseFolder(path: string): Promise<boolean> {
  const folder = openFolder(path);
  for (const file of ['manifest.json', 'latest.json', 'SHA256SUMS'])
    if ((await folder.size(file).catch(() => null)) !== null) return true;
  return false;
}

async function openAddress(target: string, download: 'first' | 'as read'): Promise<OpenRelease> {
  const path = await mkdtemp(join(tmpdir(), 'sailau-release-'));
  const close = () => rm(path, { recursive: true, force: true });
  try {
    const release = await releaseAt(target);
    const { base, pointer, election, asked } = release;
    if (download === 'first') await downloadRelease(release, path);
    const folder = download === 'first' ? openFolder(path) : await folderAsRead(release, path);
    const around = pointer === null ? null : electionAtAddress(election, asked);
    return { from: base.href, folder, pointer, election: around, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPath(target: string): Promise<OpenRelease> {
  const entry = await stat(target).catch(() => null);
  if (!entry?.isDirectory()) throw new UsageError(`There is no folder ${target}.`);
  const path = await realpath(target);
  const here = openFolder(path);
  const close = async () => {};
  if ((await here.size('manifest.json')) === null && (await here.size('latest.json')) !== null) {
    const pointer = await readText(here, 'latest.json');
    const { version } = checkedDocument(pointer, 'latest.json', 'latest');
    const [folder, election] = [openFolder(join(path, version)), electionOnDisk(path, true)];
    return { from: join(target, version), folder, pointer, election, close };
  }
  if ((await here.size('manifest.json')) === null && (await here.size('index.json')) !== null)
    throw new ReleaseDefect({
      file: 'latest.json',
      at: '',
      expected: 'the pointer to the newest release of the election',
      found: 'no such file',
    });
  if (!(await isReleaseFolder(path)))
    throw new UsageError(`${target} is no release: it holds neither manifest.json nor latest.json.`);
  const beside = openFolder(join(path, '..'));
  if ((await beside.size('latest.json')) === null)
    return { from: target, folder: here, pointer: null, election: null, close };
  const [pointer, election] = [
    await readText(beside, 'latest.json'),
    electionOnDisk(join(path, '..'), false),
  ];
  return { from: target, folder: here, pointer, election, close };
}
