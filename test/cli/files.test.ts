import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectUploads, electionFolders, idOf, leftOutLine } from '../../cli/files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-files-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('sends the definition first, then registers, and leaves out what is no upload', async () => {
  await write('my/election.json', '{"id":"town-2024"}');
  await write('my/results/mayor/votes.csv');
  await write('my/stations/north.csv.gz');
  await write('my/status.json', '{}');
  await write('my/notes.txt');
  await write('my/.hidden/results.csv');

  const uploads = await collectUploads([join(folder, 'my')]);

  expect(uploads.map(({ key }) => key)).toEqual([
    'uploads/town-2024/election.json',
    'uploads/town-2024/stations/north.csv.gz',
    'uploads/town-2024/results/mayor/votes.csv',
    'uploads/town-2024/status.json',
  ]);
});

test('takes the name of the folder for the id where there is no definition', async () => {
  await write('town-2024/turnout/day.csv');

  const [upload] = await collectUploads([join(folder, 'town-2024')]);

  expect(upload?.key).toBe('uploads/town-2024/turnout/day.csv');
});

test('keeps the part of a path that says what a file is', async () => {
  await write('town-2024/results/mayor/votes.csv');
  await write('town-2024/election.json', '{"id":"town-2024"}');

  const file = await collectUploads([join(folder, 'town-2024/results/mayor/votes.csv')]);
  const elsewhere = await collectUploads([join(folder, 'town-2024/results/mayor/votes.csv')], 'city-2025');

  expect(file.map(({ key }) => key)).toEqual(['uploads/town-2024/results/mayor/votes.csv']);
  expect(elsewhere.map(({ key }) => key)).toEqual(['uploads/city-2025/results/mayor/votes.csv']);
});

test('says what is wrong with a path', async () => {
  await write('town-2024/readme.txt');
  await write('Town 2024/status.json');
  const collect = (path: string, election?: string) => collectUploads([join(folder, path)], election);

  await expect(collect('nowhere')).rejects.toThrow('There is no file or folder');
  await expect(collect('town-2024')).rejects.toThrow('holds nothing to upload');
  await expect(collect('town-2024/readme.txt')).rejects.toThrow('does not say what it is');
  await expect(collect('Town 2024')).rejects.toThrow('"Town 2024" cannot be the id of an election');
  await expect(collect('town-2024', '../other')).rejects.toThrow(
    '"../other" cannot be the id of an election',
  );
});

test('names a results file whose place says nothing, and no hidden one', async () => {
  await write('town-2024/election.json', '{"id":"town-2024"}');
  await write('town-2024/results/national.csv');
  await write('town-2024/.DS_Store');
  const leftOut: string[] = [];

  await collectUploads([join(folder, 'town-2024')], undefined, (path) => leftOut.push(path));

  expect(leftOut).toEqual([join(folder, 'town-2024/results/national.csv')]);
  expect(leftOutLine(leftOut)).toContain('national.csv');
  expect(leftOutLine([])).toBeNull();
});

test('uploads a file that is a link to one elsewhere', async () => {
  await write('elsewhere.csv');
  await write('town-2024/results/list/a.csv');
  await symlink(join(folder, 'elsewhere.csv'), join(folder, 'town-2024/results/list/b.csv'));

  const uploads = await collectUploads([join(folder, 'town-2024')]);

  expect(uploads.map(({ key }) => key)).toContain('uploads/town-2024/results/list/b.csv');
});

test('finds the folders of elections at any depth', async () => {
  await write('b/election.json');
  await write('a/deep/election.json');

  expect(await electionFolders(folder)).toEqual([join(folder, 'a/deep'), join(folder, 'b')]);
});

test.each(['', '[', 'null', '7', '{}', '{"id":7}'])('reads no id from %j', (text) => {
  expect(idOf(text)).toBeNull();
});

async function write(path: string, text = ''): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
