import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verify } from '../../../cli/commands/verify.ts';
import { running } from '../running.ts';
import { aSite } from '../verify/election/support.ts';

const site = await aSite();
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sailau-verify-'));
  for (const [path, bytes] of site) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
});

afterEach(() => rm(root, { recursive: true }));

test.each(['', 'elections/xx-2024', 'elections/xx-2024/1.0.2'])(
  'a site verifies by the path "%s": its election, then its root',
  async (path) => {
    const { code, stdout } = await running(verify.run, [join(root, path)]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/The release verifies: 17 of 17 [\s\S]*The root verifies: 5 of 5 checks hold\./);
  },
);

test.each(['feed.xml', 'catalog.json'])(
  'a changed %s does not: exit code 1, and it is named',
  async (file) => {
    await writeFile(join(root, file), 'x');

    const { code, stdout } = await running(verify.run, [root]);

    expect(code).toBe(1);
    expect(stdout).toContain(`DIFFERS    root          ${file}: expected`);
  },
);
