import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ReleaseDefect, shown } from './defect.ts';
import { isReleasePath } from './path.ts';

/** The files of a release on this machine. */
export interface ReleaseFolder {
  readonly path: string;
  /** Bytes of a file; null when there is none. */
  size(file: string): Promise<number | null>;
  /** Its bytes, streamed. Throws ReleaseDefect when there is none, or when it is no plain file within the folder. */
  read(file: string): AsyncIterable<Uint8Array>;
  /** Every file that lies in the folder, but for hidden ones, in the order of their paths. */
  list(): Promise<string[]>;
}

/** Opens the folder of a release. Nothing that lies outside of it is read, also where a link in it leads there. */
export function openFolder(path: string): ReleaseFolder {
  return {
    path,
    size: async (file) => {
      await using handle = await openFile(path, file);
      return handle && (await handle.stat()).size;
    },
    read: (file) => readFrom(path, file),
    list: () => listFiles(path),
  };
}

async function* readFrom(folder: string, file: string): AsyncGenerator<Uint8Array> {
  await using handle = await openFile(folder, file);
  if (handle === null)
    throw new ReleaseDefect({ file, at: '', expected: 'a file of the release', found: 'no such file' });
  yield* handle.createReadStream({ autoClose: false });
}

/** Opened without waiting: a named pipe in the place of a file would otherwise hold the program for ever. */
async function openFile(folder: string, file: string): Promise<FileHandle | null> {
  const real = isReleasePath(file) ? await realpath(join(folder, file)).catch(() => null) : null;
  if (real === null) return null;
  const inside = relative(await realpath(folder), real);
  if (inside === '' || inside.startsWith('..') || inside.startsWith(sep)) throw notPlain(file);
  const handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw notPlain(file);
}

function notPlain(file: string): ReleaseDefect {
  const found = 'a link that leads out of it, a folder or a device';
  return new ReleaseDefect({ file: shown(file), at: '', expected: 'a plain file in the folder', found });
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep))
    .filter((names) => names.every((name) => !name.startsWith('.')))
    .map((names) => names.join('/'))
    .sort();
}
