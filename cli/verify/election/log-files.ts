import { readCheckpoint } from '../../../functions/publish/verify/signature/note.ts';
import { bundlePath, tilePath, tileWidth, widthAt } from '../../../functions/publish/verify/tiles.ts';
import type { ReadLog } from './log.ts';

/**
 * Tells the files of a log by their paths within its folder: its heads, and each tile and bundle of the tree as it stood at a release. Whether they hold
 * what they should, the check of the log says; a head that is missing or cannot be read it names.
 *
 * @param versions of the releases that the log is of
 */
export async function logFilesOf(
  read: ReadLog,
  versions: readonly string[],
): Promise<(path: string) => boolean> {
  const heads = new Map(versions.map((version) => [`checkpoints/${version}`, version]));
  const sizes: number[] = [];
  for (const file of heads.keys()) {
    const bytes = await read(file);
    const head = bytes && readCheckpoint(Buffer.from(bytes).toString());
    if (head) sizes.push(head.size);
  }
  return (path) => path === 'checkpoint' || heads.has(path) || isTile(path, sizes);
}

/** Sizes come from files, and may be any: no list is made of what a tree of that size has. */
function isTile(path: string, sizes: readonly number[]): boolean {
  const [, kind = '', groups = '', part] = tileForm.exec(path) ?? [];
  const index = Number(groups.replaceAll(/\D/g, ''));
  const width = part === undefined ? tileWidth : Number(part);
  const level = kind === 'entries' ? 0 : Number(kind);
  // As it is written, and in no other way that means the same.
  const written = kind === 'entries' ? bundlePath(index, width) : tilePath(level, index, width);
  return path === written && width > 0 && sizes.some((size) => widthAt(level, index, size) === width);
}

// Five groups of digits: more hashes than a number can count.
const tileForm = /^tile\/(entries|\d)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/;
