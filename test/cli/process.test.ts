import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-cli-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([['-h'], ['--help'], ['start', '-h'], ['status', '--help']])(
  '%s %s shows help',
  async (...args) => {
    const { code, stdout, stderr } = await sailau(...args);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: sailau');
  },
);

test.each([
  [['start', '--port', '65534'], /from 0 to 65533/],
  [['start', 'once'], /takes no "once"/],
  [['status', '--data', '/does/not/exist'], /npm start/],
  [['nothing'], /sailau --help/],
])('%j is an error that says what to do, without a stack trace', async (args, message) => {
  const { code, stdout, stderr } = await sailau(...args);

  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain('    at ');
});

test('a stack file that was cut short is no running stack', async () => {
  await writeFile(join(folder, 'stack.json'), '{"pid": 1');

  const { code, stderr } = await sailau('status', '--data', folder);

  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('No local stack runs on') });
});

test('Ctrl-C while the examples are loaded ends the stack as one does later', async () => {
  const data = join(folder, 'data');
  const child = spawn(process.execPath, ['cli/sailau.ts', 'start', '--data', data, '--port', '0', '--json']);
  const ended = once(child, 'exit');
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
    // Once: a second signal ends the process at once.
    if (err.includes('Uploading') && !child.killed) child.kill('SIGINT');
  });

  const [code, signal] = await ended;

  expect({ code, signal }, err).toEqual({ code: 0, signal: null });
  expect(err).toContain('Stopping');
  expect(JSON.parse(out)).toMatchObject({ intake: 'sailau-intake', examples: null });
  expect(await readdir(data)).not.toContain('lock');
  expect(await readdir(data)).not.toContain('stack.json');
}, 120_000);

function sailau(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['cli/sailau.ts', ...args], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
    );
  });
}
