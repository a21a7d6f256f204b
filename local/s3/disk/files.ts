import fs from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../../errors.ts';

/** Writes a new file and syncs it to the disk. */
export async function writeDurable(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a small file in the place of an older one, at once, without giving way to other work. */
export function replaceDurable(file: string, text: string): void {
  const temporary = `${file}.tmp`;
  const descriptor = fs.openSync(temporary, 'w');
  try {
    fs.writeFileSync(descriptor, text);
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  fs.renameSync(temporary, file);
}

/** Makes the names in these folders durable: a rename is safe from a power cut only after that. */
export async function syncFolders(folders: Iterable<string>): Promise<void> {
  await Promise.all([...new Set(folders)].map(syncFolder));
}

/** Renames, making the folder above the target first. */
export function moveInto(from: string, to: string): void {
  fs.mkdirSync(dirname(to), { recursive: true });
  fs.renameSync(from, to);
}

/** What lies at a path, without following links; nothing where a part of the path is a file. */
export function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'nothing';
    return found.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return 'nothing';
    throw error;
  }
}

/** The text of a file, or undefined where there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** Removes `folder` and the folders above it as long as they are empty, up to `base`, which stays. */
export function pruneEmpty(folder: string, base: string): void {
  for (let at = folder; at.length > base.length && at.startsWith(base); at = dirname(at)) {
    try {
      fs.rmdirSync(at);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') continue;
      return;
    }
  }
}

/** Whether the error says that there is no such file; one whose name is too long cannot be there either. */
export function isAbsence(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await openFolder(folder);
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}

/** Undefined where the folder is gone again, or on a system that cannot open folders. */
async function openFolder(folder: string): Promise<FileHandle | undefined> {
  try {
    return await open(folder, 'r');
  } catch (error) {
    if (isAbsence(error) || systemCode(error) === 'EPERM' || systemCode(error) === 'EISDIR') return undefined;
    throw error;
  }
}
