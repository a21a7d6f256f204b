import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const example = 'examples/kz-mazhilis-2023';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-cli-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('shows the overview, and the help of a command, with exit code 0', async () => {
  expect(await sailau('--help')).toMatchObject({ code: 0, stderr: '' });
  expect(await sailau('check', '--help')).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  [['chekc'], 'There is no command "chekc". See `sailau --help`.'],
  [['check', '--jsn'], "Unknown option '--jsn'"],
  [['check'], 'Name the folder of an election.'],
  [['check', 'no-such-folder'], 'There is no file or folder no-such-folder.'],
  [['check', `${example}/election.json`], 'is a file. Name the folder of its election'],
  [['status', '--data', 'no-such-folder'], 'No local stack runs on no-such-folder.'],
  [['start', 'here'], 'start takes no "here".'],
  [['start', '--port', 'abc'], '--port takes a whole number from 0 to 65533, not "abc".'],
])('refuses %j in one line on standard error, exit code 2', async (args, message) => {
  const { code, stdout, stderr } = await sailau(...args);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^sailau: .*\n$/);
  expect(stderr).toContain(message);
});

test('check accepts an example: exit code 0', async () => {
  const { code, stdout } = await sailau('check', example);

  expect(code).toBe(0);
  expect(stdout).toContain(
    'accepted  kz-mazhilis-2023/results/list/votes.csv: 1 record, 0 errors, 0 warnings',
  );
});

test('check names row, column, code and remedy of a misprint: exit code 1', async () => {
  await misprint();

  const { code, stdout } = await sailau('check', folder);

  expect(code).toBe(1);
  expect(stdout).toContain('Error count-not-whole (1): ');
  expect(stdout).toContain('row 2, column votes, contest list, area KZ, option amanat: "34315l0"');
  expect(stdout).toContain('Write digits only');
  expect(stdout).toContain('nothing has changed');
});

test('check explains a code, in the language asked for', async () => {
  const { code, stdout } = await sailau('check', '--explain', 'no-votes', '--language', 'ru');
  const { stdout: json } = await sailau('check', '--explain', 'all', '--json');
  const wrong = await sailau('check', '--explain', 'no-vote');

  expect(code).toBe(0);
  expect(stdout).toContain('Предупреждение no-votes: Нет голосов');
  expect(JSON.parse(json).length).toBeGreaterThan(60);
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean no-votes?') });
});

test('check --reports writes what the pipeline would', async () => {
  await misprint();
  const reports = join(folder, 'out');

  await sailau('check', folder, '--reports', reports);

  const place = join(reports, 'reports/kz-mazhilis-2023/results/list/votes.csv/offline');
  const [report = '', table, page, kazakh] = await Promise.all(
    ['report.json', 'report.csv', 'report.md', 'report.kk.md'].map((name) =>
      readFile(join(place, name), 'utf8'),
    ),
  );
  expect(JSON.parse(report)).toMatchObject({ outcome: 'rejected', groups: [{ code: 'count-not-whole' }] });
  expect(table).toContain('count-not-whole');
  expect(page).toContain('# Rejected: ');
  expect(kazakh).toContain('# Қабылданбады: ');
});

test('check --against shows what a file would change of the state in force, and leaves the state alone', async () => {
  const corrected = join(folder, 'new/results/list');
  await mkdir(corrected, { recursive: true });
  const votes = await readFile(`${example}/results/list/votes.csv`, 'utf8');
  await writeFile(join(corrected, 'votes.csv'), votes.replace('3431510', '3431511'));

  const { code, stdout } = await sailau('check', join(corrected, 'votes.csv'), '--against', example);
  const { stdout: json } = await sailau('check', join(folder, 'new'), '--against', example, '--json');

  expect(code).toBe(0);
  expect(stdout).toContain('changes 1 field of the version in force; records: 1 changed, 0 added, 0 removed');
  expect(stdout).toContain('list KZ: votes:amanat 3431510 → 3431511');
  const listed = [{ contest: 'list', area: 'KZ', field: 'votes:amanat', before: 3431510, after: 3431511 }];
  expect(JSON.parse(json)).toMatchObject([{ outcome: 'accepted', changes: { fields: 1, listed } }]);
});

test('check --against refuses what is no state in force', async () => {
  await misprint();

  const wrong = await sailau('check', example, '--against', folder);
  const none = await sailau('check', example, '--against', join(folder, 'none'));

  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('is no state in force') });
  expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no folder') });
});

test('check --json writes one JSON document, the same findings, and lines for people on standard error', async () => {
  await misprint();

  const { code, stdout, stderr } = await sailau('check', folder, '--json');

  const reports: { file: string; outcome: string; findings: { code: string }[] }[] = JSON.parse(stdout);
  const rejected = reports.filter(({ outcome }) => outcome === 'rejected');
  expect(code).toBe(1);
  expect(rejected.map(({ file, findings }) => [file, findings.map((one) => one.code)])).toEqual([
    ['results/list/votes.csv', ['count-not-whole']],
  ]);
  expect(stderr).toContain('rejected  kz-mazhilis-2023/results/list/votes.csv');
});

/** A copy of the example in which a letter stands for a digit. */
async function misprint(): Promise<void> {
  await cp(example, folder, { recursive: true });
  await writeFile(join(folder, 'results/list/votes.csv'), 'area,option,votes\nKZ,amanat,34315l0\n');
}

function sailau(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['cli/sailau.ts', ...args], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

test('map proposes a mapping, shows rows read through it, and writes only when asked', async () => {
  await cp(example, folder, { recursive: true });
  const file = join(folder, 'results/list/official.csv');
  await writeFile(file, 'Region;Valid;AMANAT;Ak Zhol\nKZ;100;60;40\n');
  const before = await readFile(join(folder, 'election.json'), 'utf8');

  const { code, stdout } = await sailau('map', file, '--election', folder);
  const after = await readFile(join(folder, 'election.json'), 'utf8');

  expect(code).toBe(0);
  expect(stdout).toContain('row 2: area KZ, valid 100, votes:amanat 60');
  expect(after).toBe(before);
});

test.each([
  [['map'], 'Name one file to look at.'],
  [['map', 'a.csv', '--write'], '--write needs the folder of the election'],
  [['map', 'no.csv'], 'There is no file no.csv.'],
  [['map', 'README.md', '--as', 'election.json'], 'election.json is none of results/'],
  [
    ['map', 'package.json', '--as', 'results/x/a.csv', '--election', example],
    'The election has no contest "x"',
  ],
  [['map', 'package.json', '--as', 'results/x/a.xlsx'], 'it is no sound ZIP archive'],
])('refuses %j: exit code 2', async (args, message) => {
  const { code, stderr } = await sailau(...args);

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
});
