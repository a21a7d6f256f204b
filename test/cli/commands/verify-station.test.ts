import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../../cli/commands/verify.ts';
import { verifyInclusion } from '../../../functions/publish/verify/proof.ts';
import { running } from '../running.ts';
import { type Files, publishersKey, threeReleases, withFiles } from '../verify/election/support.ts';

const election = await threeReleases();
let root: string;
let server: Server | null;
/** Paths that were asked for, within the election. */
let asked: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sailau-station-'));
  [server, asked] = [null, []];
});

afterEach(async () => {
  server?.close();
  await rm(root, { recursive: true });
});

describe('in a folder', () => {
  test('the numbers are shown, and proved one by one', async () => {
    const { code, stdout } = await run(await written(election), { station: 'st4' });

    expect(stdout).toContain('  station st4, area S, contest list\n    registered         500\n');
    expect(stdout).toContain('    votes A            151\n');
    expect(stdout).toContain('    from results/list/south.csv, source S1\n');
    expect(stdout).toContain('holds      results       results.csv has the same numbers of 1 protocol');
    expect(stdout).toMatch(
      /holds {6}inclusion {5}entry 7 of 8: 3 hashes lead from there to the head of example\.org\/\S+ at 1\.0\.2, which is signed/,
    );
    expect(stdout).toContain('nothing replaces it up to entry 8, which is release 1.0.2 with this manifest');
    expect(stdout).toContain('Station st4 verifies: 6 of 6 checks hold.');
    expect(code).toBe(0);
  });

  test('an older release proves what was true then, under the head of that time', async () => {
    const { code, stdout } = await run(join(await written(election), '1.0.0'), { station: 'st4' });

    expect(stdout).toContain('    votes A            150\n');
    expect(stdout).toContain('entry 4 of 5: 3 hashes');
    expect(stdout).toContain('the head of the log now, of 8 entries, goes on where it stood at 5');
    expect(code).toBe(0);
  });

  test('one JSON document has the protocol and a proof that anybody can check again', async () => {
    const { stdout } = await run(await written(election), { station: 'st1', contest: 'list' }, true);

    const [found] = JSON.parse(stdout);
    expect(found).toMatchObject({
      verified: true,
      station: 'st1',
      protocols: [{ contest: 'list', area: 'N1', votes: { A: 400 } }],
      checks: { length: 6 },
      difference: null,
    });
    const [{ index, size, leaf, root: top, path }] = found.proofs;
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
    const inclusion = { index, size, leafHash: bytes(leaf), root: bytes(top) };
    expect(verifyInclusion(inclusion, path.map(bytes))).toBe(true);
  });

  test('a release that lies alone is open: its log is not here', async () => {
    const alone = new Map([...election].filter(([path]) => path.startsWith('1.0.0/')));

    const { code, stdout } = await run(join(await written(alone), '1.0.0'), { station: 'st4' });

    expect(stdout).toContain('open       inclusion     no log lies beside');
    expect(stdout).toContain(
      'Station st4 verifies: 3 of 6 checks hold, open: inclusion, newest, consistency.',
    );
    expect(code).toBe(0);
  });

  test.each<[string, string, (files: Files) => Files, RegExp]>([
    [
      'a number in results.csv that was changed',
      '1.0.2',
      (files) => edited(files, '1.0.2/results.csv', 'votes,A,151', 'votes,A,152'),
      /DIFFERS {4}results {7}results\.csv row \d+, column count: expected 151, found "152"/,
    ],
    [
      'a row of results.csv that is gone',
      '1.0.2',
      (files) => edited(files, '1.0.2/results.csv', /list,S,st4,votes,A.*\r\n/, ''),
      /DIFFERS {4}results {7}results\.csv: expected a row of .* with votes A 151, found none/,
    ],
    [
      'a number in the file of the area that was changed',
      '1.0.2',
      (files) => edited(files, '1.0.2/areas/S.json', /"A":151(?=[^}]*\},"sources")/, '"A":152'),
      /DIFFERS {4}files {9}areas\/S\.json: expected the SHA-256/,
    ],
    [
      'a station that was taken out of the register',
      '1.0.2',
      (files) => edited(files, '1.0.2/stations.csv', 'st4', 'st5'),
      /DIFFERS {4}files {9}stations\.csv: expected the SHA-256/,
    ],
    [
      'a tile that was changed',
      '1.0.0',
      (files) => flipped(files, 'log/tile/0/000.p/5', 1),
      /DIFFERS {4}inclusion {5}log\/tile: expected hashes that lead from entry 4 to the root/,
    ],
    [
      'a tile that was cut off',
      '1.0.0',
      (files) => withFiles(files, { 'log/tile/0/000.p/5': 'x' }),
      /DIFFERS {4}inclusion {5}log: expected the tiles that its checkpoint covers, found tile\/0\/000\.p\/5/,
    ],
    [
      'an entry that was changed',
      '1.0.2',
      (files) => edited(files, 'log/tile/entries/000.p/8', '"A":151', '"A":152'),
      /DIFFERS {4}inclusion {5}log entry 7: expected the entry of \["list","S","st4"\] as the release has it/,
    ],
    [
      'an entry after it that was changed',
      '1.0.0',
      (files) => edited(files, 'log/tile/entries/000.p/5', '"revision":', '"revisiom":'),
      /DIFFERS {4}newest {8}log\/tile\/entries: expected the entries from 1 on/,
    ],
    [
      'a head that was changed',
      '1.0.2',
      (files) => flipped(files, 'log/checkpoints/1.0.2', 45),
      /DIFFERS {4}inclusion {5}log\/checkpoints\/1\.0\.2: expected a/,
    ],
    [
      'a head of the log now that goes back',
      '1.0.2',
      (files) => withFiles(files, { 'log/checkpoint': files.get('log/checkpoints/1.0.0') ?? '' }),
      /DIFFERS {4}consistency {3}log\/checkpoint: expected a head that goes on where the one at 1\.0\.2 stood/,
    ],
  ])('%s is found out', async (_what, version, change, line) => {
    const { code, stdout } = await run(join(await written(change(election)), version), { station: 'st4' });

    expect(stdout).toMatch(line);
    expect(stdout).toContain('Station st4 does NOT verify');
    expect(code).toBe(1);
  });

  test('a later entry of the log that replaces the protocol is found out, though every hash fits', async () => {
    // The release before the correction, shown as if it had come after: its manifest under the head of the later one.
    const files = withFiles(election, {
      'log/checkpoints/1.0.0': election.get('log/checkpoints/1.0.2') ?? '',
    });

    const { code, stdout } = await run(join(await written(files), '1.0.0'), { station: 'st4' });

    expect(stdout).toMatch(/DIFFERS {4}inclusion {5}log entry 7: expected the entry of \["list","S","st4"\]/);
    expect(code).toBe(1);
  });

  test('without a key it is open who signed the head', async () => {
    const { code, stdout } = await run(join(await written(election, false), '1.0.0'), { station: 'st4' });

    expect(stdout).toMatch(/open {7}inclusion .* who signed that only a key can tell/);
    expect(code).toBe(0);
  });

  test.each([
    [{ station: 'st44' }, 'Release 1.0.2 has no station "st44" in stations.csv. Nearest: st4'],
    [{ station: '__proto__' }, 'Release 1.0.2 has no station "__proto__" in stations.csv.'],
    [
      { station: 'st4', contest: 'council' },
      'has no protocol of station "st4" of contest "council". It has one of: list.',
    ],
    [{ contest: 'list' }, '--contest says in which contest a station is to be proved'],
  ])('%j is refused with what to do', async (values, message) => {
    await expect(run(await written(election), values)).rejects.toThrow(message);
  });
});

describe('at an address', () => {
  test('little is downloaded: no table of results, of the log the heads, one bundle and one tile', async () => {
    const { code, stdout } = await run(await served(election), { station: 'st4' });

    expect(stdout).toContain('open       results       results.csv was not downloaded');
    expect(stdout).toContain('Station st4 verifies: 5 of 6 checks hold, open: results.');
    expect(code).toBe(0);
    const files = (prefix: string) => asked.filter((path) => path.startsWith(prefix)).sort();
    expect(files('log/tile')).toEqual(['log/tile/0/000.p/8', 'log/tile/entries/000.p/8']);
    expect([...new Set(files('1.0.2/'))]).toEqual([
      '1.0.2/SHA256SUMS.minisig',
      '1.0.2/areas/S.json',
      '1.0.2/manifest.json',
      '1.0.2/stations.csv',
    ]);
  });

  test('a changed tile is found out', async () => {
    const { code, stdout } = await run(await served(flipped(election, 'log/tile/0/000.p/8', 1)), {
      station: 'st4',
    });

    expect(stdout).toMatch(/DIFFERS {4}inclusion/);
    expect(code).toBe(1);
  });
});

/** Byte by byte: a bundle of the log is no text. */
function edited(files: Files, path: string, before: string | RegExp, after: string): Files {
  const text = Buffer.from(files.get(path) ?? '').toString('latin1');
  const other = text.replace(before, after);
  if (other === text) throw new RangeError(`${path} has no ${before}`);
  return withFiles(files, { [path]: Buffer.from(other, 'latin1') });
}

function flipped(files: Files, path: string, place: number): Files {
  const bytes = Buffer.from(files.get(path) ?? '');
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return withFiles(files, { [path]: bytes });
}

/** The folder of the election on a site, with the key of the publisher at its root where it is known. */
async function written(files: Files, withKey = true): Promise<string> {
  const folder = join(root, 'elections', 'xx-2024');
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  if (withKey) await writeFile(join(root, 'minisign.pub'), publishersKey);
  return folder;
}

async function served(files: Files): Promise<string> {
  server = createServer(({ url = '' }, response) => {
    const path = url.replace('/elections/xx-2024/', '');
    asked.push(path);
    const body = url === '/minisign.pub' ? publishersKey : files.get(path);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return `http://127.0.0.1:${port}/elections/xx-2024/`;
}

function run(target: string, values: Readonly<Record<string, string>>, json = false) {
  return running(verify.run, [target], { values, json });
}
