import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../../cli/commands/verify.ts';
import { running } from '../running.ts';
import { aRelease, changed, type Release } from '../verify/support.ts';

const release = await aRelease();
let root: string;
let servers: Server[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sailau-verify-'));
  servers = [];
});

afterEach(async () => {
  for (const server of servers) server.close();
  await rm(root, { recursive: true });
});

describe('a folder', () => {
  test('that is a release verifies: a line for each check, exit code 0', async () => {
    await write(release);

    const { code, stdout } = await run([join(root, '1.0.0')]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/ {2}holds {6}files .*\n {2}holds {6}pointer {7}latest\.json names this release/);
    expect(stdout).toContain('The release verifies: 15 of 17 checks hold, open: signature, log.');
  });

  test('of an election leads to its newest release', async () => {
    await write(release);

    expect(await run([root])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(join(root, '1.0.0')),
    });
  });

  test('of an election without its pointer does not verify, and the pointer is named', async () => {
    await write(release);
    await rm(join(root, 'latest.json'));

    const { code, stdout } = await run([root]);

    expect(code).toBe(1);
    expect(stdout).toContain('latest.json: expected the pointer to the newest release of the election');
  });

  test('with a changed number does not: exit code 1, the first difference exactly', async () => {
    const text = (release.files.get('totals.csv') ?? '').replace(
      'list,XX,votes,A,850',
      'list,XX,votes,A,851',
    );
    await write(changed(release, { 'totals.csv': text }));

    const { code, stdout } = await run([join(root, '1.0.0')]);

    expect(code).toBe(1);
    expect(stdout).toContain(
      'DIFFERS    totals        totals.csv row 5, column count: expected 850, found 851',
    );
    expect(stdout).toMatch(
      /does NOT verify: 13 of 17 checks hold\. First difference: totals\.csv: expected the SHA-256/,
    );
  });

  test('gives one JSON document with --json', async () => {
    await write(changed(release, { 'seats.csv': 'contest\r\n' }));

    const { code, stdout } = await run([join(root, '1.0.0')], true);

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        verified: false,
        checks: { length: 17 },
        difference: { file: 'seats.csv', at: '', found: '9' },
      },
    ]);
  });

  test.each([
    ['no folder', 'nowhere', 'There is no folder'],
    ['no release', '.', 'is no release: it holds neither manifest.json nor latest.json'],
  ])('that is %s is refused', async (_what, path, message) => {
    await expect(run([join(root, path)])).rejects.toThrow(message);
  });

  test('is needed', async () => {
    await expect(run([])).rejects.toThrow('Name the folder or the address of a release.');
  });
});

describe('an address', () => {
  test.each(['1.0.0/', '1.0.0', ''])('verifies by the path %j, and leaves nothing behind', async (path) => {
    const before = await downloads();

    const { code, stdout } = await run([`${await serve(release)}/elections/xx-2024/${path}`]);

    expect(stdout).toContain('latest.json names this release');
    expect(code).toBe(0);
    expect(await downloads()).toEqual(before);
  });

  test('whose file is cut off, missing or longer than its manifest says does not verify', async () => {
    const text = release.files.get('results.csv') ?? '';
    for (const other of [text.slice(0, -1), undefined, `${text}x`]) {
      const site = await serve(changed(release, { 'results.csv': other }));

      const { code, stdout } = await run([`${site}/elections/xx-2024/1.0.0/`]);

      expect(code).toBe(1);
      expect(stdout).toMatch(/DIFFERS {4}files +results\.csv/);
    }
  });

  test('whose manifest names paths outside of it writes nothing there', async () => {
    const text = release.files.get('manifest.json')?.replace('"results.csv"', '"../../escaped.csv"');
    const site = await serve(changed(release, { 'manifest.json': text }));

    const { code, stdout } = await run([`${site}/elections/xx-2024/1.0.0/`]);

    expect(code).toBe(1);
    expect(stdout).toContain(
      'manifest.json /files/0/path: expected the path of another file within the release',
    );
  });

  test('that has no release, does not answer or fails is refused with the reason', async () => {
    const site = await serve(release);
    const broken = await listen((_request, response) => response.writeHead(500).end());

    await expect(run([`${site}/elections/`])).rejects.toThrow('is no release: it has no manifest.json');
    await expect(run([`${broken}/1.0.0`])).rejects.toThrow('answers 500 Internal Server Error');
    await expect(run(['http://127.0.0.1:1/x'])).rejects.toThrow(
      'http://127.0.0.1:1/x/catalog.json cannot be read',
    );
  });
});

/** Writes a release as it lies in the bucket: its version in a folder, latest.json beside. */
async function write({ files, binary, log, pointer, index, versions }: Release): Promise<void> {
  for (const [path, text] of [...files, ...binary]) {
    await mkdir(dirname(join(root, '1.0.0', path)), { recursive: true });
    await writeFile(join(root, '1.0.0', path), text);
  }
  for (const [path, bytes] of log) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  await writeFile(join(root, 'latest.json'), pointer);
  await writeFile(join(root, 'index.json'), index);
  await writeFile(join(root, 'versions.json'), versions);
}

/** A site with the release on it. */
function serve({ files, binary, log, pointer, index, versions }: Release): Promise<string> {
  return listen(({ url = '' }, response) => {
    const path = url.replace('/elections/xx-2024/', '');
    const file = path.startsWith('1.0.0/') ? path.replace('1.0.0/', '') : '';
    const beside = new Map([
      ['latest.json', pointer],
      ['index.json', index],
      ['versions.json', versions],
    ]);
    const text = beside.get(path) ?? files.get(file) ?? binary.get(file) ?? log.get(path);
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
}

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

async function downloads(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('sailau-release-'));
}

function run(positionals: readonly string[], json = false) {
  return running(verify.run, positionals, { json });
}
