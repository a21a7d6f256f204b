import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectUploads, leftOutLine } from '../../cli/files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-files-'));
  await mkdir(join(folder, 'results', 'list'), { recursive: true });
  await writeFile(join(folder, 'election.json'), '{"id":"xx-2024"}');
  await writeFile(join(folder, 'results', 'list', 'a.csv'), 'station,A\n');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a results file whose place says nothing is named, not passed over', async () => {
  await writeFile(join(folder, 'results', 'national.csv'), 'station,A\n');
  await writeFile(join(folder, '.DS_Store'), '');
  const leftOut: string[] = [];

  const uploads = await collectUploads([folder], undefined, (path) => leftOut.push(path));

  expect(uploads.map(({ key }) => key)).toEqual([
    'uploads/xx-2024/election.json',
    'uploads/xx-2024/results/list/a.csv',
  ]);
  expect(leftOut).toEqual([join(folder, 'results', 'national.csv')]);
  expect(leftOutLine(leftOut)).toContain('national.csv');
  expect(leftOutLine([])).toBeNull();
});

test('a file that is a link to one elsewhere is uploaded', async () => {
  await symlink(join(folder, 'results', 'list', 'a.csv'), join(folder, 'results', 'list', 'b.csv'));

  const uploads = await collectUploads([folder]);

  expect(uploads.map(({ key }) => key)).toContain('uploads/xx-2024/results/list/b.csv');
});
