import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolder } from '../../../cli/release/folder.ts';
import { isReleasePath } from '../../../cli/release/path.ts';

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sailau-folder-'));
  folder = join(root, 'release');
  await mkdir(join(folder, 'allocation'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'results.csv'), 'contest\r\n');
  await writeFile(join(folder, 'allocation', 'list.json'), '{}');
  await writeFile(join(folder, '.DS_Store'), '');
});

afterEach(() => rm(root, { recursive: true }));

test('gives sizes, bytes and a list without hidden files', async () => {
  const release = openFolder(folder);

  expect(await release.size('results.csv')).toBe(9);
  expect(await release.size('totals.csv')).toBeNull();
  expect(await textOf('allocation/list.json')).toBe('{}');
  expect(await release.list()).toEqual(['allocation/list.json', 'results.csv']);
});

test.each([
  '../secret.txt',
  '/etc/passwd',
  'allocation/../../secret.txt',
  'a//b',
  '',
  '.',
  'C:\\x',
  'a\0b',
  '-\n',
])('reads nothing under the path %j', async (path) => {
  expect(isReleasePath(path)).toBe(false);
  expect(await openFolder(folder).size(path)).toBeNull();
  await expect(textOf(path)).rejects.toThrow('found no such file');
});

test('follows no link out of the folder, and reads no folder', async () => {
  await symlink(join(root, 'secret.txt'), join(folder, 'README.md'));
  await symlink(root, join(folder, 'up'));

  for (const path of ['README.md', 'up/secret.txt', 'allocation'])
    await expect(textOf(path), path).rejects.toThrow('expected a plain file in the folder');
});

test('does not wait for a named pipe', { timeout: 5_000 }, async () => {
  execFileSync('mkfifo', [join(folder, 'totals.csv')]);

  await expect(textOf('totals.csv')).rejects.toThrow('expected a plain file in the folder');
});

async function textOf(path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of openFolder(folder).read(path)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
