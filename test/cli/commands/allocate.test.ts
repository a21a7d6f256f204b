import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const list = {
  type: 'party-list',
  seats: 19,
  formula: { type: 'largest-remainder', quota: 'hare' },
  ties: ['lots'],
};
const tied = { contest: { system: list }, votes: { A: 2, B: 2, C: 1 } };
const settled = { contest: { id: 'settled', system: { ...list, seats: 5 } }, votes: { A: 3, B: 2 } };
const missing = { contest: { system: { type: 'plurality', tie: 'lots' } }, votes: { A: 1, B: null } };

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-allocate-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('--json gives seats, status, ties and trace of the problem: exit code 1 where lots are required', async () => {
  const { code, stdout, stderr } = await sailau([await file(tied), '--json']);

  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    contest: 'contest',
    status: 'lots-required',
    seats: { A: 7, B: 7, C: 4 },
    ties: [{ options: ['A', 'B'], seats: 1 }],
    provisional: false,
    trace: expect.arrayContaining([
      expect.objectContaining({ rule: 'quota', value: { exact: '5/19', decimal: '0.263158' } }),
      expect.objectContaining({ rule: 'remainder-seat', option: 'C' }),
    ]),
  });
});

test('an array gives an array, in its order; - reads standard input', async () => {
  const { code, stdout } = await sailau(['-', '--json'], JSON.stringify([settled, tied, missing]));

  const solutions: { contest: string; status: string }[] = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(solutions.map(({ contest, status }) => [contest, status])).toEqual([
    ['settled', 'allocated'],
    ['contest-2', 'lots-required'],
    ['contest-3', 'undetermined'],
  ]);
});

test('exit code 0 where every problem has an answer', async () => {
  const { code, stdout } = await sailau([await file([settled]), '--json', '--brief']);

  expect(code).toBe(0);
  const [solution] = JSON.parse(stdout);
  expect(solution).toMatchObject({ seats: { A: 3, B: 2 }, ties: [] });
  expect(solution).not.toHaveProperty('trace');
});

test.each([
  ['en', '- A: 3 votes, quotient 3: 3 seats.'],
  ['kk', '- A: 3 дауыс, бөлінді 3: 3 мандат.'],
  ['ru', '- A: 3 голоса, частное 3: 3 мандата.'],
])('explains in %s', async (language, line) => {
  const { code, stdout } = await sailau([await file(settled), '--language', language]);

  expect(code).toBe(0);
  expect(stdout).toContain(line);
  expect(stdout).toMatch(/^\| A +\| +3 \| +3 \|$/m);
});

test('--brief leaves the steps out of the table and the result', async () => {
  const { stdout } = await sailau([await file(settled), '--brief']);

  expect(stdout).toContain('Every seat is given: A 3, B 2.');
  expect(stdout).not.toContain('quotient');
});

test.each<[readonly string[], RegExp]>([
  [[], /Name one problem file, - for standard input, or one release/],
  [['a.json', 'b.json'], /Name one problem file/],
  [['no-such-file.json'], /There is no file or folder no-such-file\.json/],
  [['docs'], /docs/],
  [['-', '--threshold', '7'], /--threshold is for a release or an election folder/],
  [['examples/kz-mazhilis-2023', '--brief'], /--brief is for a problem file/],
  [['-', '--language', 'de'], /--language takes en, kk, ru, not "de"/],
])('refuses %j: exit code 2', async (args, message) => {
  const { code, stdout, stderr } = await sailau(args);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain('    at ');
});

test('says where a problem is wrong, without what a terminal would obey: exit code 2', async () => {
  const wrong = { contest: { system: list }, votes: { 'A\u001b[31m': 1, B: 2 ** 53 } };

  const { code, stdout, stderr } = await sailau([await file(wrong), '--json']);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(
    '  /votes/B: a JSON number above 9007199254740991 (2^53 − 1) loses digits. Write it as a string:',
  );
  expect(stderr).not.toContain('\u001b');
});

test('shows the first faults and counts the rest', async () => {
  const votes = Object.fromEntries(Array.from({ length: 30 }, (_none, index) => [`o${index}`, -1]));

  const { stderr } = await sailau([await file({ ...tied, votes })]);

  expect(stderr.match(/is negative/g)).toHaveLength(20);
  expect(stderr).toContain('  … and 10 more\n');
});

let files = 0;

async function file(problem: unknown): Promise<string> {
  files += 1;
  const path = join(folder, `problem-${files}.json`);
  await writeFile(path, JSON.stringify(problem));
  return path;
}

function sailau(
  args: readonly string[],
  input = '',
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['cli/sailau.ts', 'allocate', ...args],
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}
