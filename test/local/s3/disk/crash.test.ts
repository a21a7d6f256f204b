import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { metaPath, plainPath, versionsPath } from '../../../../local/s3/disk/paths.ts';
import { writeVersion } from '../../../../local/s3/disk/version.ts';
import { send, someBytes, startStand, temporaryFolder } from '../support.ts';

const SERVE = join(import.meta.dirname, 'serve.ts');
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

describe('a server that is killed', () => {
  it('holds, after any kill, for every key a version that was sent whole, and everything it had confirmed', async () => {
    const root = await temporaryFolder();
    const confirmed = new Map<string, number>();

    for (const enough of [1, 8, 25]) {
      const { child, port } = await serve(root);
      const gone = once(child, 'exit');
      let count = 0;
      await writeUntilGone(port, confirmed, () => {
        count++;
        if (count === enough) child.kill('SIGKILL');
      });
      await gone;
    }

    const { server } = await startStand({ root });
    for (const [path, round] of confirmed) {
      const answer = await send(server, 'GET', path);
      const [text = '', filler = ''] = answer.body.split('|');
      expect(answer.status).toBe(200);
      expect(answer.headers.etag).toBe(`"${createHash('md5').update(answer.body).digest('hex')}"`);
      expect(answer.headers['x-amz-meta-round']).toBe(text);
      expect(Number(text)).toBeGreaterThanOrEqual(round);
      expect(filler).toHaveLength(20_000);
    }
    for (const folder of ['pending', 'tmp']) expect(readdirSync(join(root, 'kept', folder))).toEqual([]);
  });
});

describe('a change that was decided before a crash', () => {
  const NEW = '0000000000000000ff';
  const OLD = '000000000000000001';
  const facts = (versionId: string, body: string) =>
    writeVersion({
      kind: 'object',
      key: 'a/b',
      versionId,
      sequencer: versionId,
      lastModified: '2026-03-19T06:00:00.000Z',
      etag: createHash('md5').update(body).digest('hex'),
      size: body.length,
      checksum: undefined,
      headers: [],
    });

  /** The renames of a write, of which a crash lets only the first few happen. */
  const renames: [string, string][] = [
    [join('objects', plainPath('a/b')), join('versions', versionsPath('a/b'), OLD)],
    [join('meta', metaPath('a/b')), join('versions', versionsPath('a/b'), `${OLD}.json`)],
    [join('pending', `${NEW}.bytes`), join('objects', plainPath('a/b'))],
  ];

  it.each([0, 1, 2, 3])('is carried out at the next start, after %i of its renames', async (done) => {
    const root = await temporaryFolder();
    await (await startStand({ root })).server.stop();
    lay(root, join('objects', plainPath('a/b')), 'old');
    lay(root, join('meta', metaPath('a/b')), facts(OLD, 'old'));
    lay(root, join('pending', `${NEW}.bytes`), 'newer');
    lay(root, join('pending', `${NEW}.write`), facts(NEW, 'newer'));
    for (const [from, to] of renames.slice(0, done)) {
      mkdirSync(dirname(join(root, 'kept', to)), { recursive: true });
      renameSync(join(root, 'kept', from), join(root, 'kept', to));
    }

    const { server } = await startStand({ root });

    expect((await send(server, 'GET', '/kept/a/b')).body).toBe('newer');
    expect((await send(server, 'GET', `/kept/a/b?versionId=${OLD}`)).body).toBe('old');
    expect((await send(server, 'GET', '/kept?list-type=2')).body).toContain('<Key>a/b</Key>');
  });

  it('is dropped where it was not decided', async () => {
    const root = await temporaryFolder();
    await (await startStand({ root })).server.stop();
    lay(root, join('pending', `${NEW}.bytes`), 'newer');
    lay(root, join('pending', `${NEW}.draft`), facts(NEW, 'newer'));
    lay(root, join('tmp', 'half'), 'half a body');
    mkdirSync(join(root, 'kept/uploads/00'), { recursive: true });

    const { server } = await startStand({ root });

    expect((await send(server, 'GET', '/kept/a/b')).status).toBe(404);
    for (const folder of ['pending', 'tmp', 'uploads'])
      expect(readdirSync(join(root, 'kept', folder))).toEqual([]);
  });

  it.each([false, true])(
    'promotes an older version at the next start (the newer one removed: %s)',
    async (removed) => {
      const root = await temporaryFolder();
      await (await startStand({ root })).server.stop();
      const old = join('versions', versionsPath('a/b'), OLD);
      lay(root, old, 'old');
      lay(root, `${old}.json`, facts(OLD, 'old'));
      lay(root, join('pending', `${NEW}.promote`), facts(OLD, 'old'));
      if (!removed) {
        lay(root, join('objects', plainPath('a/b')), 'newer');
        lay(root, join('meta', metaPath('a/b')), facts('0000000000000000aa', 'newer'));
      }

      const { server } = await startStand({ root });

      expect((await send(server, 'GET', '/kept/a/b')).body).toBe('old');
      expect(existsSync(join(root, 'kept', dirname(old)))).toBe(false);
    },
  );
});

function lay(root: string, path: string, text: string): void {
  const file = join(root, 'kept', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function serve(root: string): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [SERVE, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, port: Number(line) };
}

/** Overwrites three keys in each bucket again and again, all at once; notes the last round of each that was confirmed. */
async function writeUntilGone(
  port: number,
  confirmed: Map<string, number>,
  onConfirmed: () => void,
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const filler = someBytes(10_000).toString('hex');
  const paths = ['plain', 'kept'].flatMap((bucket) => ['a', 'a/b', 'c'].map((key) => `/${bucket}/${key}`));
  const write = async (path: string) => {
    for (let round = (confirmed.get(path) ?? 0) + 1; ; round++) {
      if (!(await put(agent, port, path, round, filler))) return;
      confirmed.set(path, round);
      onConfirmed();
    }
  };
  await Promise.all(paths.map(write));
  agent.destroy();
}

/** Whether the server confirmed the write; false when it is gone. */
function put(agent: Agent, port: number, path: string, round: number, filler: string): Promise<boolean> {
  const body = `${round}|${filler}`;
  const headers = { 'content-length': body.length, 'x-amz-meta-round': round };
  return new Promise((resolve) => {
    const sent = request({ agent, host: '127.0.0.1', port, method: 'PUT', path, headers }, (response) => {
      response.resume();
      response.on('close', () => resolve(response.statusCode === 200));
    });
    sent.on('error', () => resolve(false));
    sent.end(body);
  });
}
