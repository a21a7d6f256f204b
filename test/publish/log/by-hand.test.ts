import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aFullElection, aProtocol, election, north } from '../setting.ts';

const hasPython = spawnSync('python3', ['--version']).error === undefined;
if (!hasPython) console.warn('SKIPPED: Python is not installed; the log was not followed by hand');
const blocks = readFileSync('docs/verification.md', 'utf8').matchAll(/```python\n(.*?)```/gs);
const script = [...blocks].map(([, code = '']) => code).find((code) => code.includes('log/checkpoint')) ?? '';

let folder: string;
beforeEach(async () => {
  const setting = await aFullElection();
  await setting.release();
  await setting.accept('results/list/north.csv', { kind: 'results', protocols: north.slice(1) });
  await setting.release();
  const many = Array.from({ length: 300 }, (_, index) => aProtocol('N2', `p${index}`, { A: index }));
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: many });
  await setting.release();
  folder = mkdtempSync(join(tmpdir(), 'sailau-log-'));
  for (const [key, bytes] of setting.store.files()) write(key, bytes);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.runIf(hasPython)('the script of docs/verification.md', () => {
  test('follows every release from the log', () => {
    expect(run()).toBe(
      [
        '1.0.0 is as the log says: 4 protocols, entry 5',
        '1.0.1 is as the log says: 3 protocols, entry 7',
        '1.1.0 is as the log says: 302 protocols, entry 309',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['a number of an old release', '1.0.0/results.json', '"registered":800', '"registered":801'],
    ['an entry', 'log/tile/entries/000', '"registered":800', '"registered":801'],
    ['an old checkpoint', 'log/checkpoints/1.0.1', '\n7\n', '\n6\n'],
    ['a manifest', '1.0.1/manifest.json', '"revision"', '"revisiom"'],
  ])('finds %s that was changed', (_, path, before, after) => {
    const key = `elections/${election}/${path}`;
    const bytes = readFileSync(join(folder, key));
    const changed = Buffer.from(bytes.toString('latin1').replace(before, after), 'latin1');
    expect(changed.equals(bytes)).toBe(false);
    write(key, changed);

    expect(run).toThrow(/AssertionError/);
  });
});

function run(): string {
  const cwd = join(folder, `elections/${election}`);
  return execFileSync('python3', ['-c', script], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

function write(key: string, bytes: Uint8Array): void {
  const path = join(folder, key);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
